/// Which word of a canonical name is what: "SOROKA, Lev Igorevich", "Сорока Лев Игоревич",
/// "Lev Igorevich Soroka" and "Kyaw Zin Latt" each have their parts told apart.
struct NameWords {
  /// One word of the name, as letters, with what is known of it.
  struct Word: Hashable {
    var letters: Letters
    var role: NameRole
    /// Written in capitals throughout.
    var isCapitals: Bool
    /// Ends in é or è, which is sounded.
    var isAccented: Bool
    /// The word with what stands before it, where an apostrophe or a hyphen joins them.
    var joined: Letters?
    /// What the word is in one with others, or in another culture's spelling.
    var compounds: [Letters] = []
    /// A letter with a full stop: only an initial is known.
    var isInitial: Bool { letters.letterCount == 1 }
  }

  private(set) var words: [Word] = []

  /// Splits a name and tells what each word is.
  init(_ name: String) {
    var beforeComma: Int?
    var joining: Letters?
    var current: [UInt8] = []
    var scalars: [UInt32] = []
    func accented() -> Bool { scalars.last == 0xE9 || scalars.last == 0xE8 || scalars.last == 0xC9 }
    func capitals() -> Bool {
      scalars.count > 1
        && scalars.allSatisfy {
          (0x41...0x5A).contains($0) || (0xC0...0xDE).contains($0) || (0x400...0x42F).contains($0)
        }
    }
    func flush(joinsNext: Bool) {
      defer {
        current = []
        scalars = []
      }
      let letters = Letters(letters: current)
      guard !letters.isEmpty else { return }
      let whole = joining.map { $0 + letters }
      words.append(
        Word(
          letters: letters, role: .other, isCapitals: capitals(), isAccented: accented(),
          joined: whole,
          compounds: OtherSpellings.withoutNasals(scalars).map {
            [Letters(letters: Array($0.utf8))]
          }
            ?? []))
      joining = joinsNext ? (whole ?? letters) : nil
    }
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x20, 0xA0, 0x09, 0x0A, 0x2E, 0x202F, 0x22, 0xAB, 0xBB, 0x28, 0x29, 0x201C, 0x201D:
        flush(joinsNext: false)
      case 0x2C:
        flush(joinsNext: false)
        if beforeComma == nil { beforeComma = words.count }
      case 0x2D, 0x2010...0x2015: flush(joinsNext: true)
      case 0x27, 0x2019, 0x2BC, 0x60, 0xB4:
        // In Cyrillic the apostrophe is a letter of the word.
        if Script(of: Letters(letters: current)) == .cyrillic {
          current.append(0x27)
        } else {
          flush(joinsNext: true)
        }
      default:
        current.append(contentsOf: String(scalar).utf8)
        if !Fold.isInvisible(scalar.value) { scalars.append(scalar.value) }
      }
    }
    flush(joinsNext: false)
    if words.count > 1, let last = words.last,
      Generations.isOne(String(decoding: Fold.bytes(last.letters), as: UTF8.self))
    {
      words.removeLast()
    }
    let named = words.filter { !Self.titles.contains($0.letters) }
    if !named.isEmpty { words = named }
    assignRoles(beforeComma: beforeComma)
    for index in words.indices { words[index].compounds += NameCompounds.of(words, index) }
  }

  private mutating func assignRoles(beforeComma: Int?) {
    for index in words.indices
    where Self.particles.contains(words[index].letters) && words.count > 1 {
      words[index].role = .particle
    }
    let named = words.indices.filter { words[$0].role != .particle }
    guard let first = named.first, let last = named.last else { return }
    let whole = named.filter { !words[$0].isInitial }
    if whole.count == 1, named.count == 1 {
      words[first].role = Self.isPatronymic(words[first].letters) ? .patronymic : .given
      return
    }
    if let patronymic = named.dropFirst().first(where: { Self.isPatronymic(words[$0].letters) }) {
      for index in named { words[index].role = .surname }
      words[patronymic].role = .patronymic
      if let before = named.last(where: { $0 < patronymic }) { words[before].role = .given }
      // "Роман Абрамович": the last of two may be a surname; its declension covers both. "Светлана
      // Алексиевич": it is one.
      if named.count == 2, words[patronymic].letters.endsWithAny("ич ich itch itsch ych ič"),
        isOnlyFeminine(words[named[0]].letters)
      {
        words[patronymic].role = .surname
      }
      return
    }
    if let comma = beforeComma, comma < words.count {
      for index in named { words[index].role = index < comma ? .surname : .given }
      return
    }
    let table = Diminutives.table
    let known = named.map { table.isGivenName(words[$0].letters) }
    let reversed =
      named.count == 2
      && ((words[first].isCapitals && !words[last].isCapitals) || (!known[0] && known[1]))
    for (rank, index) in named.enumerated() {
      words[index].role = rank == 0 ? .given : index == last ? .surname : .other
      if named.count > 2, words[first].isCapitals, !words[last].isCapitals {
        words[index].role = rank == 0 ? .surname : .given
      }
      if words[index].joined != nil, rank == 1, named.count > 2 { words[index].role = .given }
    }
    if reversed {
      words[first].role = .surname
      words[last].role = .given
    }
  }

  /// Whether the tables know a given name as a woman's alone.
  private func isOnlyFeminine(_ name: Letters) -> Bool {
    let table = Diminutives.table
    let lines = table.lines(named: name, .unknown)
    return !lines.isEmpty && lines.allSatisfy { table.lines[$0].gender == .female }
  }

  /// Whether the word has the ending of a patronymic.
  static func isPatronymic(_ word: Letters) -> Bool {
    guard word.letterCount > 4 else { return false }
    switch Script(of: word) {
    case .cyrillic:
      return word.endsWithAny(
        "ович евич ёвич йович ильич лукич фомич кузьмич никитич ілліч овна евна ёвна івна ївна инична"
      ) || word.endsWithAny("ична овіч евіч аўна еўна улы қызы кызы оглы угли")
    case .latin:
      return word.endsWithAny(
        "ovich evich yovich iovich ovitch evitch owitsch ewitsch ovych yovych evych iovych ovič ovna evna iovna"
      )
        || word.endsWithAny(
          "ivna yivna iivna ichna owna ewna yovna uly uulu kyzy kizi oglu ogly ugli qizi")
    case .other: return false
    }
  }

  private static func set(_ list: StaticString) -> Set<Letters> {
    var out: Set<Letters> = []
    list.forEachWord { out.insert(Array($0)) }
    return out
  }

  private static let particles = set(
    "bin ibn ben bint al el ul ur ud as ash an abu abou umm um van von der den ter ten de di do dos da das del della delle des du la le les las los y e i und zu af ag ould weld wld wuld mint walet oum binti bte wedi o mc mac san st saint ait ap ab бин ибн аль эль ас аш абу умм ван фон дер де ди да дель ла ле ди дос оглы оглу кызы гызы улы қызы ұлы угли огли ульд мент бен бинт уулу uly kyzy ogly oghlu oglu ogli uulu qizi qyzy gyzy zade zadeh"
  )
  private static let titles = set(
    "mr mrs ms miss dr prof professor sir madam sister brother father fr sr mother rev reverend imam sheikh shaykh haji hajji ustad mullah capt captain lt lieutenant sgt sergeant maj major col colonel gen general pvt private cpl corporal officer m mme mlle monsieur madame mademoiselle maître frère sœur soeur père abbé г господин госпожа гражданин гражданка отец брат сестра мать капитан майор лейтенант полковник сержант рядовой генерал доктор д-р пан пані отець панна сестра ko daw u ma saw naw sayadaw"
  )
}
