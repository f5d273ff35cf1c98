/// Why a file is no annotated document: where, and what to do. It quotes nothing of the text.
package enum AnnotationError: Error, Equatable, Sendable {
  /// The bytes of a line are not UTF-8.
  case notUTF8(line: Int)
  /// The header that opens with `---` has no second `---`.
  case headerWithoutEnd
  /// The header does not load.
  case header(PolicyError)
  /// "[[" that begins no mark, or a mark that is not closed.
  case brokenMark(line: Int)
  /// "]]" outside a mark.
  case strayClose(line: Int)
  /// The word before the first colon is no kind.
  case unknownKind(line: Int, nearest: String?)
  /// The letter before the bar is none of D, Q and P.
  case unknownSensitivity(line: Int)
  /// The name of the entity is empty, or has other characters than letters, digits, "-", "." and "_".
  case badEntity(line: Int)
  /// Nothing is marked, white space is marked along, or the mark goes over a line's end.
  case badSurface(line: Int)
  /// The mark begins or ends inside a word.
  case insideWord(line: Int)
  /// An entity has one kind here and another on an earlier line.
  case twoKinds(line: Int, firstLine: Int)
  /// There is no text.
  case nothing

  /// The line that has to be changed, counted from 1.
  package var line: Int {
    switch self {
    case .notUTF8(let line), .brokenMark(let line), .strayClose(let line),
      .unknownKind(let line, _), .unknownSensitivity(let line), .badEntity(let line),
      .badSurface(let line), .insideWord(let line), .twoKinds(let line, _):
      line
    case .header(let error): error.position.line
    case .headerWithoutEnd, .nothing: 1
    }
  }

  /// What is wrong and what to do, in one sentence without its position.
  package var sentence: String {
    switch self {
    case .notUTF8: "this is not UTF-8 text; save the file as UTF-8"
    case .headerWithoutEnd: "the header has no end; close it with a line of ---"
    case .header(let error): error.sentence
    case .brokenMark: "this is no mark; write [[KIND:who-or-what:D|the words]], with D, Q or P"
    case .strayClose: "']]' closes no mark; leave it out, or mark what stands before it"
    case .unknownKind(_, let nearest):
      "the kind of this mark is unknown"
        + (nearest.map { "; did you mean '\($0)'?" }
          ?? "; it is one of \(AnnotatedDocument.Kind.allCases.map(\.rawValue).joined(separator: " "))")
    case .unknownSensitivity: "the letter before the bar is D (direct), Q (quasi) or P (public)"
    case .badEntity:
      "who or what is meant is a word of small letters, digits, '-', '.' and '_', such as p-1"
    case .badSurface:
      "a mark holds words of one line, without white space at its ends"
    case .insideWord: "this mark begins or ends inside a word; mark whole words"
    case .twoKinds(_, let first):
      "what is meant here has another kind on line \(first); give it a name of its own"
    case .nothing: "the file holds no text"
    }
  }
}
