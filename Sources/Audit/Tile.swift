/// The name of a tile or entry bundle (C2SP tlog-tiles): level, index, and how many of its 256
/// places are filled.
///
///     tile/0/x001/x234/067      tile/1/000.p/17      tile/entries/003
package struct Tile: Hashable, Sendable {
  /// 0 for leaf hashes, upwards; -1 for the entries themselves.
  package let level: Int
  /// How many tiles of the level stand before it.
  package let index: Int
  /// 1 to 256.
  package let width: Int

  /// The level of entry bundles, and the places of a tile.
  package static let entries = -1, full = 256

  /// A tile by its coordinates (C2SP tlog-tiles); of one that is not full, with a width below 256.
  package init(level: Int, index: Int, width: Int) {
    self.level = level
    self.index = index
    self.width = width
  }

  /// The tile of that index as a tree of `size` leaves has it; nil where it has none of it.
  package init?(level: Int, index: Int, size: Int) {
    let count = level <= 0 ? size : size >> (8 * level)
    let width = min(Self.full, count - index * Self.full)
    guard width > 0 else { return nil }
    self.init(level: level, index: index, width: width)
  }

  /// Reads a path inside the log's folder; nil unless it is the one that `path` gives.
  package init?(path: String) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.removeFirst() == "tile" else { return nil }
    let level = parts.removeFirst()
    var width = Self.full
    if let last = parts.last, parts.count > 1, parts[parts.count - 2].hasSuffix(".p") {
      width = canonicalNumber(last.utf8) ?? 0
      parts.removeLast()
      parts[parts.count - 1] = parts[parts.count - 1].dropLast(2)
    }
    var index = 0
    for (position, part) in parts.enumerated() {
      let digits = position < parts.count - 1 ? part.dropFirst() : part
      guard digits.utf8.count == 3, let number = Int(digits), index < 1 << 40 else { return nil }
      index = index * 1000 + number
    }
    let number = level == "entries" ? Self.entries : canonicalNumber(level.utf8) ?? 64
    guard number < 64, 1...Self.full ~= width else { return nil }
    self.init(level: number, index: index, width: width)
    guard self.path == path else { return nil }
  }

  /// The path inside the log's folder.
  package var path: String {
    isFull ? wholePath : "\(wholePath).p/\(width)"
  }

  /// The path of the tile when all its places are filled.
  package var wholePath: String {
    let level = level == Self.entries ? "entries" : "\(level)"
    return "tile/\(level)/" + Self.digits(index)
  }

  /// Whether all its places are filled.
  package var isFull: Bool { width == Self.full }

  private static func digits(_ index: Int) -> String {
    let three = "\(index % 1000)"
    let last = String(repeating: "0", count: 3 - three.count) + three
    guard index >= 1000 else { return last }
    return digits(index / 1000).split(separator: "/").map { $0.hasPrefix("x") ? $0 : "x" + $0 }
      .joined(separator: "/") + "/" + last
  }
}

/// The entries of a bundle: each with its length, two bytes, before it.
package enum EntryBundle {
  /// How many bytes one leaf takes.
  package static let stride = 2 + Leaf.count

  /// Adds a leaf.
  static func append(_ leaf: Leaf, to bundle: inout [UInt8]) {
    bundle += [0, UInt8(Leaf.count)] + leaf.bytes
  }

  /// The leaf at a place of the bundle, as it stands there; nil where it is not 64 bytes.
  package static func entry(_ place: Int, of bundle: [UInt8]) -> [UInt8]? {
    let start = place * stride
    guard place >= 0, start + stride <= bundle.count, bundle[start] == 0,
      bundle[start + 1] == UInt8(Leaf.count)
    else { return nil }
    return Array(bundle[start + 2..<start + stride])
  }
}
