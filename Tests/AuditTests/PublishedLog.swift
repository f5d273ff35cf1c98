import Audit
import Cryptography
import Foundation

/// A small reader of a log by the published formats alone, which shares no code with the library
/// but the hash and the signature functions.
struct PublishedLog {
  let entries: [[UInt8]]
  private let checkpoint: String
  private let keys: String

  private enum Problem: Error { case missing }

  init(_ folder: Folder) throws {
    guard let bytes = folder["checkpoint"], let keys = folder["keys"] else { throw Problem.missing }
    checkpoint = String(decoding: bytes, as: UTF8.self)
    self.keys = String(decoding: keys, as: UTF8.self)
    let size = Int(checkpoint.split(separator: "\n")[1]) ?? 0
    var entries: [[UInt8]] = []
    while entries.count < size {
      let index = entries.count / 256
      let width = min(256, size - entries.count)
      let name = String(format: "tile/entries/%03d", index)
      guard let bundle = folder[width == 256 ? name : "\(name).p/\(width)"] else {
        throw Problem.missing
      }
      var rest = bundle[...]
      while rest.count >= 2 {
        let count = Int(rest.removeFirst()) << 8 | Int(rest.removeFirst())
        entries.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
    }
    self.entries = entries
  }

  private func root(_ hashes: ArraySlice<[UInt8]>) throws -> [UInt8] {
    guard hashes.count > 1 else { return try hashes.first ?? SHA256.digest([]) }
    var split = 1
    while split * 2 < hashes.count { split *= 2 }
    let middle = hashes.startIndex + split
    return try SHA256.digest([1] + root(hashes[..<middle]) + root(hashes[middle...]))
  }

  /// Whether the root is that of the entries, and the signature that of the last key.
  func isRight() throws -> Bool {
    let lines = checkpoint.split(separator: "\n", omittingEmptySubsequences: false)
    let hashes = try entries.map { try SHA256.digest([0] + $0) }
    guard Data(try root(hashes[...])).base64EncodedString() == lines[2] else { return false }
    let signature = lines[4].split(separator: " ")[2]
    guard let signed = Data(base64Encoded: String(signature)), signed.count == 68,
      let last = keys.split(separator: "\n").last?.split(separator: " ").last
    else { return false }
    let standard = String(last).replacing("-", with: "+").replacing("_", with: "/")
    let padded = standard + String(repeating: "=", count: (4 - standard.count % 4) % 4)
    guard let disclosure = Data(base64Encoded: padded),
      let parts = try JSONSerialization.jsonObject(with: disclosure) as? [Any],
      let body = parts.last as? [String: Any], let vkey = body["vkey"] as? String,
      let key = Data(base64Encoded: String(vkey.split(separator: "+", maxSplits: 2)[2]))
    else { return false }
    let text = lines[0..<3].joined(separator: "\n") + "\n"
    return try Ed25519.isValid(
      Array(signed.dropFirst(4)), of: Array(text.utf8), publicKey: Array(key.dropFirst()))
  }
}
