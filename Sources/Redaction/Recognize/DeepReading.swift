internal import CReader

/// The encoder: what it says of each token of a passage.
enum DeepReading {
  /// The hints of the encoder's second input, in the order in which it learned them.
  enum Hint: UInt8 {
    case none, person, place, unit, date, age, organization, job, contact, identifier
    case demographic, event, number, other, `public`

    init(_ kind: EntityKind) {
      self =
        switch kind {
        case .person: .person
        case .place: .place
        case .unit: .unit
        case .date: .date
        case .age: .age
        case .organization: .organization
        case .job: .job
        case .contact: .contact
        case .identifier: .identifier
        case .demographic: .demographic
        case .event: .event
        case .number: .number
        case .other: .other
        }
    }
  }

  /// The kinds of the labels, in pairs of beginning and continuation behind the first label, which is
  /// for everything else; the last pair is for what is public.
  private static let kinds: [EntityKind] = [
    .person, .place, .unit, .date, .age, .organization, .job, .contact, .identifier, .demographic,
    .event,
  ]
  private static let labels = Int(READER_LABELS)
  private static let firstPublic = 1 + 2 * kinds.count

  /// One reading for each token, and which general words fit.
  ///
  /// - Parameters:
  ///   - hints: what is known of spans for certain, in order; the later of two that overlap counts.
  ///   - jobs: how many threads may read; what comes out does not depend on it.
  static func read(
    _ passage: Passage, hints: [(span: TextSpan, hint: Hint)], jobs: Int
  ) -> (words: [WordReading], general: GeneralReading) {
    var words = [WordReading](repeating: WordReading(), count: passage.count)
    var general = GeneralReading(tokens: passage.count)
    guard let first = passage.tokens.first, let last = passage.tokens.last,
      let base = passage.bytes.baseAddress
    else { return (words, general) }
    let start = Int(first.start)
    let length = Int(last.end) - start
    var pieces = [reader_piece](repeating: reader_piece(), count: length / 3 + 16)
    var count = reader_pieces(base + start, length, &pieces, pieces.count)
    precondition(count != READER_NO_PIECES, "no memory to read a passage in")
    if count > pieces.count {
      pieces = [reader_piece](repeating: reader_piece(), count: count)
      count = reader_pieces(base + start, length, &pieces, pieces.count)
    }
    let marks = painted(hints, on: pieces[..<count], from: start)
    var said = [Float](repeating: 0, count: count * labels)
    general.meaning = [Float](repeating: 0, count: count * Int(READER_MEANING))
    let outcome = reader_read(
      pieces, marks, count, UInt32(jobs), &said, &general.meaning, nil, nil)
    precondition(outcome == 0, "no memory to read a passage in")

    var token = 0
    for index in 0..<count {
      let span = TextSpan(start + Int(pieces[index].start), start + Int(pieces[index].end))
      while token < passage.count, Int(passage[token].end) <= span.start { token += 1 }
      var at = token
      while at < passage.count, Int(passage[at].start) < span.end {
        let isFirst = index == 0 || start + Int(pieces[index - 1].end) <= Int(passage[at].start)
        note(said[index * labels..<(index + 1) * labels], isFirst: isFirst, in: &words[at])
        general.note(piece: index, of: at)
        at += 1
      }
    }
    return (words, general)
  }

  /// What the labels of one piece say of the token that it is part of: the doubtful piece counts.
  static func note(_ said: ArraySlice<Float>, isFirst: Bool, in word: inout WordReading) {
    let from = said.startIndex
    let isPublic = said[from + firstPublic] + said[from + firstPublic + 1]
    var hidden: Float = 0
    var best: Float = -1
    var kind = EntityKind.other
    var begins = said[from + firstPublic]
    for (number, candidate) in kinds.enumerated() {
      let opening = said[from + 1 + 2 * number]
      let both = opening + said[from + 2 + 2 * number]
      hidden += both
      begins += opening
      if both > best { (best, kind) = (both, candidate) }
    }
    if hidden > word.hidden || isFirst && word.hidden == 0 {
      word.hidden = hidden
      word.kind = kind
      word.ofKind = best
    }
    word.isPublic = max(word.isPublic, isPublic)
    if isFirst { word.begins = begins }
  }

  private static func painted(
    _ hints: [(span: TextSpan, hint: Hint)], on pieces: ArraySlice<reader_piece>, from start: Int
  ) -> [UInt8] {
    var marks = [UInt8](repeating: Hint.none.rawValue, count: pieces.count)
    for (span, hint) in hints {
      // The first piece that ends behind the start of the span.
      var low = 0
      var high = pieces.count
      while low < high {
        let middle = (low + high) / 2
        if start + Int(pieces[middle].end) <= span.start { low = middle + 1 } else { high = middle }
      }
      while low < pieces.count, start + Int(pieces[low].start) < span.end {
        marks[low] = hint.rawValue
        low += 1
      }
    }
    return marks
  }
}
