@testable import Sealing

/// A header that is accepted is written back byte for byte, in whatever pieces it came.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHeader(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeRawBufferPointer(start: start, count: count)
  let whole = parse(input, piece: max(count, 1))
  let pieces = parse(input, piece: 3)
  precondition(whole?.header.encoded == pieces?.header.encoded && whole?.taken == pieces?.taken)
  if let whole {
    precondition(whole.header.encoded == Array(input[..<whole.taken]))
    _ = try? whole.header.fileKey([Fixed.identity, Fixed.passphrase])
  }
  return 0
}

private func parse(_ input: UnsafeRawBufferPointer, piece: Int) -> (header: Header, taken: Int)? {
  var parser = HeaderParser()
  var taken = 0
  while taken < input.count {
    let end = min(taken + piece, input.count)
    let part = UnsafeRawBufferPointer(rebasing: input[taken..<end])
    guard let step = try? parser.take(part) else { return nil }
    taken += step.taken
    if let header = step.header { return (header, taken) }
  }
  return nil
}
