internal import CLexicon

/// The ordinary words of one language, each of its forms: the smallest automaton that takes them
/// and no others, read where it lies in the binary.
///
/// The layout is written in CLexicon.h. A lookup follows one edge a letter and allocates nothing
/// as long as the word is spelled with the plain letters of its script, their capitals and their
/// diacritics; anything else is folded first.
struct WordGraph: @unchecked Sendable {  // the bytes are constants of the binary
  /// Where a walk stands.
  struct Step: Equatable {
    /// The edge that was taken last; 0 where no word begins so.
    fileprivate var edge: UInt32

    /// Before the first letter.
    static let start = Step(edge: 0x40)
    /// Where no word leads.
    fileprivate static let nowhere = Step(edge: 0)

    /// Whether the letters so far are a word.
    var isWord: Bool { edge & 0x80 != 0 }
  }

  private static let headerLength = 28
  private static let rootEdges = 64
  private let edges: UnsafeRawPointer
  private let isCyrillic: Bool

  /// Number of words.
  let count: Int

  /// Reads the header. A graph whose header or length is not what the format says is our own bug
  /// and stops the process; `isSound` looks at every edge without stopping.
  init(_ table: UndersealFile) {
    precondition(Self.edgeCount(table) != nil, "a compiled table is damaged")
    let base = UnsafeRawPointer(table.bytes)
    isCyrillic = Self.number(base + 12) == 1
    count = Self.number(base + 16)
    edges = base + Self.headerLength
  }

  /// Whether a word, spelled as in a text, is one of the language when it is folded.
  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var step = Step.start
    var index = 0
    while index < word.count {
      let (letter, width) =
        isCyrillic ? Self.cyrillic(word, index) : Self.latin(word, index)
      guard letter != 0 else { return containsUnusual(word) }
      step = index == 0 ? first(letter) : next(step, letter)
      index += width
      if step == .nowhere { return !isUsual(word, from: index) && containsUnusual(word) }
    }
    return step.isWord
  }

  /// Where a walk stands after folded letters.
  func walk(from start: Step = .start, _ folded: some Sequence<UInt8>) -> Step {
    var step = start
    var lead: UInt8 = 0
    for byte in folded {
      if byte >= 0xC0 {
        lead = byte
        continue
      }
      let letter =
        isCyrillic ? Self.cyrillic(lead, byte) : lead == 0 && byte &- 0x61 < 26 ? byte & 0x1F : 0
      lead = 0
      guard letter != 0 else { return .nowhere }
      step = step == .start ? first(letter) : next(step, letter)
      if step == .nowhere { return .nowhere }
    }
    return step
  }

  @inline(never)
  private func containsUnusual(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    // A word that is all of the other script has no look-alike letters to be read as this one's.
    let isForeign =
      isCyrillic
      ? word.allSatisfy { $0 < 0x80 }
      : word.allSatisfy { $0 & 0xC0 == 0x80 || $0 == 0xD0 || $0 == 0xD1 }
    return !isForeign && walk(Fold.bytes(word)).isWord
  }

  /// Whether nothing stands in the rest of a word that could change how it is folded as a whole.
  private func isUsual(_ word: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < word.count {
      let (letter, width) =
        isCyrillic ? Self.cyrillic(word, index) : Self.latin(word, index)
      if letter == 0 { return false }
      index += width
    }
    return true
  }

  // MARK: Edges

  @inline(__always)
  private func first(_ letter: UInt8) -> Step { Step(edge: edge(Int(letter))) }

  @inline(__always)
  private func next(_ step: Step, _ letter: UInt8) -> Step {
    var index = Int(step.edge >> 8)
    guard index != 0 else { return .nowhere }
    while true {
      let found = edge(index)
      if found & 0x3F >= UInt32(letter) {
        return Step(edge: found & 0x3F == UInt32(letter) ? found : 0)
      }
      if found & 0x40 != 0 { return .nowhere }
      index &+= 1
    }
  }

  @inline(__always)
  private func edge(_ index: Int) -> UInt32 {
    UInt32(littleEndian: (edges + 4 * index).load(as: UInt32.self))
  }

  // MARK: Letters, numbered as in Scripts/lexicon/graphs.py; 0 is none

  @inline(__always)
  private static func latin(
    _ word: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (letter: UInt8, width: Int) {
    let byte = word[index]
    if byte < 0x80 { return (ScalarClass.asciiIsLetter(byte) ? byte & 0x1F : 0, 1) }
    guard byte &- 0xC3 < 7, index + 1 < word.count else { return (0, 1) }
    let folded = Fold.simple(UInt32(byte & 0x1F) << 6 | UInt32(word[index + 1] & 0x3F))
    return (folded &- 0x61 < 26 ? UInt8(truncatingIfNeeded: folded & 0x1F) : 0, 2)
  }

  @inline(__always)
  private static func cyrillic(
    _ word: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (letter: UInt8, width: Int) {
    let byte = word[index]
    guard byte &- 0xD0 < 3, index + 1 < word.count else { return (byte == 0x27 ? 50 : 0, 1) }
    if byte == 0xD2 { return (word[index + 1] | 1 == 0x91 ? 49 : 0, 2) }
    let folded = Fold.cyrillic(byte, word[index + 1]) &- 0x42F
    return (folded <= 48 ? UInt8(truncatingIfNeeded: folded) : 0, 2)
  }

  /// The letter of two folded bytes, or of an apostrophe after nothing.
  @inline(__always)
  private static func cyrillic(_ lead: UInt8, _ byte: UInt8) -> UInt8 {
    switch lead {
    case 0xD0: byte >= 0xB0 ? byte - 0xAF : 0
    case 0xD1: byte < 0xA0 ? byte - 0x6F : 0
    case 0xD2: byte == 0x91 ? 49 : 0
    default: byte == 0x27 && lead == 0 ? 50 : 0
    }
  }
}

extension WordGraph {
  /// Whether the header is the one the format asks for, every edge leads to where a node begins or
  /// ends a word, every node ends, and every letter is one.
  static func isSound(_ table: UndersealFile) -> Bool {
    guard let count = edgeCount(table) else { return false }
    let edges = UnsafeRawPointer(table.bytes) + headerLength
    func edge(_ index: Int) -> UInt32 {
      UInt32(littleEndian: (edges + 4 * index).load(as: UInt32.self))
    }
    var starts: Set<Int> = [rootEdges]
    for index in rootEdges..<count where edge(index) & 0x40 != 0 { starts.insert(index + 1) }
    guard starts.contains(count) else { return false }
    return (0..<count).allSatisfy { index in
      let found = edge(index)
      let target = Int(found >> 8)
      if index < rootEdges, found == 0 { return true }
      return (1...50).contains(found & 0x3F) && (index >= rootEdges || found & 0x3F == index)
        && (target == 0 ? found & 0x80 != 0 : target < count && starts.contains(target))
    }
  }

  private static func edgeCount(_ table: UndersealFile) -> Int? {
    guard table.count >= headerLength + 4 * rootEdges else { return nil }
    let base = UnsafeRawPointer(table.bytes)
    let fields = (0..<5).map { number(base + 8 + 4 * $0) }
    guard UnsafeRawBufferPointer(start: base, count: 8).elementsEqual("USLEXDAG".utf8),
      fields[0] == 1, fields[1] <= 1, fields[4] == fields[0] ^ fields[1] ^ fields[2] ^ fields[3],
      table.count == headerLength + 4 * fields[3]
    else { return nil }
    return fields[3]
  }

  private static func number(_ at: UnsafeRawPointer) -> Int {
    Int(UInt32(littleEndian: at.loadUnaligned(as: UInt32.self)))
  }
}
