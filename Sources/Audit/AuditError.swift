internal import Cryptography

/// Why something of a log could not be read or done. It holds positions, sizes and paths inside the
/// log folder only, so that it may be logged.
package enum AuditError: Error, Equatable, Sendable {
  /// Text that is not in the canonical form of its format; what is wrong with it.
  case malformed(Format, String)
  /// A size, index or range that does not fit the tree.
  case outOfRange
  /// A proof that does not lead to the root.
  case wrongProof
  /// No signature of a key that is trusted.
  case unknownSigner
  /// A signature of a trusted key that does not verify.
  case wrongSignature
  /// A file of the log that is not there; its path inside the folder.
  case missing(String)
  /// A file of the log whose content is not what the tree says.
  case altered(String)
  /// The log ends before the head that was last seen: what it has, what it had.
  case rolledBack(size: Int, seen: Int)
  /// The log belongs to another key than this machine's.
  case otherKey
  /// The state folder, where the key is kept, lies inside the log's folder.
  case keyInsideLog
  /// Others than its owner can read this machine's key, or change the folder with it.
  case exposedKey
  /// A system call failed on a file; its path, and errno.
  case system(String, Int32)
  /// OpenSSL failed, which no input should make it do.
  case cryptography

  /// What text was read.
  package enum Format: String, Sendable {
    case base64, note, verifierKey, signingKey, checkpoint, proof, tile, leaf, disclosure, json
    case openings, keys, pin, code
  }
}

/// Runs a call of Cryptography, whose failures have no reason that a caller could use.
func cryptographic<R>(_ call: () throws -> R) throws(AuditError) -> R {
  do { return try call() } catch { throw .cryptography }
}
