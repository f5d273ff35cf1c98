extension Sealer {
  /// Seals bytes that are all at hand.
  public static func seal(
    _ bytes: [UInt8], to recipients: [any Recipient], isArmored: Bool = false
  ) throws(SealingError) -> [UInt8] {
    var sealer = try Sealer(to: recipients, isArmored: isArmored)
    var file: [UInt8] = []
    do {
      try bytes.withUnsafeBytes { try sealer.take($0) { file += $0 } }
      try sealer.finish { file += $0 }
    } catch { throw error as? SealingError ?? .failed }
    return file
  }
}

extension Opener {
  /// Opens a file that is all at hand; nothing of one that is not whole.
  public static func open(
    _ file: [UInt8], with identities: [any Identity], form: Form = .any
  ) throws -> [UInt8] {
    var opener = Opener(with: identities, form: form)
    var bytes: [UInt8] = []
    // Never moved, so that the caller can wipe all of it.
    bytes.reserveCapacity(file.count)
    try file.withUnsafeBytes { try opener.take($0) { bytes += $0 } }
    try opener.finish { bytes += $0 }
    return bytes
  }
}
