internal import Cryptography

/// Reads the text form of an age file in pieces, accepting its one canonical form only; line ends
/// may be LF or CRLF, and a little white space may stand around it.
struct ArmorReader {
  private enum Expected {
    case begin, line, end, nothing
  }

  private var expected = Expected.begin
  private var line: [UInt8] = []
  private var lineNumber = 1
  private var space = 0

  /// Decodes further text.
  mutating func take(_ text: UnsafeRawBufferPointer) throws(SealingError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var rest = text[...]
    while !rest.isEmpty {
      if expected == .nothing {
        try skip(rest)
        return bytes
      }
      let lineEnd = rest.firstIndex(of: 0x0A)
      line.append(contentsOf: rest[..<(lineEnd ?? rest.endIndex)])
      guard line.count <= Armor.mostSpace else { throw malformed }
      guard let lineEnd else { return bytes }
      rest = rest[(lineEnd + 1)...]
      try endLine(into: &bytes)
    }
    return bytes
  }

  /// Throws unless the end mark was seen; its line may lack a line end.
  mutating func finish() throws(SealingError) {
    if expected != .nothing, !line.isEmpty {
      var none: [UInt8] = []
      try endLine(into: &none)
      guard none.isEmpty else { throw malformed }
    }
    guard expected == .nothing else { throw malformed }
  }

  private mutating func endLine(into bytes: inout [UInt8]) throws(SealingError) {
    if line.last == 0x0D { line.removeLast() }
    switch expected {
    case .begin:
      if line.allSatisfy({ Armor.isSpace($0) }) {
        space += line.count + 1
        guard space <= Armor.mostSpace else { throw malformed }
      } else if line == Armor.begin {
        expected = .line
      } else {
        throw malformed
      }
    case .line where line != Armor.end:
      guard !line.isEmpty, line.count <= Armor.columns,
        let decoded = Base64.decode(line)
      else { throw malformed }
      bytes += decoded
      if decoded.count < Armor.bytesInLine { expected = .end }
    case .line, .end:
      guard line == Armor.end else { throw malformed }
      expected = .nothing
      space = 0
    case .nothing: break
    }
    line.removeAll(keepingCapacity: true)
    lineNumber += 1
  }

  private mutating func skip(_ rest: Slice<UnsafeRawBufferPointer>) throws(SealingError) {
    space += rest.count
    guard space < Armor.mostSpace, rest.allSatisfy({ Armor.isSpace($0) }) else { throw malformed }
  }

  private var malformed: SealingError { .malformedArmor(line: lineNumber) }
}
