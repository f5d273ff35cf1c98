import Audit

/// The tree of RFC 6962, section 2.1, as the text defines it and no faster.
struct Oracle: HashReader {
  let leaves: [Hash]

  init(_ entries: [[UInt8]]) throws { leaves = try entries.map { try Hash.leaf($0) } }

  init(_ size: Int) throws { try self.init((0..<size).map { Array("entry \($0)".utf8) }) }

  func root(_ low: Int, _ high: Int) throws(AuditError) -> Hash {
    if low == high { return try .emptyRoot() }
    if high - low == 1 { return leaves[low] }
    let middle = low + split(high - low)
    return try .node(root(low, middle), root(middle, high))
  }

  func root(size: Int) throws -> Hash { try root(0, size) }

  /// PATH(m, D[n]).
  func path(_ index: Int, _ low: Int, _ high: Int) throws -> [Hash] {
    if high - low <= 1 { return [] }
    let middle = low + split(high - low)
    return index < middle
      ? try path(index, low, middle) + [root(middle, high)]
      : try path(index, middle, high) + [root(low, middle)]
  }

  /// SUBPROOF(m, D[n], b).
  func subproof(_ old: Int, _ low: Int, _ high: Int, _ isKnown: Bool) throws -> [Hash] {
    if old == high { return isKnown ? [] : [try root(low, high)] }
    let middle = low + split(high - low)
    return old <= middle
      ? try subproof(old, low, middle, isKnown) + [root(middle, high)]
      : try subproof(old, middle, high, false) + [root(low, middle)]
  }

  func hash(of subtree: Subtree) throws(AuditError) -> Hash {
    let low = subtree.index << subtree.height
    return try root(low, low + 1 << subtree.height)
  }

  private func split(_ count: Int) -> Int {
    var split = 1
    while split * 2 < count { split *= 2 }
    return split
  }
}

extension [UInt8] {
  /// Bytes of hexadecimal digits.
  init(hexadecimal text: String) {
    let digits = [Character](text)
    self = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }
}
