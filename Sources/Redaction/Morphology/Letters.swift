/// A lower-case word as UTF-8. Every letter a name form is made of takes one byte (Latin) or two
/// (Cyrillic). Unlike a folded word it still tells ё from е, which decides its transliteration.
typealias Letters = [UInt8]

/// The alphabet a word is written in.
enum Script {
  case latin, cyrillic, other

  /// The alphabet of the first letter.
  init(of word: Letters) {
    switch word.first {
    case .some(0x61...0x7A): self = .latin
    case .some(0xD0...0xD4): self = .cyrillic
    default: self = .other
    }
  }
}

extension [UInt8] {
  /// The letters of a word of a name: folded, except that a Cyrillic ё stays.
  init(letters word: some Collection<UInt8>) {
    self = Fold.bytes(word)
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    guard scalars.contains(where: { $0 == 0x451 || $0 == 0x401 }), scalars.count * 2 == count else {
      return
    }
    for (index, scalar) in scalars.enumerated() where scalar == 0x451 || scalar == 0x401 {
      self[2 * index] = 0xD1
      self[2 * index + 1] = 0x91
    }
  }

  /// Whether the word ends with `ending`.
  func ends(_ ending: StaticString) -> Bool {
    let size = ending.utf8CodeUnitCount
    guard count > size else { return false }
    let start = ending.utf8Start
    for index in 0..<size where self[count - size + index] != start[index] { return false }
    return true
  }

  /// Whether the word ends with one of the endings, which are separated by spaces.
  func endsWithAny(_ endings: StaticString) -> Bool {
    let list = UnsafeBufferPointer(start: endings.utf8Start, count: endings.utf8CodeUnitCount)
    // Backwards through both at once: the list once, the word again for each ending.
    var index = list.count - 1
    while index >= 0 {
      var here = count - 1
      while index >= 0, here >= 0, list[index] != 0x20, list[index] == self[here] {
        index -= 1
        here -= 1
      }
      if index < 0 || list[index] == 0x20, here >= 0 { return true }
      while index >= 0, list[index] != 0x20 { index -= 1 }
      index -= 1
    }
    return false
  }

  /// Whether the word begins with `start`.
  func begins(_ start: StaticString) -> Bool {
    let size = start.utf8CodeUnitCount
    guard count >= size else { return false }
    for index in 0..<size where self[index] != start.utf8Start[index] { return false }
    return true
  }

  /// The word without its last `letters` letters.
  func dropping(_ letters: Int) -> Letters {
    var end = count
    for _ in 0..<letters where end > 0 {
      end -= 1
      while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return Array(self[..<end])
  }

  /// The word without its first `letters` letters.
  func dropping(first letters: Int) -> Letters {
    Array(units.dropFirst(letters).joined())
  }

  static func + (start: StaticString, word: Letters) -> Letters { Letters([]) + start + word }

  /// The letters one by one.
  var units: [ArraySlice<UInt8>] {
    var out: [ArraySlice<UInt8>] = []
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
      out.append(self[start..<end])
      start = end
    }
    return out
  }

  /// Whether a letter meets the condition, told by its scalar.
  func containsLetter(_ matches: (UInt32) -> Bool) -> Bool {
    var index = 0
    while index < count {
      var scalar = UInt32(self[index])
      if scalar >= 0xC0, index + 1 < count {
        scalar = (scalar & 0x1F) << 6 | UInt32(self[index + 1] & 0x3F)
        index += 1
      }
      index += 1
      if matches(scalar) { return true }
    }
    return false
  }

  /// How many letters the word has.
  var letterCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

  /// The scalar of the last letter, 0 of the empty word.
  var lastScalar: UInt32 { scalar(endingAt: count) }

  /// The scalar of the last letter but one, 0 where there is none.
  var scalarBeforeLast: UInt32 {
    guard let last else { return 0 }
    return scalar(endingAt: count - (last & 0xC0 == 0x80 ? 2 : 1))
  }

  private func scalar(endingAt end: Int) -> UInt32 {
    guard end > 0 else { return 0 }
    let last = self[end - 1]
    guard last & 0xC0 == 0x80, end > 1 else { return UInt32(last) }
    return UInt32(self[end - 2] & 0x1F) << 6 | UInt32(last & 0x3F)
  }

  /// The word with `old` replaced by `new` wherever it stands.
  func replacing(_ old: StaticString, _ new: StaticString) -> Letters {
    let size = old.utf8CodeUnitCount
    guard size <= count else { return self }
    var out: Letters = []
    out.reserveCapacity(count + 4)
    var index = 0
    while index < count {
      var matched = 0
      if index + size <= count {
        while matched < size, self[index + matched] == old.utf8Start[matched] { matched += 1 }
      }
      if matched == size {
        out.append(
          contentsOf: UnsafeBufferPointer(start: new.utf8Start, count: new.utf8CodeUnitCount))
        index += size
      } else {
        out.append(self[index])
        index += 1
      }
    }
    return out
  }

  /// The word with its ending `old` replaced by `new`, or nil where it ends otherwise.
  func replacingEnd(_ old: StaticString, _ new: StaticString) -> Letters? {
    guard ends(old) else { return nil }
    return Array(self[..<(count - old.utf8CodeUnitCount)]) + new
  }

  static func + (word: Letters, ending: StaticString) -> Letters {
    var out = word
    out.append(
      contentsOf: UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
    return out
  }
}

extension StaticString {
  /// The words of a list that is separated by single spaces; "-" is the empty word.
  var words: [Letters] {
    var out: [Letters] = []
    forEachWord { out.append($0.elementsEqual([0x2D]) ? [] : Array($0)) }
    return out
  }

  /// Calls `body` with each word of a list that is separated by single spaces.
  @inline(__always)
  func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let bytes = UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    var start = 0
    while start <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      start = end + 1
    }
  }
}

/// Kinds of Cyrillic letters that endings depend on.
enum Letter {
  static func isVowel(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x430, 0x435, 0x451, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F: true  // аеёиоуыэюя
    case 0x454, 0x456, 0x457, 0x4D9, 0x4E9, 0x4AF, 0x4B1: true  // єіїәөүұ
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true  // aeiouy
    default: false
    }
  }

  /// г ґ к х: no ы after them in Russian, and they soften in Ukrainian.
  static func isVelar(_ scalar: UInt32) -> Bool {
    scalar == 0x433 || scalar == 0x43A || scalar == 0x445 || scalar == 0x491
  }

  /// ж ч ш щ ц: о after them becomes е in an ending.
  static func isHushing(_ scalar: UInt32) -> Bool {
    scalar == 0x436 || (0x446...0x449).contains(scalar)
  }

  static func isCyrillicConsonant(_ scalar: UInt32) -> Bool {
    scalar >= 0x430 && scalar < 0x530 && !isVowel(scalar) && scalar != 0x44C && scalar != 0x439
      && scalar != 0x44A
  }
}
