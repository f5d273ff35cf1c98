/// Forms that relatives of a name have: pet forms, possessives, patronymics.
extension FormSpread {
  /// The likeliest Russian spellings of the word.
  var heard: [Letters] { russian }

  /// A diminutive or an equivalent: all cases, both orthographies, the systems of Latin spelling.
  mutating func addRelative(_ word: Letters, isShort: Bool) {
    switch Script(of: word) {
    case .cyrillic:
      noun(word, possessive: true, isShort: isShort)
      addSpellings(of: word, ukrainian: Orthography.isUkrainian(word), limit: 8, .diminutive)
      if word.containsLetter({ $0 == 0x451 }) {
        addSpellings(of: word, ukrainian: false, limit: 16, .diminutive)
      }
    case .latin:
      sink.add(word, .diminutive)
      // For a Cyrillic name the table has the Cyrillic forms; short ones would be any word.
      guard isLatin, word.count > 3 else { return }
      for one in CyrillicSpelling.spellings(of: word, limit: 1) {
        noun(one, possessive: false, isShort: isShort)
      }
    case .other: break
    }
  }

  /// A form that a suffix made: the cases of its own language only.
  mutating func addSuffixed(_ word: Letters) {
    switch Script(of: word) {
    case .cyrillic:
      note(word, isShort: true)
      sink.add(word, .diminutive)
      RussianDeclension.noun(word, .unknown, possessive: word.ends("ка"), .diminutive, into: &sink)
      UkrainianDeclension.noun(word, .unknown, possessive: false, .diminutive, into: &sink)
      addSpellings(of: word, ukrainian: false, limit: 4, .diminutive)
    case .latin: sink.add(word, .diminutive)
    case .other: break
    }
  }

  /// Notes a nominative in the languages whose letters it has.
  mutating func note(_ word: Letters, isShort: Bool) {
    if !Orthography.isUkrainian(word) {
      lemmas.append(NameLemma(word: word, language: .russian, isShort: isShort))
    }
    if !Orthography.isRussian(word) {
      lemmas.append(NameLemma(word: word, language: .ukrainian, isShort: isShort))
    }
  }

  mutating func noun(_ word: Letters, possessive: Bool, isShort: Bool) {
    note(word, isShort: isShort)
    sink.add(word, .diminutive)
    RussianDeclension.noun(word, .unknown, possessive: possessive, .diminutive, into: &sink)
    UkrainianDeclension.noun(word, .unknown, possessive: possessive, .diminutive, into: &sink)
    if let other = Orthography.isUkrainian(word)
      ? Orthography.russian(fromUkrainian: word).first
      : Orthography.ukrainian(fromRussian: word).first, other != word
    {
      note(other, isShort: isShort)
      sink.add(other, .diminutive)
      RussianDeclension.noun(other, .unknown, possessive: false, .diminutive, into: &sink)
      UkrainianDeclension.noun(other, .unknown, possessive: possessive, .diminutive, into: &sink)
    }
  }

  /// The patronymic in the other languages: Николаевич, Миколайович, Mykolaiovych.
  mutating func addPatronymicEquivalents(_ word: Letters) {
    let table = Diminutives.table
    let candidates = Script(of: word) == .cyrillic ? [word] : Array(heard.prefix(4))
    for candidate in candidates {
      let isMale = candidate.ends("ич")
      for father in Patronymic.fathers(of: candidate) {
        for index in table.lines(named: father, .male) {
          for name in table.lines[index].names.prefix(4) where Script(of: name) == .cyrillic {
            for made in Patronymic.made(from: name, masculine: isMale) {
              sink.add(made, .transliteration)
              RussianDeclension.patronymic(made, .transliteration, into: &sink)
              UkrainianDeclension.patronymic(made, .transliteration, into: &sink)
              let ukrainian = Orthography.isUkrainian(made) || made.ends("йович")
              addSpellings(of: made, ukrainian: ukrainian, limit: 8, .transliteration)
            }
          }
        }
      }
    }
  }
}
