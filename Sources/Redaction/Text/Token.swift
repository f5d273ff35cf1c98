/// One word, number or mark of a passage, by its place in the passage's bytes.
struct Token {
  enum Kind: UInt8 { case word, number, mark, newline }

  /// How the capitals of a word stand.
  enum Shape: UInt8 {
    /// No capital ("word"), or no letters at all.
    case lower
    /// One capital, first ("Word").
    case title
    /// All capitals, two letters or more ("WORD").
    case upper
    /// One letter, a capital ("W").
    case initial
    /// Anything else ("McWord", "wOrd").
    case mixed
  }

  /// Offsets into the testimony's bytes, half-open.
  var start: Int32
  var end: Int32
  var kind: Kind
  var shape: Shape
  /// Whether white space stood before it.
  var gap: Bool
  /// Whether a sentence may begin here, so that a capital says nothing.
  var opensSentence: Bool
  /// Words: the letters are Cyrillic. Numbers: never.
  var isCyrillic: Bool
  /// Marks: the scalar. Numbers: the value, capped. Words: how many letters.
  var value: UInt32
  /// Words: the folded key. Numbers and marks: zero.
  var key: FoldedKey
  /// Words: invisible characters or letters of another script hide inside it.
  var isDisguised = false
  /// It stands where capitals tell nothing: in a text without them or in nothing but capitals, or in
  /// a Russian or Ukrainian line without them.
  var isBare = false
  /// Number of digits of a number.
  var digits: UInt8 = 0

  var isWord: Bool { kind == .word }
  var isNumber: Bool { kind == .number }
  /// A word whose capitals could mark a name.
  var isCapitalized: Bool { kind == .word && shape != .lower }

  func isMark(_ scalar: Unicode.Scalar) -> Bool { kind == .mark && value == scalar.value }
  var span: TextSpan { TextSpan(Int(start), Int(end)) }
}
