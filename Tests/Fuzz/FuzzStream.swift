import Cryptography

@testable import Sealing

/// What was sealed comes back, in whatever pieces; a change of it gives a beginning and an error.
///
/// The first bytes choose: two the size of pieces, two how often the rest is repeated (so that
/// there are chunks), four where a byte is changed, one how.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStream(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard count >= 9 else { return 0 }
  let piece = Int(input[0]) << 8 | Int(input[1]) + 1
  let times = min(Int(input[2]) << 8 | Int(input[3]), 200_000 / max(count - 9, 1))
  let plain = [[UInt8]](repeating: Array(input[9...]), count: times).flatMap { $0 }
  let key = Secret(copying: [UInt8](repeating: 7, count: 32))

  guard var sealer = try? StreamSealer(key: key) else { return 0 }
  var sealed: [UInt8] = []
  try! inPieces(plain, piece) { part in try sealer.take(part) { sealed += $0 } }
  try! sealer.finish { sealed += $0 }
  precondition(Payload.plainCount(sealed: sealed.count) == plain.count)
  let whole = opened(sealed, key, piece)
  precondition(whole.bytes == plain && whole.isWhole)

  let place = input[4...7].reduce(0) { $0 << 8 | Int($1) } % (sealed.count + 1)
  switch input[8] & 3 {
  case 0 where place < sealed.count: sealed[place] ^= max(input[8] >> 2, 1)
  case 1 where place < sealed.count: sealed.removeSubrange(place...)
  case 2: sealed.insert(input[8], at: place)
  default:
    guard place < sealed.count else { return 0 }
    sealed.remove(at: place)
  }
  let changed = opened(sealed, key, piece)
  precondition(!changed.isWhole && changed.bytes == Array(plain.prefix(changed.bytes.count)))
  return 0
}

private func opened(
  _ sealed: [UInt8], _ key: borrowing Secret, _ piece: Int
) -> (bytes: [UInt8], isWhole: Bool) {
  var bytes: [UInt8] = []
  do {
    var opener = try StreamOpener(key: key)
    try inPieces(sealed, piece) { part in try opener.take(part) { bytes += $0 } }
    try opener.finish { bytes += $0 }
    return (bytes, true)
  } catch {
    return (bytes, false)
  }
}

private func inPieces(
  _ bytes: [UInt8], _ piece: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
) throws {
  for start in stride(from: 0, to: bytes.count, by: piece) {
    try Array(bytes[start..<min(start + piece, bytes.count)]).withUnsafeBytes(body)
  }
}
