/// Adjectives, ordinals and participles of Russian and Ukrainian in all their cases.
enum SlavicAdjective {
  /// The form of an adjective, given in the nominative of any gender; nil where it is none.
  static func form(
    _ word: String, _ one: GrammaticalCase, _ number: SlavicNumber, isAnimate: Bool,
    _ language: Language
  ) -> String? {
    guard let (stem, kind) = stem(word, language) else { return nil }
    var one = one == .vocative ? .nominative : one
    if one == .accusative {
      switch number {
      case .masculine, .plural: one = isAnimate ? .genitive : .nominative
      case .neuter: one = .nominative
      case .feminine: break
      }
    }
    return stem + kind.ending(one, number)
  }

  /// The gender that the nominative shows; nil where the word is no adjective.
  static func number(_ word: String, _ language: Language) -> SlavicNumber? {
    guard stem(word, language) != nil else { return nil }
    let endings: [(String, SlavicNumber)] =
      language == .ukrainian
      ? [
        ("ий", .masculine), ("ій", .masculine), ("а", .feminine), ("я", .feminine), ("е", .neuter),
        ("є", .neuter), ("і", .plural),
      ]
      : [
        ("ый", .masculine), ("ий", .masculine), ("ой", .masculine), ("ая", .feminine),
        ("яя", .feminine), ("ое", .neuter), ("ее", .neuter), ("ые", .plural), ("ие", .plural),
        ("ё", .neuter), ("ийся", .masculine), ("аяся", .feminine),
      ]
    return endings.first { word.hasSuffix($0.0) }?.1
  }

  private static let nominatives = WordList("adjective-nominatives").words

  private static func stem(_ word: String, _ language: Language) -> (String, Kind)? {
    if language == .russian, let own = possessives[word] { return (own, .possessive) }
    if language == .russian, word == "третий" { return ("трет", .third) }
    if word == "этот" { return ("", .this) }
    if word == "цей" { return ("", .thisUkrainian) }
    if language == .ukrainian {
      guard word.count > 3 else { return nil }
      for (endings, kind) in [(["ий", "а", "е", "і"], Kind.ukrainian), (["ій", "я", "є"], .soft)] {
        for ending in endings where word.hasSuffix(ending) {
          return (String(word.dropLast(ending.count)), kind)
        }
      }
      return nil
    }
    guard word.count > 4 else { return nil }
    // "учащийся": the ending stands before the particle.
    if word.hasSuffix("щийся") || word.hasSuffix("щаяся") {
      return (String(word.dropLast(4)), .reflexive)
    }
    for ending in nominatives
    where word.hasSuffix(ending) {
      let stem = String(word.dropLast(2))
      guard let last = stem.last else { return nil }
      if "кгх".contains(last) { return (stem, ending == "ой" ? .velarStressed : .velar) }
      if "жшщч".contains(last) { return (stem, ending == "ой" ? .hushingStressed : .hushing) }
      if ["ий", "яя", "ее"].contains(ending) { return (stem, .russianSoft) }
      return (stem, ending == "ой" ? .stressed : .hard)
    }
    return nil
  }

  private static let possessives: WordTable<String> = [
    "своё": "сво", "свой": "сво", "своя": "сво", "свои": "сво",
  ]

  /// How the stem ends, which tells the vowels of the endings.
  private enum Kind: Int, CaseIterable {
    case hard, stressed, velar, velarStressed, hushing, hushingStressed, russianSoft, reflexive,
      possessive, third
    case ukrainian, soft, this, thisUkrainian

    func ending(_ one: GrammaticalCase, _ number: SlavicNumber) -> String {
      let endings = Self.endings[rawValue]
      let position = Int(one.rawValue)
      switch number {
      case .masculine: return String(endings[position])
      case .feminine: return String(endings[6 + position])
      case .neuter:
        return String(one == .nominative || one == .accusative ? endings[12] : endings[position])
      case .plural: return String(endings[13 + position])
      }
    }

    private static let endings = allCases.map { $0.row.split(separator: " ") }

    private var row: String {
      switch self {
      case .hard: "ый ого ому ый ым ом ая ой ой ую ой ой ое ые ых ым ые ыми ых"
      case .stressed: "ой ого ому ой ым ом ая ой ой ую ой ой ое ые ых ым ые ыми ых"
      case .velar: "ий ого ому ий им ом ая ой ой ую ой ой ое ие их им ие ими их"
      case .velarStressed: "ой ого ому ой им ом ая ой ой ую ой ой ое ие их им ие ими их"
      case .hushing: "ий его ему ий им ем ая ей ей ую ей ей ее ие их им ие ими их"
      case .hushingStressed: "ой ого ому ой им ом ая ой ой ую ой ой ое ие их им ие ими их"
      case .russianSoft: "ий его ему ий им ем яя ей ей юю ей ей ее ие их им ие ими их"
      case .reflexive:
        """
        ийся егося емуся ийся имся емся аяся ейся ейся уюся ейся ейся ееся иеся ихся имся иеся имися \
        ихся
        """
      case .possessive: "й его ему й им ём я ей ей ю ей ей ё и их им и ими их"
      case .third: "ий ьего ьему ий ьим ьем ья ьей ьей ью ьей ьей ье ьи ьих ьим ьи ьими ьих"
      case .this:
        """
        этот этого этому этот этим этом эта этой этой эту этой этой это эти этих этим эти этими \
        этих
        """
      case .thisUkrainian:
        "цей цього цьому цей цим цьому ця цієї цій цю цією цій це ці цих цим ці цими цих"
      case .ukrainian: "ий ого ому ий им ому а ої ій у ою ій е і их им і ими их"
      case .soft: "ій ього ьому ій ім ьому я ьої ій ю ьою ій є і іх ім і іми іх"
      }
    }
  }
}
