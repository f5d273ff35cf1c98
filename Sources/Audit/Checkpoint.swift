internal import Cryptography

/// The head of a log (C2SP tlog-checkpoint v1.0.0), which a signed note carries:
///
///     example.com/behind-the-sofa
///     20852163
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
package struct Checkpoint: Hashable, Sendable {
  /// What tells this log from all others.
  package let origin: String
  /// How many leaves the tree has.
  package let size: Int
  /// The root of the tree at that size.
  package let root: Hash

  /// A head that is yet to be written (C2SP tlog-checkpoint); the origin is one line that is not
  /// empty.
  package init(origin: String, size: Int, root: Hash) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads a note's text. Extension lines are refused: no auditor could check what they say.
  package init(text: [UInt8]) throws(AuditError) {
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty else {
      throw .malformed(.checkpoint, "not three lines")
    }
    guard !lines[0].isEmpty, let origin = String(validating: lines[0], as: UTF8.self) else {
      throw .malformed(.checkpoint, "no origin")
    }
    guard let size = canonicalNumber(lines[1]) else {
      throw .malformed(.checkpoint, "the size is not a number")
    }
    guard let bytes = Base64.decode(lines[2]), let root = Hash(bytes) else {
      throw .malformed(.checkpoint, "the root is not a hash")
    }
    self.init(origin: origin, size: size, root: root)
  }

  /// The text that is signed.
  package var text: [UInt8] {
    Array("\(origin)\n\(size)\n".utf8) + Base64.encode(root.bytes) + [0x0A]
  }

  /// The checkpoint with one signature.
  package func signed(with key: borrowing SigningKey) throws(AuditError) -> SignedNote {
    var note = try SignedNote(text: text)
    try note.sign(with: key)
    return note
  }

  /// A short code for people to write down, out of the size and 80 bits over the whole head:
  /// "1200-abcd-efgh-ijkl-mnop".
  package func code() throws(AuditError) -> String { "\(size)-\(shortCode(try Hash(of: text)))" }
}
