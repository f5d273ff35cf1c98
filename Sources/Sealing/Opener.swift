internal import Cryptography

/// Opens one age file that comes in pieces, in constant memory.
///
/// What goes to the sink is authentic, and is what was sealed from its beginning on; whether it is
/// all of it is known only when `finish` returns.
public struct Opener: ~Copyable {
  /// In which form a file is expected.
  public enum Form: Sendable {
    /// Either; text is told by its first character.
    case any
    case binary
    case armored
  }

  private let identities: [any Identity]
  private var form: Form
  private var armor = ArmorReader()
  private var parser = HeaderParser()
  private var header: Header?
  private var fileKey: FileKey?
  private var nonce: [UInt8] = []
  private var stream: StreamOpener?

  /// A file to be opened by the first of the identities that can.
  public init(with identities: [any Identity], form: Form = .any) {
    self.identities = identities
    self.form = form
  }

  /// Opens further bytes; whole chunks go out.
  public mutating func take(_ bytes: UnsafeRawBufferPointer, to sink: Sink) throws {
    guard let first = bytes.first else { return }
    if form == .any { form = first == Header.origin[0] ? .binary : .armored }
    guard form == .armored else { return try takeBinary(bytes, to: sink) }
    let decoded = try armor.take(bytes)
    try decoded.withUnsafeBytes { try takeBinary($0, to: sink) }
  }

  /// Opens the last chunk.
  ///
  /// - Throws: `SealingError` where the file is not whole.
  public mutating func finish(to sink: Sink) throws {
    if form == .armored { try armor.finish() }
    guard header != nil else { throw parser.incomplete }
    guard stream != nil else { throw SealingError.missingNonce }
    try stream!.finish(to: sink)
  }

  private mutating func takeBinary(_ bytes: UnsafeRawBufferPointer, to sink: Sink) throws {
    var rest = bytes
    if header == nil {
      let (taken, found) = try parser.take(rest)
      guard let found else { return }
      header = found
      fileKey = try found.fileKey(identities)
      rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
    }
    if stream == nil {
      let count = min(Payload.nonceCount - nonce.count, rest.count)
      nonce += rest[..<count]
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      guard nonce.count == Payload.nonceCount, let key = try fileKey?.payloadKey(nonce: nonce)
      else { return }
      stream = try StreamOpener(key: key)
      fileKey = nil
    }
    try stream?.take(rest, to: sink)
  }
}
