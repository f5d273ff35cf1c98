internal import Glibc

/// Lines of a file, a batch at a time: whatever is complete when the system hands over bytes, so
/// that a partner on a pipe is answered without waiting for more.
struct LineReader {
  /// A line is at most this long, in bytes.
  static let longest = 64 << 20
  /// How much is asked of the system at a time.
  private static let piece = 1 << 18

  struct Line: Sendable {
    /// Counted from 1.
    let number: Int
    /// Nil where the line is longer than is read.
    let bytes: [UInt8]?
  }

  private let file: FileDescriptor
  private let name: String
  private var pending: [UInt8] = []
  private var isSkipping = false
  private var isAtEnd = false
  private var number = 0
  /// How many bytes were read so far.
  private(set) var position = 0

  init(_ file: FileDescriptor, name: String) {
    self.file = file
    self.name = name
  }

  /// The next lines, without their ends, in order; nil at the end of the file.
  mutating func next() throws -> [Line]? {
    while !isAtEnd {
      let searched = pending.count
      isAtEnd = try !file.read(upTo: Self.piece, into: &pending, name: name)
      position += pending.count - searched
      var lines: [Line] = []
      var start = 0
      var from = searched
      while let end = newline(from: from) {
        take(start..<end, into: &lines)
        start = end + 1
        from = start
      }
      pending.removeSubrange(..<start)
      if pending.count > Self.longest {
        pending.removeAll()
        isSkipping = true
      }
      if isAtEnd, !pending.isEmpty || isSkipping {
        take(0..<pending.count, into: &lines)
        pending = []
      }
      if !lines.isEmpty { return lines }
    }
    return nil
  }

  private mutating func take(_ range: Range<Int>, into lines: inout [Line]) {
    number += 1
    let isTooLong = isSkipping || range.count > Self.longest
    lines.append(Line(number: number, bytes: isTooLong ? nil : Array(pending[range])))
    isSkipping = false
  }

  private func newline(from index: Int) -> Int? {
    pending.withUnsafeBytes { bytes in
      guard index < bytes.count, let start = bytes.baseAddress else { return nil }
      guard let found = memchr(start + index, 0x0A, bytes.count - index) else { return nil }
      return UnsafeRawPointer(found) - start
    }
  }
}
