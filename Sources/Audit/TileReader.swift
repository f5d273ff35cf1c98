/// Hashes of subtrees out of the tiles on a disk, for a tree of one size. Nothing it gives may be
/// believed before a root that it leads to was compared with a signed one.
package final class TileReader: HashReader {
  private let disk: Disk
  private let size: Int
  private var tiles: [Tile: [Hash]] = [:]
  private var bundle: (tile: Tile, bytes: [UInt8])?

  /// Reads from a log's folder, for a tree of `size` leaves; nothing is read yet.
  package init(_ disk: Disk, size: Int) {
    self.disk = disk
    self.size = size
  }

  /// Throws `AuditError.outOfRange` where the subtree is not wholly inside the tree, and what
  /// reading a tile runs into; a tile is read once.
  package func hash(of subtree: Subtree) throws(AuditError) -> Hash {
    let (level, inside) = (subtree.height / 8, subtree.height % 8)
    let first = subtree.index << inside
    guard first >= 0, let tile = Tile(level: level, index: first / Tile.full, size: size),
      first % Tile.full + 1 << inside <= tile.width
    else { throw .outOfRange }
    let hashes = try hashes(of: tile)
    let place = first % Tile.full
    return try perfectRoot(hashes[place..<place + 1 << inside])
  }

  /// The hashes of a tile.
  func hashes(of tile: Tile) throws(AuditError) -> [Hash] {
    if let hashes = tiles[tile] { return hashes }
    let bytes = try bytes(of: tile, stride: Hash.count)
    let hashes = stride(from: 0, to: bytes.count, by: Hash.count).map { Hash(bytes, at: $0) }
    tiles[tile] = hashes
    return hashes
  }

  /// The entry at an index, as it stands in its bundle.
  package func entry(_ index: Int) throws(AuditError) -> [UInt8] {
    guard index >= 0,
      let tile = Tile(level: Tile.entries, index: index / Tile.full, size: size),
      index % Tile.full < tile.width
    else { throw .outOfRange }
    let bytes: [UInt8]
    if let bundle, bundle.tile == tile {
      bytes = bundle.bytes
    } else {
      bytes = try self.bytes(of: tile, stride: EntryBundle.stride)
      bundle = (tile, bytes)
    }
    guard let entry = EntryBundle.entry(index % Tile.full, of: bytes) else {
      throw .altered(tile.path)
    }
    return entry
  }

  /// The bytes of a tile or bundle; where the partial one is gone, the start of the whole one.
  func bytes(of tile: Tile, stride: Int) throws(AuditError) -> [UInt8] {
    let count = tile.width * stride
    if let bytes = try disk.read(tile.path) {
      guard bytes.count == count else { throw .altered(tile.path) }
      return bytes
    }
    guard !tile.isFull, let whole = try disk.read(tile.wholePath) else {
      throw .missing(tile.path)
    }
    guard whole.count == Tile.full * stride else { throw .altered(tile.wholePath) }
    return Array(whole[..<count])
  }
}

/// The root over hashes whose number is a power of two.
func perfectRoot(_ hashes: ArraySlice<Hash>) throws(AuditError) -> Hash {
  var row = Array(hashes)
  precondition(!row.isEmpty && row.count & (row.count - 1) == 0)
  while row.count > 1 {
    var above: [Hash] = []
    above.reserveCapacity(row.count / 2)
    for index in stride(from: 0, to: row.count, by: 2) {
      above.append(try .node(row[index], row[index + 1]))
    }
    row = above
  }
  return row[0]
}
