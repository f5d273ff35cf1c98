/// Characters that command instead of being read: ESC and the other controls of C0 and C1, overrides and
/// isolates of the direction of writing, and tags. None reaches a released text, where it could
/// change what a terminal does or the order in which letters show; tabs, line feeds and CR LF stay, and
/// so do the marks that Arabic and Hebrew need (U+061C, U+200E, U+200F).
enum ControlCharacters {
  /// What decisions about them say found them.
  static let recognizer = "control"
  static let reason = "control characters do not reach a released text"

  /// Where they stand in a text, neighbours as one, and what takes their place: nothing, or a line
  /// feed where one ended a line or a page.
  static func found(in bytes: [UInt8]) -> [(span: TextSpan, replacement: String)] {
    var found: [(span: TextSpan, replacement: String)] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte >= 0x20, byte < 0x7F || byte >= 0x80 && !mayBegin(byte) {
          index += 1
          continue
        }
        let (scalar, width) = UTF8Decoding.scalar(in: bytes, at: index)
        if isControl(scalar), !endsLine(scalar, bytes, index + width) {
          let replacement = endsLine(scalar) ? "\n" : ""
          if let last = found.last, last.span.end == index, last.replacement == replacement,
            replacement.isEmpty
          {
            found[found.count - 1].span.end = index + width
          } else {
            found.append((TextSpan(index, index + width), replacement))
          }
        }
        index += width
      }
    }
    return found
  }

  /// A quick no for bytes of two and more.
  @inline(__always)
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte == 0xF3
  }

  private static func isControl(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// The CR of a CR LF.
  private static func endsLine(
    _ scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ next: Int
  ) -> Bool {
    scalar == 0x0D && next < bytes.count && bytes[next] == 0x0A
  }

  /// VT, FF, NEL, and a CR alone.
  private static func endsLine(_ scalar: UInt32) -> Bool {
    scalar == 0x0B || scalar == 0x0C || scalar == 0x0D || scalar == 0x85
  }

  /// Decisions with one for each run of control characters that nothing replaces; what would keep
  /// one is no decision any more.
  static func dropped(from bytes: [UInt8], _ decisions: [Decision]) -> [Decision] {
    let controls = found(in: bytes)
    guard !controls.isEmpty else { return decisions }
    var out: [Decision] = []
    out.reserveCapacity(decisions.count + controls.count)
    var next = 0
    for decision in decisions {
      while next < controls.count, controls[next].span.end <= decision.span.start {
        out.append(Self.decision(controls[next]))
        next += 1
      }
      guard decision.treatment == .keep else {
        out.append(decision)
        // What ends behind the decision goes from there on.
        while next < controls.count, controls[next].span.start < decision.span.end {
          let (span, replacement) = controls[next]
          next += 1
          guard span.end > decision.span.end else { continue }
          out.append(Self.decision((TextSpan(decision.span.end, span.end), replacement)))
        }
        continue
      }
      if next == controls.count || controls[next].span.start >= decision.span.end {
        out.append(decision)
      }
    }
    return out + controls[next...].map(Self.decision)
  }

  private static func decision(_ found: (span: TextSpan, replacement: String)) -> Decision {
    Decision(
      span: found.span, kind: .other, treatment: found.replacement.isEmpty ? .suppress : .mask,
      replacement: found.replacement, recognizer: recognizer, confidence: 1, reason: reason)
  }
}
