/// What a word of a name is in one with its neighbours, and in spellings that no table of letters
/// gives: Abu Bakr is Abubakr, Abd al-Rahman Abdurrahman, Nour el-Din Noureddine, Karimzadeh
/// Karimzade, Abdi in Somali Cabdi, and in a name with Arabic particles Yusuf may be Yousef.
enum NameCompounds {
  /// The compounds of the word at `index`, as letters.
  static func of(_ words: [NameWords.Word], _ index: Int) -> [Letters] {
    let word = words[index]
    guard word.role != .particle, !word.isInitial else { return [] }
    var out: [Letters] = []
    if index > 0, words[index - 1].role == .particle, !links.contains(words[index - 1].letters) {
      out.append(words[index - 1].letters + word.letters)
    }
    if index > 1, words[index - 1].role == .particle, servant.contains(words[index - 2].letters) {
      out += servants(of: word.letters)
    }
    if index > 0, servant.contains(words[index - 1].letters) { out += servants(of: word.letters) }
    if index + 2 < words.count, words[index + 1].role == .particle,
      faith.contains(words[index + 2].letters)
    {
      for ending in ofFaith { out.append(word.letters + ending) }
    }
    out += endings(of: word.letters)
    out += somali(word.letters)
    if word.role != .patronymic, words.contains(where: { isArabic($0) }) {
      out += vowels(of: word.letters)
    }
    var seen: Set<Letters> = [word.letters]
    return out.filter { seen.insert($0).inserted }
  }

  /// Whether a word shows that the name is Arabic: an article, "son of", "servant of".
  private static func isArabic(_ word: NameWords.Word) -> Bool {
    word.role == .particle && arabic.contains(word.letters) || servant.contains(word.letters)
  }

  /// "Servant of the Merciful": the article is said with the letter after it.
  private static func servants(of name: Letters) -> [Letters] {
    let isCyrillic = Script(of: name) == .cyrillic
    var out: [Letters] = []
    let stems: [StaticString] =
      isCyrillic ? ["абдул", "абдель", "абд"] : ["abdul", "abdel", "abd"]
    for stem in stems { out.append(stem + name) }
    if let first = name.units.first, !isCyrillic, sun.contains(first[first.startIndex]) {
      out.append("abdu" + Letters(first) + name)
      out.append("abde" + Letters(first) + name)
      out.append("abdu" + name)
      for heard in CyrillicSpelling.spellings(of: name, limit: 2) {
        out.append("абду" + Letters(heard.prefix(2)) + heard)
        out.append("абдул" + heard)
      }
    } else if let first = name.units.first, isCyrillic {
      out.append("абду" + Letters(first) + name)
      out.append("абду" + name)
    }
    return out
  }

  /// -zadeh, -pour and -nejad as they are written elsewhere.
  private static func endings(of name: Letters) -> [Letters] {
    for family in families {
      for ending in family where name.ends(ending) {
        let stem = Array(name.dropLast(ending.utf8CodeUnitCount))
        return family.map { stem + $0 }
      }
    }
    return []
  }

  /// The Somali spelling of a name that others share, and back.
  private static func somali(_ name: Letters) -> [Letters] {
    (somaliSpellings[name] ?? []).filter { $0 != name }
  }

  private static let somaliSpellings: [Letters: [Letters]] = {
    var out: [Letters: [Letters]] = [:]
    somaliPairs.forEachWord { pair in
      let words = pair.split(separator: 0x2F).map { Array($0) }
      for word in words { out[word, default: []] += words }
    }
    return out
  }()

  /// The vowels that an ear hears otherwise: up to two changes.
  private static func vowels(of name: Letters) -> [Letters] {
    guard Script(of: name) == .latin, name.count > 3 else { return [] }
    var found = [name]
    for _ in 0..<2 {
      for one in found {
        for (old, new) in heard {
          for start in one.indices where one[start...].starts(with: old) && found.count < 90 {
            let changed = one[..<start] + new + one[(start + old.count)...]
            if !found.contains(Letters(changed)) { found.append(Letters(changed)) }
          }
        }
      }
    }
    return Array(found.dropFirst())
  }

  private static func set(_ list: StaticString) -> Set<Letters> { Set(list.words) }

  /// "and" between two surnames.
  private static let links = set("y e i und и")
  private static let servant = set("abd abdul abdel abdal abdoul abdur абд абдул абдель")
  private static let faith = set("din deen dine dīn дин")
  private static let ofFaith: [StaticString] = [
    "eddine", "eddin", "uddin", "addin", "iddin", "edin", "udin", "eldin", "aldin",
  ]
  private static let arabic = set("al el ul bin ibn ben bint abu abou umm аль эль бин ибн абу умм")
  /// r s n z d t l
  private static let sun: Set<UInt8> = [0x72, 0x73, 0x6E, 0x7A, 0x64, 0x74, 0x6C]
  private static let families: [[StaticString]] = [
    ["zadeh", "zade", "zada", "zoda"], ["заде", "зода", "зада"], ["pour", "poor", "pur"],
    ["nejad", "nezhad", "nijad"],
  ]
  private static let heard: [(Letters, Letters)] = [
    ("u", "ou"), ("u", "o"), ("i", "e"), ("u", "e"), ("ou", "u"), ("e", "i"), ("i", "ee"),
    ("u", "oo"), ("oo", "u"), ("ee", "i"), ("ss", "s"), ("s", "ss"), ("aw", "ao"), ("w", "ou"),
    ("ai", "ay"), ("ay", "ei"), ("q", "k"), ("dh", "d"), ("kh", "k"),
  ].map { (Letters($0.0.utf8), Letters($0.1.utf8)) }
  private static let somaliPairs: StaticString =
    "abdi/cabdi ali/cali omar/cumar abdullahi/cabdullaahi aden/adan/aadan osman/cusmaan ismail/ismaaciil farah/faarax/farax mohamed/mohammed/maxamed mohamud/maxamuud ahmed/axmed hassan/hasan/xasan hussein/xuseen hawa/xaawo asha/caasha/caasho fatima/faduma/faadumo guled/guuleed jama/jaamac nur/noor/nuur yusuf/yuusuf ibrahim/ibraahim hirsi/hersi/xirsi elmi/cilmi isse/ise/ciise amina/aamina halima/xaliima saeed/said/siciid dahir/daahir muse/musa/muuse mahad/maxad sharif/shariif abdirahman/cabdiraxmaan abdikadir/cabdiqaadir abshir/abshiir hodan/hoodan egal/cigaal warsame/warsamee"
}
