internal import CLexicon

/// One compiled table of CLexicon: from a key to a small number, read where it lies in the binary.
///
/// The layout is written in CLexicon.h. A lookup mixes the key, takes its bucket and steps
/// from where its rest should be to where it is; it allocates nothing. With four bytes of rest a
/// foreign key is taken for an entry with a chance of (entries in its bucket) / 2^32.
struct KeyTable: @unchecked Sendable {  // the bytes are constants of the binary
  private let offsets: UnsafeRawPointer
  private let rests: UnsafeRawPointer
  private let values: UnsafeRawPointer
  private let distinct: UnsafeRawPointer
  private let bucketShift: UInt64
  private let restShift: UInt64
  private let valueBytes: Int
  private let hasDistinct: Bool

  /// Number of entries.
  let count: Int

  /// Reads the header. A table whose header or length is not what the format says is our own bug
  /// and stops the process; `headerIsSound` asks without stopping.
  init(_ kind: UndersealTableKind) {
    let table = underseal_table(kind)
    let header = Header(table)
    precondition(header.isSound(length: table.count), "a compiled table is damaged")
    let base = UnsafeRawPointer(table.bytes)
    count = header.count
    valueBytes = header.valueBytes
    hasDistinct = header.distinct > 0
    bucketShift = UInt64(64 - header.bucketBits)
    restShift = UInt64(32 - header.bucketBits)
    offsets = base + Header.length
    distinct = offsets + 4 * ((1 << header.bucketBits) + 1)
    rests = distinct + 4 * header.distinct
    values = rests + 4 * header.count
  }

  /// Whether a table's header is the one the format asks for.
  static func headerIsSound(_ kind: UndersealTableKind) -> Bool {
    let table = underseal_table(kind)
    return Header(table).isSound(length: table.count)
  }

  func contains(_ key: FoldedKey) -> Bool { position(of: key) != nil }

  /// The value stored for a key.
  @inline(__always)
  func value(_ key: FoldedKey) -> UInt32? {
    guard let position = position(of: key) else { return nil }
    let stored =
      valueBytes == 1
      ? Int((values + position).load(as: UInt8.self))
      : Int(UInt16(littleEndian: (values + 2 * position).loadUnaligned(as: UInt16.self)))
    return UInt32(truncatingIfNeeded: hasDistinct ? number(distinct + 4 * stored) : stored)
  }

  @inline(__always)
  private func position(of key: FoldedKey) -> Int? {
    let mixed = Self.mix(key.hash)
    let bucket = Int(truncatingIfNeeded: mixed >> bucketShift)
    let wanted = UInt32(truncatingIfNeeded: mixed >> restShift)
    let low = number(offsets + 4 * bucket)
    let high = number(offsets + 4 * bucket + 4)
    guard low < high else { return nil }
    // Rests are spread evenly, so the wanted one lies near its share of the bucket.
    let share = (UInt64(wanted) &* UInt64(high &- low)) >> 32
    var index = low &+ Int(truncatingIfNeeded: share)
    var found = rest(index)
    while found < wanted {
      index &+= 1
      guard index < high else { return nil }
      found = rest(index)
    }
    while found > wanted {
      guard index > low else { return nil }
      index &-= 1
      found = rest(index)
    }
    return found == wanted ? index : nil
  }

  @inline(__always)
  private func rest(_ index: Int) -> UInt32 {
    UInt32(littleEndian: (rests + 4 * index).loadUnaligned(as: UInt32.self))
  }

  @inline(__always)
  private func number(_ at: UnsafeRawPointer) -> Int {
    Int(UInt32(littleEndian: at.loadUnaligned(as: UInt32.self)))
  }

  @inline(__always)
  static func mix(_ hash: UInt64) -> UInt64 {
    var k = hash
    k ^= k >> 33
    k = k &* 0xFF51_AFD7_ED55_8CCD
    k ^= k >> 33
    k = k &* 0xC4CE_B9FE_1A85_EC53
    return k ^ (k >> 33)
  }
}

extension KeyTable {
  /// The 36 bytes at the head of a table.
  private struct Header {
    static let length = 36
    var magicIsRight = false
    var version = 0
    var bucketBits = 0
    var restBytes = 0
    var valueBytes = 0
    var count = 0
    var distinct = 0
    var check = 0

    init(_ table: UndersealTable) {
      guard table.count >= Self.length else { return }
      let bytes = UnsafeRawPointer(table.bytes)
      func field(_ at: Int) -> Int {
        Int(UInt32(littleEndian: (bytes + at).loadUnaligned(as: UInt32.self)))
      }
      magicIsRight = UnsafeRawBufferPointer(start: bytes, count: 8).elementsEqual("USLEXTAB".utf8)
      version = field(8)
      bucketBits = field(12)
      restBytes = field(16)
      valueBytes = field(20)
      count = field(24)
      distinct = field(28)
      check = field(32)
    }

    func isSound(length: Int) -> Bool {
      magicIsRight && version == 2 && (1...20).contains(bucketBits) && restBytes == 4
        && (1...2).contains(valueBytes)
        && check == version ^ bucketBits ^ restBytes ^ valueBytes ^ count ^ distinct
        && length
          == Self.length + 4 * ((1 << bucketBits) + 1) + 4 * distinct + count * (4 + valueBytes)
    }
  }
}
