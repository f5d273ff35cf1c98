/// Reads every entry and every tile of a log once, left to right, and compares each with what it
/// must be.
struct TileWalk {
  private static let mostFindings = 100
  private let disk: Disk
  private let size: Int
  /// The files that are there, by the path of their whole tile.
  private var present: [String: [Tile]] = [:]
  /// The hashes of the tile that is being filled, for each level.
  private var levels: [[Hash]] = [[]]
  private var isWhole = true

  /// Entries that are known to say something.
  var expected: [Int: Leaf] = [:]
  private(set) var findings: [Finding] = []
  private(set) var leftovers = 0
  private(set) var commitments = 0
  /// Files that are named without a place, by digest.
  private(set) var belonging: [Hash: Int] = [:]
  /// Files that are named with their place.
  private(set) var places: [String: Placed] = [:]
  /// The place that the next leaf is about.
  private var place: String?
  /// The root of everything that was read; nil where something was missing.
  private(set) var root: Hash?

  init(_ disk: Disk, size: Int) {
    self.disk = disk
    self.size = size
  }

  mutating func run() throws(AuditError) {
    for path in [AuditLog.checkpointPath, KeyChain.path, "tile"] where disk.isLink(path) {
      findings.append(Finding(.altered, path, "is a link, and not the file itself"))
    }
    for path in try disk.files(below: "tile") {
      guard let tile = Tile(path: path) else {
        findings.append(Finding(.altered, path, "does not belong to the log"))
        continue
      }
      if disk.isLink(path) {
        findings.append(Finding(.altered, path, "is a link, and not the file itself"))
      }
      present[tile.wholePath, default: []].append(tile)
    }
    for index in 0..<(size + Tile.full - 1) / Tile.full {
      guard let tile = Tile(level: Tile.entries, index: index, size: size) else { break }
      try bundle(tile)
      // A head may name any size; nobody needs to hear of every tile it lacks.
      if findings.count > Self.mostFindings { isWhole = false }
      if !isWhole { break }
    }
    for level in 0..<levels.count where !levels[level].isEmpty {
      let index = size >> (8 * level) / Tile.full
      try compare(Tile(level: level, index: index, width: levels[level].count), levels[level])
    }
    guard isWhole else { return }
    // What is left was written above the signed size, and counts for nothing.
    for tile in present.values.joined() {
      if (tile.index * Tile.full + tile.width) << (8 * max(tile.level, 0)) > size {
        leftovers += 1
      } else {
        findings.append(Finding(.altered, tile.path, "does not belong to the log"))
      }
    }
    root = try MerkleTree.root(size: size, EdgeHashes(levels: levels))
  }

  private mutating func bundle(_ tile: Tile) throws(AuditError) {
    guard let bytes = try disk.read(tile.path) else {
      findings.append(Finding(.incomplete, tile.path, "is missing"))
      isWhole = false
      present[tile.wholePath] = nil
      let leaves = Tile(level: 0, index: tile.index, width: tile.width)
      present[leaves.wholePath] = nil
      return
    }
    guard bytes.count == tile.width * EntryBundle.stride else {
      findings.append(Finding(.altered, tile.path, "has another length"))
      isWhole = false
      return
    }
    for other in present.removeValue(forKey: tile.wholePath) ?? [] where other != tile {
      try comparePrefix(other, tile.width, bytes, stride: EntryBundle.stride)
    }
    for place in 0..<tile.width {
      let index = tile.index * Tile.full + place
      let entry = EntryBundle.entry(place, of: bytes)
      if let entry { try read(entry, index, tile) }
      if entry == nil {
        findings.append(Finding(.altered, tile.path, entry: index, "has another length"))
      }
      try push(try .leaf(entry ?? []), level: 0, end: index + 1)
    }
  }

  private mutating func read(_ entry: [UInt8], _ index: Int, _ tile: Tile) throws(AuditError) {
    guard let leaf = try? Leaf(parsing: entry) else {
      findings.append(Finding(.altered, tile.path, entry: index, "is not in the form of an entry"))
      return
    }
    if let known = expected[index], known != leaf {
      findings.append(Finding(.altered, KeyChain.path, entry: index, "is not the key logged here"))
    }
    let place = place
    self.place = nil
    switch leaf {
    case .commitment: commitments += 1
    case .place(let path): self.place = path
    case .file(let digest, let state):
      let known = place.flatMap { places[$0] }
      let wasThere = known?.isThere == true && known?.digest == digest || belonging[digest] != nil
      if state == .removed, !wasThere {
        findings.append(Finding(.altered, tile.path, entry: index, "removes what was not there"))
      }
      if let place {
        places[place] = Placed(digest: digest, state: state, index: index)
        belonging[digest] = nil
      } else {
        belonging[digest] = state == .removed ? nil : index
      }
    }
    if place != nil {
      guard case .file = leaf else {
        findings.append(
          Finding(.altered, tile.path, entry: index, "is not about the place before it"))
        return
      }
    }
  }

  private mutating func push(_ hash: Hash, level: Int, end: Int) throws(AuditError) {
    if levels.count == level { levels.append([]) }
    levels[level].append(hash)
    guard levels[level].count == Tile.full else { return }
    let index = end >> (8 * (level + 1)) - 1
    try compare(Tile(level: level, index: index, width: Tile.full), levels[level])
    let root = try perfectRoot(levels[level][...])
    levels[level].removeAll(keepingCapacity: true)
    try push(root, level: level + 1, end: end)
  }

  /// Compares a tile and its older, narrower forms with what the entries make it.
  private mutating func compare(_ tile: Tile, _ hashes: [Hash]) throws(AuditError) {
    guard isWhole else {
      present[tile.wholePath] = nil
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(hashes.count * Hash.count)
    for hash in hashes { hash.append(to: &bytes) }
    let found = present.removeValue(forKey: tile.wholePath) ?? []
    for other in found where other != tile {
      try comparePrefix(other, tile.width, bytes, stride: Hash.count)
    }
    guard let stored = try disk.read(tile.path) else {
      findings.append(Finding(.incomplete, tile.path, "is missing"))
      return
    }
    guard stored != bytes else { return }
    let place = zip(stored, bytes).enumerated().first { $1.0 != $1.1 }.map {
      $0.offset / Hash.count
    }
    let entry = tile.level == 0 ? place.map { tile.index * Tile.full + $0 } : nil
    findings.append(Finding(.altered, tile.path, entry: entry, "does not fit the entries"))
  }

  private mutating func comparePrefix(
    _ tile: Tile, _ width: Int, _ bytes: [UInt8], stride: Int
  ) throws(AuditError) {
    let stored = try disk.read(tile.path) ?? []
    let shared = min(tile.width, width) * stride
    guard stored.count == tile.width * stride, stored[..<shared].elementsEqual(bytes[..<shared])
    else {
      findings.append(Finding(.altered, tile.path, "does not fit the entries"))
      return
    }
    leftovers += 1
  }
}

/// The partial tiles at the right edge as a source of hashes.
struct EdgeHashes: HashReader {
  let levels: [[Hash]]

  func hash(of subtree: Subtree) throws(AuditError) -> Hash {
    let (level, inside) = (subtree.height / 8, subtree.height % 8)
    let place = subtree.index << inside % Tile.full
    guard level < levels.count, place + 1 << inside <= levels[level].count else {
      throw .outOfRange
    }
    return try perfectRoot(levels[level][place..<place + 1 << inside])
  }
}
