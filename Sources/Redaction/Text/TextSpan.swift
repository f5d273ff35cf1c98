/// A half-open range of UTF-8 offsets into one testimony. It holds no text.
public struct TextSpan: Sendable, Hashable, Comparable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset just past the last byte.
  public var end: Int

  /// The bytes from `start` up to `end`, which is not part of it.
  ///
  /// - Precondition: 0 ≤ start ≤ end.
  public init(_ start: Int, _ end: Int) {
    precondition(start >= 0 && start <= end, "a span runs forward")
    self.start = start
    self.end = end
  }

  /// Length in bytes.
  public var count: Int { end - start }

  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside this span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// By start, then by end.
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
