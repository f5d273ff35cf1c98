/// Where the words of one text stand in another version of it that was edited by hand.
///
/// The shortest edit script of Myers (1986), over words, numbers and marks; white space is none.
struct TextAlignment {
  /// Edits beyond which two texts are no versions of one another.
  static let mostEdits = 1500

  private let old: [TextSpan]
  private let new: [TextSpan]
  /// For each old token the new one that is the same, or -1.
  private var match: [Int]

  /// - Returns: nil where too little is the same.
  init?(from oldBytes: [UInt8], to newBytes: [UInt8]) {
    let first = Self.tokens(oldBytes)
    let second = Self.tokens(newBytes)
    old = first.map(\.span)
    new = second.map(\.span)
    match = [Int](repeating: -1, count: first.count)
    let a = first.map(\.hash)
    let b = second.map(\.hash)
    var head = 0
    while head < min(a.count, b.count), a[head] == b[head] {
      match[head] = head
      head += 1
    }
    var tail = 0
    while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] {
      match[a.count - 1 - tail] = b.count - 1 - tail
      tail += 1
    }
    let same = Self.matches(Array(a[head..<a.count - tail]), Array(b[head..<b.count - tail]))
    guard let same else { return nil }
    for (x, y) in same { match[head + x] = head + y }
  }

  /// Where the words of `span` stand now, and whether they are the same; nil where nothing of the
  /// text around is left to tell.
  func place(of span: TextSpan) -> (span: TextSpan, isSame: Bool)? {
    let first = old.firstIndex { $0.end > span.start } ?? old.count
    let last = old.lastIndex { $0.start < span.end } ?? -1
    guard first <= last else { return nil }
    let inside = match[first...last]
    if let low = inside.first, low >= 0,
      inside.enumerated().allSatisfy({ $0.element == low + $0.offset })
    {
      return (TextSpan(new[low].start, new[low + last - first].end), true)
    }
    let before = match[..<first].last { $0 >= 0 } ?? -1
    let after = match[(last + 1)...].first { $0 >= 0 } ?? new.count
    guard before + 1 < after else {
      let offset = before >= 0 ? new[before].end : 0
      return (TextSpan(offset, offset), false)
    }
    return (TextSpan(new[before + 1].start, new[after - 1].end), false)
  }

  private static func tokens(_ bytes: [UInt8]) -> [(span: TextSpan, hash: UInt64)] {
    bytes.withUnsafeBufferPointer { bytes in
      Tokenizer.tokens(of: bytes, in: 0..<bytes.count).filter { $0.kind != .newline }.map { token in
        let hash = FoldedKey(
          folded: UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]))
        return (token.span, hash.hash)
      }
    }
  }

  /// The pairs of a longest common subsequence; nil where there are too many edits.
  private static func matches(_ a: [UInt64], _ b: [UInt64]) -> [(Int, Int)]? {
    if a.isEmpty || b.isEmpty { return a.count + b.count <= mostEdits * 4 ? [] : nil }
    let most = min(a.count + b.count, mostEdits)
    var reached = [Int](repeating: 0, count: 2 * most + 3)
    var trace: [[Int]] = []
    let middle = most + 1
    for edits in 0...most {
      trace.append(Array(reached[middle - edits...middle + edits]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let isDown =
          diagonal == -edits
          || diagonal != edits
            && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]
        var x =
          isDown ? reached[middle + diagonal + 1] : reached[middle + diagonal - 1] + 1
        while x < a.count, x - diagonal < b.count, x - diagonal >= 0, a[x] == b[x - diagonal] {
          x += 1
        }
        reached[middle + diagonal] = x
        if x >= a.count, x - diagonal >= b.count { return walk(trace, a.count, b.count) }
      }
    }
    return nil
  }

  /// Walks the trace back from the ends; `trace[e]` holds what diagonals -e through e had reached
  /// before the edit of that number.
  private static func walk(_ trace: [[Int]], _ count: Int, _ other: Int) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var x = count
    var y = other
    for edits in stride(from: trace.count - 1, through: 0, by: -1) {
      let diagonal = x - y
      let reached = { (diagonal: Int) in trace[edits][diagonal + edits] }
      let isDown =
        diagonal == -edits
        || diagonal != edits && reached(diagonal - 1) < reached(diagonal + 1)
      let before = isDown ? diagonal + 1 : diagonal - 1
      let startX = edits == 0 ? 0 : reached(before)
      let startY = edits == 0 ? 0 : startX - before
      while x > startX, y > startY {
        x -= 1
        y -= 1
        pairs.append((x, y))
      }
      (x, y) = (startX, startY)
    }
    return pairs.reversed()
  }
}
