/// What anyone can see of an age file without a key.
public struct Inspection: Equatable, Sendable {
  /// The kinds of the stanzas, in their order; one for each recipient, and what else was put in.
  public let kinds: [String]
  /// Whether the file is in its text form.
  public let isArmored: Bool
  /// The bytes of the header.
  public let headerCount: Int
  /// The bytes of the file, in the form it is in.
  public let fileCount: Int
  /// The bytes that were sealed; nil where no sealed payload has the size of this one.
  public let plainCount: Int?

  /// Whether a quantum computer would not open the file; nil where that is not known.
  public var isPostQuantum: Bool? {
    if kinds.contains(where: { Self.classic.contains($0) }) { return false }
    return kinds.contains { Self.postQuantum.contains($0) } ? true : nil
  }

  private static let classic: Set = [
    "X25519", "ssh-rsa", "ssh-ed25519", "piv-p256", "p256tag",
  ]
  private static let postQuantum: Set = ["mlkem768x25519", "scrypt", "mlkem768p256tag"]
}

/// Reads what can be seen of an age file that comes in pieces.
public struct Inspector {
  private var form = Opener.Form.any
  private var armor = ArmorReader()
  private var parser = HeaderParser()
  private var header: Header?
  private var fileCount = 0
  private var payloadCount = 0

  /// An inspector that has seen nothing.
  public init() {}

  /// Takes further bytes.
  public mutating func take(_ bytes: UnsafeRawBufferPointer) throws(SealingError) {
    guard let first = bytes.first else { return }
    fileCount += bytes.count
    if form == .any { form = first == Header.origin[0] ? .binary : .armored }
    guard form == .armored else { return try takeBinary(bytes) }
    let decoded = try armor.take(bytes)
    try decoded.withUnsafeBufferPointer { decoded throws(SealingError) in
      try takeBinary(UnsafeRawBufferPointer(decoded))
    }
  }

  /// Whether everything but the size is known.
  public var hasSeenHeader: Bool { header != nil && form == .binary }

  /// What was seen; `unseen` is how many bytes of a binary file follow those that were taken.
  public mutating func finish(unseen: Int = 0) throws(SealingError) -> Inspection {
    fileCount += unseen
    payloadCount += unseen
    if form == .armored { try armor.finish() }
    guard let header else { throw parser.incomplete }
    return Inspection(
      kinds: header.stanzas.map(\.kind), isArmored: form == .armored,
      headerCount: header.encoded.count, fileCount: fileCount,
      plainCount: Payload.plainCount(sealed: payloadCount - Payload.nonceCount))
  }

  private mutating func takeBinary(_ bytes: UnsafeRawBufferPointer) throws(SealingError) {
    var taken = 0
    if header == nil { (taken, header) = try parser.take(bytes) }
    payloadCount += bytes.count - taken
  }
}
