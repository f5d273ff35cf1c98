/// The right edge of a tree: its partial tiles, from which it grows.
struct TreeEdge {
  private(set) var size: Int
  /// The hashes of the last tile of each level, where it is not full.
  private var levels: [[Hash]]
  private var bundle: [UInt8]
  /// Tiles that were filled, with their bytes.
  private(set) var filled: [(tile: Tile, bytes: [UInt8])] = []

  /// The edge of a tree that lies on the disk.
  init(_ reader: TileReader, size: Int) throws(AuditError) {
    self.size = size
    levels = []
    bundle = []
    var level = 0
    while size >> (8 * level) > 0 {
      let count = size >> (8 * level)
      let tile = Tile(level: level, index: count / Tile.full, size: size)
      levels.append(try tile.map { tile throws(AuditError) in try reader.hashes(of: tile) } ?? [])
      level += 1
    }
    if let tile = Tile(level: Tile.entries, index: size / Tile.full, size: size) {
      bundle = try reader.bytes(of: tile, stride: EntryBundle.stride)
      for place in 0..<tile.width {
        guard let entry = EntryBundle.entry(place, of: bundle), try .leaf(entry) == levels[0][place]
        else { throw .altered(tile.path) }
      }
    }
  }

  mutating func append(_ leaf: Leaf) throws(AuditError) {
    EntryBundle.append(leaf, to: &bundle)
    if bundle.count == Tile.full * EntryBundle.stride {
      let tile = Tile(level: Tile.entries, index: size / Tile.full, width: Tile.full)
      filled.append((tile, bundle))
      bundle = []
    }
    try push(try .leaf(leaf.bytes), level: 0)
    size += 1
  }

  private mutating func push(_ hash: Hash, level: Int) throws(AuditError) {
    if levels.count == level { levels.append([]) }
    levels[level].append(hash)
    guard levels[level].count == Tile.full else { return }
    let tile = Tile(level: level, index: size >> (8 * (level + 1)), width: Tile.full)
    filled.append((tile, Self.bytes(levels[level])))
    let root = try perfectRoot(levels[level][...])
    levels[level] = []
    try push(root, level: level + 1)
  }

  /// The tiles that are not full, with their bytes.
  var partial: [(tile: Tile, bytes: [UInt8])] {
    var tiles: [(Tile, [UInt8])] = []
    if let tile = Tile(level: Tile.entries, index: size / Tile.full, size: size) {
      tiles.append((tile, bundle))
    }
    for (level, hashes) in levels.enumerated() where !hashes.isEmpty {
      let index = size >> (8 * level) / Tile.full
      tiles.append((Tile(level: level, index: index, width: hashes.count), Self.bytes(hashes)))
    }
    return tiles
  }

  private static func bytes(_ hashes: [Hash]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(hashes.count * Hash.count)
    for hash in hashes { hash.append(to: &bytes) }
    return bytes
  }

  func root() throws(AuditError) -> Hash {
    try MerkleTree.root(size: size, EdgeHashes(levels: levels))
  }
}
