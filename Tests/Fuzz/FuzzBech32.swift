import Cryptography

@testable import Sealing

/// A key that is accepted is the text that would be written; so is base 64.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBech32(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  for prefix in ["age", "age1pq", "AGE-SECRET-KEY-", "AGE-SECRET-KEY-PQ-"] {
    if let bytes = Bech32.decode(input, prefix: prefix) {
      precondition(Bech32.encode(prefix: prefix, bytes) == input)
    }
    let text = Bech32.encode(prefix: prefix, input)
    precondition(Bech32.decode(text, prefix: prefix) == input)
  }
  for isPadded in [false, true] {
    if let bytes = Base64.decode(input, isPadded: isPadded) {
      precondition(Base64.encode(bytes, isPadded: isPadded) == input)
    }
    let text = Base64.encode(input, isPadded: isPadded)
    precondition(Base64.decode(text, isPadded: isPadded) == input)
  }
  _ = try? KeyReader([.x25519]).recipients(input)
  _ = try? KeyReader([.x25519]).identities(input)
  return 0
}
