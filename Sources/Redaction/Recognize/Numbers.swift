/// Numbers in digits and in words.
extension Passage {
  /// A cardinal number beginning at `index`: "27", "twenty-six", "soixante et onze".
  func cardinal(_ index: Int) -> (value: Int, last: Int)? {
    guard index >= 0, index < count else { return nil }
    if tokens[index].isNumber {
      guard tokens[index].digits <= 9, !isDecimal(index) else { return nil }
      return (Int(tokens[index].value), index)
    }
    guard let match = match(index, .cardinal), let value = Int(match.value) else { return nil }
    guard value >= 20, value % 10 == 0, let next = following(match.last),
      let unit = self.match(next, .cardinal), let small = Int(unit.value), small < 10, small > 0
    else { return (value, match.last) }
    return (value + small, unit.last)
  }

  /// An ordinal number beginning at `index`: "3rd", "twenty-first", "36-й", "2e".
  func ordinal(_ index: Int) -> (value: Int, last: Int)? {
    guard index >= 0, index < count else { return nil }
    let token = tokens[index]
    if token.isNumber {
      guard token.digits <= 4, let suffix = suffix(of: index) else { return nil }
      return (Int(token.value), suffix)
    }
    if let match = match(index, .ordinal), let value = Int(match.value) {
      return (value, match.last)
    }
    guard let match = match(index, .cardinal), let tens = Int(match.value), tens >= 20,
      tens % 10 == 0, let next = following(match.last), let unit = self.match(next, .ordinal),
      let small = Int(unit.value), small < 10
    else { return nil }
    return (tens + small, unit.last)
  }

  /// The ending glued to a number ("th", "-й", "e"): the index of its last token.
  func suffix(of index: Int) -> Int? {
    guard index + 1 < count, !tokens[index + 1].gap else { return nil }
    if tokens[index + 1].isWord, tokens[index + 1].value <= 4, tokens[index + 1].shape == .lower {
      return index + 1
    }
    guard Passage.isHyphen(tokens[index + 1]), index + 2 < count, !tokens[index + 2].gap,
      tokens[index + 2].isWord, tokens[index + 2].value <= 4, tokens[index + 2].isCyrillic
    else { return nil }
    return index + 2
  }

  /// Whether the number at `index` is part of a decimal or of a grouped number ("5,45", "3,200").
  func isDecimal(_ index: Int) -> Bool {
    if index + 2 < count, !tokens[index + 1].gap, !tokens[index + 2].gap,
      tokens[index + 1].isMark(",") || tokens[index + 1].isMark("."), tokens[index + 2].isNumber
    {
      return true
    }
    return index >= 2 && !tokens[index].gap && !tokens[index - 1].gap
      && (tokens[index - 1].isMark(",") || tokens[index - 1].isMark("."))
      && tokens[index - 2].isNumber
  }

  /// The number of a year, from 1850 to 2099, standing alone at `index`.
  func year(_ index: Int) -> Int? {
    guard index >= 0, index < count, tokens[index].isNumber, tokens[index].digits == 4,
      (1850...2099).contains(tokens[index].value)
    else { return nil }
    return Int(tokens[index].value)
  }

  /// The end of a run of tokens without white space between them that begins at `index`.
  func endOfRun(_ index: Int) -> Int {
    var last = index
    while last + 1 < count, !tokens[last + 1].gap, tokens[last + 1].kind != .newline { last += 1 }
    return last
  }

  /// Whether white space, a line end or the passage's end comes after `index`.
  func isLastOfRun(_ index: Int) -> Bool {
    index + 1 >= count || tokens[index + 1].gap || tokens[index + 1].kind == .newline
  }

  /// Whether `index` is a word or number at the head of a line.
  func opensLine(_ index: Int) -> Bool {
    index == 0 || tokens[index - 1].kind == .newline
  }

  /// Whether an English word ends as a plural does.
  func endsInPlural(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.end - token.start > 3, bytes[Int(token.end) - 1] == 0x73 else { return false }
    let before = bytes[Int(token.end) - 2]
    return before != 0x73 && before != 0x75
  }

  /// Whether the mark `scalar` follows `index` directly.
  func isFollowed(_ index: Int, by scalar: Unicode.Scalar) -> Bool {
    index + 1 < count && tokens[index + 1].isMark(scalar)
  }
}
