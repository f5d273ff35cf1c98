internal import Cryptography
package import Sealing
internal import Testing

extension AgeVector {
  /// Opens the file in pieces of that many bytes, and compares.
  package func check(_ reader: KeyReader, piece: Int) throws {
    var openers: [any Identity] = []
    for identity in identities { openers += try reader.identities(Array(identity.utf8)) }
    for passphrase in passphrases {
      openers.append(ScryptIdentity { Secret(copying: Array(passphrase.utf8)) })
    }
    var released: [UInt8] = []
    var found = "success"
    do {
      var opener = Opener(with: openers, form: isArmored ? .armored : .binary)
      let piece = max(1, min(piece, file.count))
      for start in stride(from: 0, to: file.count, by: piece) {
        let part = Array(file[start..<min(start + piece, file.count)])
        try part.withUnsafeBytes { try opener.take($0) { released += $0 } }
      }
      try opener.finish { released += $0 }
    } catch let error as SealingError {
      switch error.part {
      case .armor: found = "armor failure"
      case .header: found = "header failure"
      case .match: found = "no match"
      case .code: found = "HMAC failure"
      case .payload: found = "payload failure"
      case .request: found = "\(error)"
      }
    }
    #expect(found == expectation)
    if let payloadDigest {
      #expect(try SHA256.digest(released) == payloadDigest, "\(released.count) bytes came out")
    } else {
      #expect(released.isEmpty)
    }
  }
}
