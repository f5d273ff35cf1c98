internal import CLexicon

/// Given names, their equivalents in other languages and their diminutives, as one table of facts.
struct Diminutives: Sendable {
  /// One line of the table.
  struct Line: Sendable {
    var culture: Letters
    var gender: Gender
    var names: [Letters]
    var short: [Letters]
  }

  /// The table that is built in.
  static var table: Diminutives { Recognition.isMissing(.diminutives) ? none : whole }

  private static let none = Diminutives(parsing: UnsafeBufferPointer(start: nil, count: 0))
  private static let whole = Diminutives(
    parsing: UnsafeBufferPointer(
      start: clexicon_diminutives_start(), count: Int(clexicon_diminutives_count)))

  let lines: [Line]
  private var byName: [UInt64: [Int]] = [:]
  private var byShort: [UInt64: [Int]] = [:]

  /// Reads lines of culture.gender TAB names TAB diminutives.
  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    var lines: [Line] = []
    for row in bytes.split(separator: 0x0A) {
      let fields = row.split(separator: 0x09)
      guard fields.count == 3, let dot = fields[0].firstIndex(of: 0x2E) else { continue }
      lines.append(
        Line(
          culture: Array(fields[0][..<dot]),
          gender: fields[0].last == 0x66 ? .female : .male,
          names: fields[1].split(separator: 0x2C).map { Letters(letters: $0) },
          short: fields[2].split(separator: 0x2C).map { Letters(letters: $0) }))
    }
    self.lines = lines
    for (index, line) in lines.enumerated() {
      for name in line.names {
        byName[Self.key(name), default: []].append(index)
        if Script(of: name) == .latin,
          let heard = CyrillicSpelling.spellings(of: name, limit: 1).first
        {
          byShort[Self.key(heard), default: []].append(index)
        }
      }
      for name in line.short { byShort[Self.key(name), default: []].append(index) }
    }
  }

  /// The lines that list the name as a full name.
  func lines(named word: Letters, _ gender: Gender) -> [Int] {
    (byName[Self.key(word)] ?? []).filter { Self.fits(lines[$0].gender, gender) }
  }

  /// The lines that list the name as a short one.
  func lines(shortened word: Letters, _ gender: Gender) -> [Int] {
    (byShort[Self.key(word)] ?? []).filter { Self.fits(lines[$0].gender, gender) }
  }

  /// The lines that list the name at all.
  func lines(of word: Letters) -> [Int] {
    lines(named: word, .unknown) + lines(shortened: word, .unknown)
  }

  /// Whether the name is a full given name of the table.
  func isGivenName(_ word: Letters) -> Bool { byName[Self.key(word)] != nil }

  private static func fits(_ a: Gender, _ b: Gender) -> Bool {
    a == b || a == .unknown || b == .unknown
  }

  /// A key that leaves out what spellings of one name differ in: и й ы і, soft signs, е э є,
  /// doubled letters; in Latin y and i, w and v, kh and h, ph and f.
  static func key(_ word: Letters) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var before: UInt32 = 0
    var index = 0
    while index < word.count {
      var letter = UInt32(word[index])
      if letter >= 0xC0, index + 1 < word.count {
        letter = (letter & 0x1F) << 6 | UInt32(word[index + 1] & 0x3F)
        index += 1
      }
      index += 1
      switch letter {
      case 0x439, 0x44B, 0x456, 0x457: letter = 0x438
      case 0x44C, 0x44A, 0x27: continue
      case 0x451, 0x44D, 0x454: letter = 0x435
      case 0x491, 0x493: letter = 0x433
      case 0x49B: letter = 0x43A
      case 0x4B1, 0x4AF: letter = 0x443
      case 0x4A3: letter = 0x43D
      case 0x4D9: letter = 0x430
      case 0x4E9: letter = 0x43E
      case 0x79: letter = 0x69
      case 0x77: letter = 0x76
      case 0x68 where before == 0x6B || before == 0x70 || before == 0x74: continue
      default: break
      }
      if letter == before { continue }
      before = letter
      hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }
}
