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
    reading.narrow(to: found.slots)
  }
}

extension NameReading {
  /// Takes in what one more word may be, where all that is known leaves room for it.
  mutating func narrow(to slots: FormSlots) {
    guard !slots.isEmpty else { return }
    let both = self.slots?.intersection(slots) ?? slots
    if !both.isEmpty { self.slots = both }
  }
}
