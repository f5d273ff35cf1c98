/// Joins what a reader saw in a passage with what the recognizers found there.
///
/// Who is believed where they disagree, the highest first:
///
///     people file > checksum or format > public by full name or office > reader > rule
///
/// The reader takes away what a rule found and it sees no harm in; where both see something, the
/// reader says how far it reaches and of which kind it is, and the rule what it says.
struct ReaderRecognizer {
  /// The name that decisions give.
  static let known = "reader"
  /// A rule's find is let go where no word of it is as doubtful as this.
  /// Chosen on held-out documents of the corpus.
  static let clears: Float = 0.05

  let reader: Reader
  let jobs: Int
  let mask: DoubtThresholds
  let review: DoubtThresholds
  /// Whether a person of the people file may be named.
  let isPublic: @Sendable (PersonReference) -> Bool

  /// - Parameter begin: the position in `mentions` of the first of this passage.
  func join(_ passage: Passage, _ mentions: inout [Mention], from begin: Int) {
    let found = Array(mentions[begin...])
    mentions.removeSubrange(begin...)
    let words = DeepReading.words(of: passage, hints: hints(found), jobs: jobs)
    let spans = ReadSpan.find(in: passage, words, mask: mask, review: review)
    var joined = Joining(passage: passage, words: words)
    for mention in found { joined.take(mention) }
    for span in spans { joined.take(span) }
    mentions += joined.mentions
  }

  /// What is certain by itself, in the order in which it is painted: the second input of the encoder.
  func hints(_ mentions: [Mention]) -> [(span: TextSpan, hint: DeepReading.Hint)] {
    mentions.filter { $0.precedence > .reader }.sorted { $0.precedence < $1.precedence }.map {
      ($0.span, mayStand($0) ? .public : DeepReading.Hint($0.kind))
    }
  }

  /// Whether what was found is public, or a person of the people file who may be named.
  func mayStand(_ mention: Mention) -> Bool {
    if case .person(let reference) = mention.detail { return isPublic(reference) }
    return mention.isPublic
  }
}

/// Who is believed where two disagree about the same words.
enum Precedence: Int, Comparable {
  case rule, reader, publicName, checked, peopleFile

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Mention {
  /// By whom it was found, and how.
  var precedence: Precedence {
    if case .person = detail { return .peopleFile }
    switch recognizer {
    case PseudonymRecognizer.known: return .peopleFile
    case PublicRecognizer.known: return .publicName
    case ContactRecognizer.known: return .checked
    case IdentifierRecognizer.known: return isChecked ? .checked : .rule
    // What a policy asks for beyond what leads to somebody, the reader has not learned.
    case QuantityRecognizer.known, NationalityRecognizer.known, HealthRecognizer.known,
      OrdinaryNameRecognizer.known:
      return .reader
    case ReaderRecognizer.known: return .reader
    default: return .rule
    }
  }

  /// Whether a checksum proves it.
  private var isChecked: Bool { confidence == 1 }
}

/// The mentions of one passage while they are joined.
private struct Joining {
  let passage: Passage
  let words: [WordReading]
  /// Those of rules that no span of the reader has spoken for yet, and all that are settled.
  var mentions: [Mention] = []

  init(passage: Passage, words: [WordReading]) {
    self.passage = passage
    self.words = words
  }

  /// Keeps what a recognizer found, unless the reader knows better.
  mutating func take(_ mention: Mention) {
    if mention.precedence >= .reader || mention.kind == .number || !clears(mention) { mentions.append(mention) }
  }

  private func clears(_ mention: Mention) -> Bool {
    var hidden: Float = 0
    var isPublic: Float = 0
    for index in passage.tokens(of: mention.span) {
      hidden = max(hidden, words[index].hidden)
      isPublic = max(isPublic, words[index].isPublic)
    }
    return hidden < ReaderRecognizer.clears || isPublic > 0.5 && isPublic > hidden
  }

  /// Adds what the reader saw, with what rules understand of it.
  mutating func take(_ read: ReadSpan) {
    var span = TextSpan(
      Int(passage[read.first].start), Int(passage[read.last].end))
    let over = mentions.indices.filter { mentions[$0].span.overlaps(span) }
    // What is hidden already needs no doubt beside it.
    if read.stays, !over.isEmpty { return }
    let rules = over.filter { mentions[$0].precedence < .reader && !mentions[$0].isPublic }
    let same = rules.filter { mentions[$0].kind == read.kind }
    var detail: Mention.Detail?
    var why = "read in its sentence"
    for index in same {
      span = TextSpan(
        min(span.start, mentions[index].span.start), max(span.end, mentions[index].span.end))
    }
    if let best = same.max(by: { mentions[$0].span.count < mentions[$1].span.count }) {
      why += "; " + mentions[best].why
      if read.kind != .person { detail = mentions[best].detail }
    }
    let around = passage.tokens(of: span)
    let made = Mention(
      span: span, kind: read.kind, recognizer: ReaderRecognizer.known,
      confidence: Double(read.confidence), why: why,
      detail: detail
        ?? passage.understood(
          around.lowerBound, around.upperBound - 1, as: read.kind, isSure: read.confidence > 0.8),
      needsReview: read.stays, stays: read.stays)
    let gone = Set(rules.filter { span.contains(mentions[$0].span) || mentions[$0].kind == read.kind })
    if !gone.isEmpty {
      mentions = mentions.indices.filter { !gone.contains($0) }.map { mentions[$0] }
    }
    mentions.append(made)
  }
}
