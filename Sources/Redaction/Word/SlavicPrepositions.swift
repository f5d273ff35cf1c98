/// The forms of prepositions before a word: в and во, с and со, о and об; у and в, з, із and зі.
enum SlavicPrepositions {
  /// The form that a preposition takes before a text, where it is not the one that stands there.
  static func fitting(
    _ preposition: String, before text: String, _ language: Language,
    after previous: SlavicContext.Word?
  ) -> String? {
    guard prepositions.contains(preposition) else { return nil }
    let letters = Array(Fold.string(String(text.prefix { $0 != " " })))
    guard let first = letters.first, first.isLetter else { return nil }
    let second = letters.dropFirst().first ?? "а"
    let fitting =
      language == .ukrainian
      ? ukrainian(preposition, first, second, letters)
      : russian(preposition, first, second, letters)
    guard let fitting, fitting != preposition else { return nil }
    return fitting
  }

  private static let prepositions = WordList("prepositions-varying")

  private static func russian(
    _ preposition: String, _ first: Character, _ second: Character, _ letters: [Character]
  ) -> String? {
    let isCluster = !isVowel(second)
    // "со Львом"
    if letters.starts(with: "льв"), let full = before[preposition] { return full }
    switch preposition {
    case "в", "во":
      return "вф".contains(first) && isCluster ? "во" : "в"
    case "с", "со":
      return "сзшжщ".contains(first) && isCluster || first == "щ" ? "со" : "с"
    case "к", "ко": return letters.starts(with: "вс") || letters.starts(with: "мн") ? "ко" : "к"
    case "о", "об", "обо": return "аэиоу".contains(first) ? "об" : "о"
    case "из", "изо": return "из"
    case "от", "ото": return "от"
    case "над", "надо": return "над"
    case "под", "подо": return "под"
    case "перед", "передо": return "перед"
    default: return nil
    }
  }

  private static let before = [
    "с": "со", "со": "со", "к": "ко", "ко": "ко", "в": "во", "во": "во",
  ]

  private static func ukrainian(
    _ preposition: String, _ first: Character, _ second: Character, _ letters: [Character]
  ) -> String? {
    let isCluster = !isVowel(second) && second != "'"
    switch preposition {
    case "в", "у", "ув":
      if isVowel(first), !"яюєї".contains(first) { return "в" }
      if "вф".contains(first) || isCluster && "лсхт".contains(first) && second == "в" { return "у" }
      return nil
    case "з", "із", "зі", "зо":
      if isVowel(first) { return "з" }
      if "сзшщжчц".contains(first) { return isCluster || first == "щ" ? "зі" : "із" }
      return preposition == "зі" || preposition == "зо" ? "з" : nil
    case "о", "об": return isVowel(first) ? "об" : "о"
    case "підо": return "під"
    default: return nil
    }
  }

  private static func isVowel(_ letter: Character) -> Bool {
    "аеёиоуыэюяіїєaeiouy".contains(letter)
  }
}
