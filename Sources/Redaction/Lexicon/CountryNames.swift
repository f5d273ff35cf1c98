internal import CLexicon

/// The names of countries in sentences: a table of texts, sixteen a country (see CLexicon.h).
struct CountryNames: @unchecked Sendable {  // the bytes are constants of the binary
  private static let columns = 16
  private let bytes: UnsafeRawPointer
  private let length: Int

  /// Number of rows; row 0 is "no country".
  let count: Int

  init(_ kind: UndersealTableKind) {
    let table = underseal_table(kind)
    precondition(Self.isSound(kind), "a compiled table is damaged")
    bytes = UnsafeRawPointer(table.bytes)
    length = table.count
    count = Self.number(bytes + 12)
  }

  /// Whether the header and the offsets are what the format says.
  static func isSound(_ kind: UndersealTableKind) -> Bool {
    let table = underseal_table(kind)
    let bytes = UnsafeRawPointer(table.bytes)
    guard table.count > 20,
      UnsafeRawBufferPointer(start: bytes, count: 8).elementsEqual("USLEXTXT".utf8),
      number(bytes + 8) == 1
    else { return false }
    let rows = number(bytes + 12)
    let texts = 16 + 4 * (rows * columns + 1) + 2 * rows
    guard (1...256).contains(rows), texts <= table.count else { return false }
    var last = 0
    for i in 0...rows * columns {
      let offset = number(bytes + 16 + 4 * i)
      guard offset >= last else { return false }
      last = offset
    }
    return texts + last == table.count
  }

  /// The two letters of a row's ISO 3166-1 code; empty for row 0 and beyond the end.
  func code(_ row: Int) -> String {
    guard row > 0, row < count else { return "" }
    let at = bytes + 16 + 4 * (count * Self.columns + 1) + 2 * row
    return String(decoding: UnsafeRawBufferPointer(start: at, count: 2), as: UTF8.self)
  }

  /// One text of a row; empty beyond the end.
  func text(_ row: Int, column: Int) -> String {
    guard row > 0, row < count, (0..<Self.columns).contains(column) else { return "" }
    let index = bytes + 16 + 4 * (row * Self.columns + column)
    let texts = bytes + 16 + 4 * (count * Self.columns + 1) + 2 * count
    let start = Self.number(index)
    let text = UnsafeRawBufferPointer(start: texts + start, count: Self.number(index + 4) - start)
    return String(decoding: text, as: UTF8.self)
  }

  private static func number(_ at: UnsafeRawPointer) -> Int {
    Int(UInt32(littleEndian: at.loadUnaligned(as: UInt32.self)))
  }
}
