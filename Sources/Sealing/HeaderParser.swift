internal import Cryptography

/// Reads a header that comes in pieces, accepting the canonical form only.
struct HeaderParser {
  /// The most bytes that a header may have.
  static let largest = 16 << 20

  private enum Expected {
    case version, stanza, body
  }

  private var expected = Expected.version
  private var stanzas: [Stanza] = []
  private var arguments: [String] = []
  private var body: [UInt8] = []
  private var bytes: [UInt8] = []
  private var lineStart = 0
  private var lineNumber = 1

  /// Takes bytes up to the end of the header.
  ///
  /// - Returns: how many were taken, and the header once it is complete.
  mutating func take(
    _ input: UnsafeRawBufferPointer
  ) throws(SealingError) -> (taken: Int, header: Header?) {
    var taken = 0
    while taken < input.count {
      let rest = UnsafeRawBufferPointer(rebasing: input[taken...])
      let lineEnd = rest.firstIndex(of: 0x0A)
      let piece = rest.prefix((lineEnd ?? rest.count - 1) + 1)
      guard bytes.count + piece.count <= Self.largest else {
        throw .headerTooLarge(limit: Self.largest)
      }
      bytes.append(contentsOf: piece)
      taken += piece.count
      if expected == .version { try checkBeginning() }
      guard lineEnd != nil else { break }
      let header = try endLine()
      lineStart = bytes.count
      lineNumber += 1
      if let header { return (taken, header) }
    }
    return (taken, nil)
  }

  /// What is wrong with a header that ends here.
  var incomplete: SealingError {
    bytes.count < Header.origin.count ? .notSealed : .malformedHeader(line: lineNumber)
  }

  /// Something that is not an age file is not read to its first line end.
  private func checkBeginning() throws(SealingError) {
    let shared = min(bytes.count, Header.origin.count)
    guard bytes.prefix(shared) == Header.origin.prefix(shared) else { throw .notSealed }
    guard bytes.count <= 256 else { throw .malformedHeader(line: 1) }
  }

  private mutating func endLine() throws(SealingError) -> Header? {
    let line = bytes[lineStart...].dropLast()
    switch expected {
    case .version:
      guard bytes == Header.version else {
        let version = line.dropFirst(Header.origin.count)
        throw Stanza.isArgument(version) ? .unsupportedVersion : .malformedHeader(line: 1)
      }
      expected = .stanza
    case .stanza:
      if line.starts(with: Header.end) { return try end(line) }
      try beginStanza(line)
      expected = .body
    case .body:
      guard line.count <= Stanza.columns, let part = Base64.decode(line, .unpadded) else {
        throw malformed
      }
      body += part
      guard line.count < Stanza.columns else { break }
      stanzas.append(
        Stanza(kind: arguments[0], arguments: Array(arguments.dropFirst()), body: body))
      body = []
      expected = .stanza
    }
    return nil
  }

  private mutating func beginStanza(_ line: ArraySlice<UInt8>) throws(SealingError) {
    guard line.starts(with: Array("-> ".utf8)) else { throw malformed }
    let words = line.dropFirst(3).split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.allSatisfy({ Stanza.isArgument($0) }) else { throw malformed }
    arguments = words.map { String(decoding: $0, as: UTF8.self) }
  }

  private func end(_ line: ArraySlice<UInt8>) throws(SealingError) -> Header {
    guard !stanzas.isEmpty, line.starts(with: Header.end + [0x20]),
      let code = Base64.decode(line.dropFirst(Header.end.count + 1), .unpadded),
      code.count == 32
    else { throw malformed }
    let signed = Array(bytes[..<(lineStart + Header.end.count)])
    return Header(stanzas: stanzas, signed: signed, code: code)
  }

  private var malformed: SealingError { .malformedHeader(line: lineNumber) }
}
