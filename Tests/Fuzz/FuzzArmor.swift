@testable import Sealing

/// Text that is accepted is the one that would be written, but for line ends and space around it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArmor(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  let whole = decoded(input, piece: max(count, 1))
  precondition(whole == decoded(input, piece: 5))
  guard let whole else { return 0 }
  var writer = ArmorWriter()
  let text = whole.withUnsafeBytes { writer.take($0) } + writer.finish()
  precondition(bare(text) == bare(input))
  return 0
}

private func decoded(_ text: [UInt8], piece: Int) -> [UInt8]? {
  var reader = ArmorReader()
  var bytes: [UInt8] = []
  for start in stride(from: 0, to: text.count, by: piece) {
    let part = Array(text[start..<min(start + piece, text.count)])
    guard let step = try? part.withUnsafeBytes({ try reader.take($0) }) else { return nil }
    bytes += step
  }
  return (try? reader.finish()) == nil ? nil : bytes
}

/// The text without carriage returns and the space around it.
private func bare(_ text: [UInt8]) -> [UInt8] {
  let lines = text.filter { $0 != 0x0D }
  let start = lines.firstIndex { !Armor.isSpace($0) } ?? 0
  let end = lines.lastIndex { !Armor.isSpace($0) } ?? -1
  return end < start ? [] : Array(lines[start...end])
}
