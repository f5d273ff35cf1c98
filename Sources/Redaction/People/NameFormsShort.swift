/// Diminutives and equivalents of a given name.
extension FormSpread {
  /// Adds what the table knows of the name, what suffixes make of it, and what is cut from it.
  mutating func addShort(_ word: Letters) {
    let table = Diminutives.table
    let cyrillic = Script(of: word) == .cyrillic ? [word] : Array(heard.prefix(12))
    var direct = table.lines(named: word, gender)
    var throughCyrillic = Script(of: word) == .cyrillic
    if Script(of: word) == .latin {
      for one in cyrillic {
        for line in table.lines(named: one, gender) where !direct.contains(line) {
          direct.append(line)
          throughCyrillic = true
        }
      }
    }
    var equals: [Letters] = []
    var short: [Letters] = []
    for index in direct {
      let found = relatives(table.lines[index], of: word, cyrillic, throughCyrillic)
      equals += found.names
      short += found.short
    }
    var long: [Letters] = []
    for one in Set([word] + cyrillic.prefix(4)).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      for index in table.lines(shortened: one, gender).prefix(6) where !direct.contains(index) {
        long += table.lines[index].names.filter { $0.count > 3 }.prefix(4)
      }
    }
    for one in equals { addRelative(one, isShort: false) }
    for one in short { addRelative(one, isShort: true) }
    for one in long { addRelative(one, isShort: false) }
    short = equals + short
    var suffixed: [Letters] = []
    if role != .alias {
      let bases = (cyrillic.prefix(1) + short.filter { Script(of: $0) == .cyrillic }.prefix(5))
      for base in bases where base.letterCount < 8 {
        suffixed += ProductiveDiminutives.suffixed(base)
      }
      if direct.isEmpty {
        suffixed += ProductiveDiminutives.truncated(word, gender)
        if Script(of: word) == .latin, let one = cyrillic.first {
          suffixed += ProductiveDiminutives.truncated(one, gender)
        }
      }
      if Script(of: word) == .latin { suffixed += ProductiveDiminutives.romance(word) }
    }
    for one in suffixed { addSuffixed(one) }
  }

  private func isEastSlavic(_ line: Diminutives.Line) -> Bool {
    line.culture.elementsEqual("ru".utf8) || line.culture.elementsEqual("uk".utf8)
      || line.culture.elementsEqual("be".utf8)
  }

  /// The names of a line that can stand for `word`, and its diminutives.
  ///
  /// Jean is in the line of John and Иван: of a Jean only close names of his own alphabet are taken,
  /// of an Ivan those in Cyrillic.
  private func relatives(
    _ line: Diminutives.Line, of word: Letters, _ cyrillic: [Letters], _ throughCyrillic: Bool
  ) -> (names: [Letters], short: [Letters]) {
    let keys = cyrillic.map(Diminutives.key)
    let isSlavic =
      throughCyrillic
      && line.names.contains {
        Script(of: $0) == .cyrillic && keys.contains(Diminutives.key($0))
      }
    var first: Set<UInt8> = []
    if let initial = word.first, Script(of: word) == .latin { first.insert(initial) }
    // Иосиф, Joseph.
    if word.begins("ио") || word.begins("йо") { first.insert(0x6A) }
    if isSlavic {
      for one in line.names.prefix(2) + line.short.prefix(8) where Script(of: one) == .cyrillic {
        let spelled = LatinSpelling.spellings(of: one, ukrainian: false, limit: 1)
        if let initial = spelled.first?.first { first.insert(initial) }
      }
    }
    let close = line.names.filter { name in
      if Script(of: name) == .cyrillic { return isSlavic || !isEastSlavic(line) }
      guard let initial = name.first else { return false }
      return first.contains(initial)
    }
    let short = line.short.filter { name in
      if Script(of: name) == .cyrillic { return isSlavic || !isEastSlavic(line) }
      return !isSlavic || name.first.map { first.contains($0) } == true
    }
    return (close, short)
  }
}
