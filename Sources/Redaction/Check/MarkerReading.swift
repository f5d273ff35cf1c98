/// A marker that stands in a released text, and what it says.
struct FoundMarker {
  /// With its brackets, in UTF-8 offsets.
  var span: TextSpan
  /// The language of its wording; nil for a wording that is not the policy's nor the usual one.
  var language: Language?
  /// The genders of which it may be said.
  var genders: Set<Gender>
}

/// Every wording under which a marker may stand, compared as a reader would: any white space is a
/// space, any apostrophe an apostrophe, capitals do not matter in ASCII.
struct MarkerReading {
  private struct Wording {
    var folded: [UInt8]
    var language: Language?
    var genders: Set<Gender>
  }

  private var wordings: [Wording] = []

  init(_ marker: PseudonymMarker) {
    for language in Language.written {
      for wording in [marker.wording[language], PseudonymMarker.usual(language)] {
        guard let wording else { continue }
        for gender in Gender.allCases { add(wording[gender], language, gender) }
      }
    }
    for phrase in MarkerText.phrases {
      for (open, close) in [("(", ")"), ("[", "]")] {
        add(open + String(decoding: phrase, as: UTF8.self) + close, nil, nil)
      }
    }
    wordings.sort { $0.folded.count > $1.folded.count }
  }

  private mutating func add(_ text: String, _ language: Language?, _ gender: Gender?) {
    let folded = Self.folded(Array(text.utf8))
    guard !folded.isEmpty else { return }
    if let known = wordings.firstIndex(where: { $0.folded == folded }) {
      guard let gender, wordings[known].language == language else { return }
      wordings[known].genders.insert(gender)
    } else {
      wordings.append(
        Wording(
          folded: folded, language: language,
          genders: gender.map { [$0] } ?? Set(Gender.allCases)))
    }
  }

  /// All markers of a text, in order.
  func markers(in bytes: UnsafeBufferPointer<UInt8>) -> [FoundMarker] {
    let firsts = Set(wordings.map { $0.folded[0] })
    var found: [FoundMarker] = []
    var index = 0
    while index < bytes.count {
      if firsts.contains(Self.lower(bytes[index])), let marker = marker(bytes, index) {
        found.append(marker)
        index = marker.span.end
      } else {
        index += 1
      }
    }
    return found
  }

  private func marker(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> FoundMarker? {
    for wording in wordings {
      guard let end = Self.end(of: wording.folded, bytes, start) else { continue }
      return FoundMarker(
        span: TextSpan(start, end), language: wording.language, genders: wording.genders)
    }
    return nil
  }

  /// Where a folded wording that begins at `start` ends; nil where it does not stand there.
  private static func end(
    of wording: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int? {
    var index = start
    for byte in wording {
      guard index < bytes.count else { return nil }
      if byte == 0x20 {
        let from = index
        while let width = space(bytes, index) { index += width }
        guard index > from else { return nil }
      } else if byte == 0x27 {
        guard let width = apostrophe(bytes, index) else { return nil }
        index += width
      } else {
        guard lower(bytes[index]) == byte else { return nil }
        index += 1
      }
    }
    return index
  }

  private static func folded(_ text: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { bytes in
      var out: [UInt8] = []
      var index = 0
      while index < bytes.count {
        if let width = space(bytes, index) {
          if out.last != 0x20 { out.append(0x20) }
          index += width
        } else if let width = apostrophe(bytes, index) {
          out.append(0x27)
          index += width
        } else {
          out.append(lower(bytes[index]))
          index += 1
        }
      }
      return out
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// The width of the white space at `index`: ASCII, no-break (U+00A0), narrow (U+202F).
  static func space(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x20, 0x0A, 0x0D, 0x09: return 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF:
      return 3
    default: return nil
    }
  }

  /// The width of the apostrophe at `index`: ' ’ ‘ ʼ.
  private static func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x27: return 1
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98):
      return 3
    case 0xCA where index + 1 < bytes.count && bytes[index + 1] == 0xBC: return 2
    default: return nil
    }
  }
}
