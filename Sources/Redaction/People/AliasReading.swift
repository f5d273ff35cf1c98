/// Reads aliases in the case they stand in.
extension NameReader {
  /// A word that is an alias by itself: "Панька" of "Панько".
  func read(alias word: Letters, _ person: Int, _ reading: inout NameReading) {
    var found: (word: NameReading.Word, slots: FormSlots)?
    if let slavic = SlavicLanguage(language), Script(of: word) == .cyrillic {
      for alias in registry.forms[person].aliases where alias.count == 1 {
        if let one = LemmaReading.read(word, alias[0], gender(person), slavic) {
          found = found.map { ($0.word, $0.slots.union(one.slots)) } ?? one
        }
      }
    }
    guard let found else { return reading.words.append(.given) }
    if case .possessive = found.word { return reading.words.append(found.word) }
    reading.words.append(.given)
    guard !found.slots.isEmpty else { return }
    reading.slots =
      reading.slots.map { known in
        let both = known.intersection(found.slots)
        return both.isEmpty ? known : both
      } ?? found.slots
  }
}
