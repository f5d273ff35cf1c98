/// Reads an archive that comes in pieces, in constant memory, as `TarWriter` makes it.
struct TarReader {
  /// What the archive gives, in its order.
  enum Part {
    /// A member begins.
    case member(TarWriter.Member)
    /// Bytes of it.
    case bytes(UnsafeRawBufferPointer)
  }

  private var held: [UInt8] = []
  private var left = 0
  private var filling = 0
  private var records: [UInt8]?
  private var extended: [String: String] = [:]
  private(set) var isAtEnd = false

  private static let largestRecord = 1 << 16

  /// Takes further bytes.
  mutating func take(
    _ bytes: UnsafeRawBufferPointer, to sink: (Part) throws -> Void
  ) throws {
    var rest = bytes
    func advance(_ count: Int) { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
    while !rest.isEmpty, !isAtEnd {
      if left > 0 {
        let count = min(left, rest.count)
        let piece = UnsafeRawBufferPointer(rebasing: rest[..<count])
        if records != nil { records! += piece } else { try sink(.bytes(piece)) }
        left -= count
        advance(count)
        if left == 0, let text = records {
          try read(text)
          records = nil
        }
      } else if filling > 0 {
        let count = min(filling, rest.count)
        filling -= count
        advance(count)
      } else {
        let count = min(TarWriter.block - held.count, rest.count)
        held += rest[..<count]
        advance(count)
        guard held.count == TarWriter.block else { return }
        try header(held, to: sink)
        held = []
      }
    }
  }

  private mutating func header(_ block: [UInt8], to sink: (Part) throws -> Void) throws {
    if block.allSatisfy({ $0 == 0 }) {
      isAtEnd = true
      return
    }
    let sum = block.enumerated().reduce(0) {
      $0 + (148..<156 ~= $1.offset ? 0x20 : Int($1.element))
    }
    guard Self.octal(block[148..<154]) == sum, var size = Self.octal(block[124..<135]),
      var time = Self.octal(block[136..<147])
    else { throw Self.damaged }
    if block[156] == UInt8(ascii: "x") {
      guard size <= Self.largestRecord else { throw Self.damaged }
      records = []
    } else {
      guard block[156] == UInt8(ascii: "0") else { throw Self.damaged }
      size = extended["size"].flatMap { Int($0) } ?? size
      time = extended["mtime"].flatMap { Int($0) } ?? time
      let name =
        extended["path"] ?? String(decoding: block[..<100].prefix { $0 != 0 }, as: UTF8.self)
      extended = [:]
      try sink(.member(TarWriter.Member(name: name, size: size, time: time)))
    }
    left = size
    filling = TarWriter.padding(size).count
    if size == 0 { records = nil }
  }

  private mutating func read(_ text: [UInt8]) throws {
    var rest = text[...]
    while !rest.isEmpty {
      guard let space = rest.firstIndex(of: 0x20),
        let count = Int(String(decoding: rest[rest.startIndex..<space], as: UTF8.self)),
        count > 0, count <= rest.count
      else { throw Self.damaged }
      let line = String(decoding: rest[(space + 1)..<(rest.startIndex + count - 1)], as: UTF8.self)
      guard let equals = line.firstIndex(of: "=") else { throw Self.damaged }
      extended[String(line[..<equals])] = String(line[line.index(after: equals)...])
      rest = rest.dropFirst(count)
    }
  }

  private static func octal(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard 0x30...0x37 ~= digit else { return nil }
      number = number << 3 | Int(digit - 0x30)
    }
    return number
  }

  private static var damaged: CaseRefusal {
    CaseRefusal(.refused, "what was sealed is no archive that this program makes")
  }
}
