/// Joins what a reader saw in a passage with what the recognizers found there.
///
/// Who is believed where they disagree, the highest first:
///
///     people file > checksum or format > public by full name or office > reader > rule
///
/// The reader takes away what a rule found and it sees no harm in; where both see something, the
/// reader says how far it reaches and of which kind it is, and the rule what it says.
struct ReaderRecognizer {
  /// The name that decisions give where nobody else found the thing.
  static let known = "reader"
  /// A rule's find is let go where no word of it is as doubtful as this; chosen on held-out documents
  /// of the corpus.
  static let clears: Float = 0.2
  /// The same of a name that a rule is sure of, and of words that nothing clears: in prose that the
  /// reader has seen little of, it overlooks names.
  static let clearsNames: Float = 0.02
  let reader: Reader
  let jobs: Int
  let mask: DoubtThresholds
  let review: DoubtThresholds
  /// Whether the reader may let go what a rule found; a policy that keeps nothing common does not let it.
  let mayClear: Bool
  /// Whether a person of the people file may be named.
  let isPublic: @Sendable (PersonReference) -> Bool

  /// - Parameter begin: the position in `mentions` of the first of this passage.
  func join(_ passage: Passage, _ mentions: inout [Mention], from begin: Int) {
    let found = Array(mentions[begin...])
    mentions.removeSubrange(begin...)
    var words: [WordReading]
    let general: GeneralReading
    switch reader {
    case .deep: (words, general) = DeepReading.read(passage, hints: hints(found), jobs: jobs)
    case .fast:
      words = FastReading.words(of: passage, LinearFeatures(passage, found, mayStand: mayStand))
      general = GeneralReading(tokens: passage.count)
    }
    for index in words.indices {
      if passage.mayBePersonal(index) { words[index].doubtPublicName() }
      if passage.isCalendar(index) { words[index].doubtName() }
    }
    let spans = ReadSpan.whole(
      ReadSpan.find(in: passage, words, mask: mask, review: review), in: passage)
    var joined = Joining(
      passage: passage, words: words, general: general, mayClear: mayClear)
    for mention in found { joined.take(mention) }
    for span in spans { joined.take(span) }
    mentions += joined.all
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

extension Passage {
  /// Whether the word at `index` may be of a private person's name: one that the tables know as part of
  /// names, or one in capitals beside such a one.
  fileprivate func mayBePersonal(_ index: Int) -> Bool {
    guard tokens[index].isCapitalized else { return false }
    if !nameFacts(index).isEmpty { return true }
    return [preceding(index), following(index)].contains { beside in
      beside.map { tokens[$0].isCapitalized && !nameFacts($0).isEmpty } ?? false
    }
  }
}

extension Passage {
  /// Whether the word at `index` goes before a name and is none.
  func isTitle(_ index: Int) -> Bool { hasAny(index, Self.titles) }

  /// Whether the word at `index` is a month or a weekday.
  fileprivate func isCalendar(_ index: Int) -> Bool { hasAny(index, Self.calendar) }

  private static let calendar = Cue.month.bit | Cue.weekday.bit
  private static let titles = Cue.honorific.bit | Cue.rank.bit | Cue.title.bit | Cue.job.bit
}

/// Who is believed where two disagree about the same words.
enum Precedence: Int, Comparable {
  case rule, reader, publicName, checked, peopleFile

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Mention.Detail {
  /// Whether it is a date that names no day, month, year, season or feast.
  var isEmptyDate: Bool {
    if case .date(let date) = self { date == DateExpression() } else { false }
  }
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
      OrdinaryNameRecognizer.known, ForeignScriptRecognizer.known:
      return .reader
    case ReaderRecognizer.known: return .reader
    default: return .rule
    }
  }

  /// Whether a checksum proves it.
  private var isChecked: Bool { confidence == 1 }
}

/// The mentions of one passage while they are joined: what the recognizers found first, all of it, then
/// what the reader saw, in the order of the text.
private struct Joining {
  let passage: Passage
  let words: [WordReading]
  /// What could be said of things.
  let general: GeneralReading
  let mayClear: Bool
  /// Of the recognizers, those that the reader lets stand.
  private var found: [Mention] = []
  /// Which of them a span of the reader has spoken for.
  private var gone: [Bool] = []
  /// Where names of public figures begin, and where they end.
  private var figures: [Int: Int] = [:]
  /// What the reader saw.
  private var made: [Mention] = []
  private var madeEnd = 0
  /// Positions in `found` by start, up to where they are looked at already, and those of the ones before
  /// that may overlap what comes.
  private var order: [Int]?
  private var next = 0
  private var near: [Int] = []

  init(passage: Passage, words: [WordReading], general: GeneralReading, mayClear: Bool) {
    self.passage = passage
    self.words = words
    self.general = general
    self.mayClear = mayClear
  }

  var all: [Mention] { found.indices.filter { !gone[$0] }.map { found[$0] } + made }

  /// Keeps what a recognizer found, unless the reader knows better.
  mutating func take(_ mention: Mention) {
    guard mayClear, mention.precedence < .reader, mention.kind != .number else {
      keep(mention)
      return
    }
    var hidden: Float = 0
    var isPublic: Float = 0
    for index in passage.tokens(of: mention.span) {
      hidden = max(hidden, words[index].hidden)
      isPublic = max(isPublic, words[index].isPublic)
    }
    if !isPersonal(mention), isPublic > hidden, isPublic >= 0.5 {
      keep(published(mention, isPublic))
    } else if hidden + isPublic >= doubt(toClear: mention) {
      keep(mention)
    } else if mayBeName(mention) {
      stay(mention, hidden, "read as no name")
    }
  }

  /// Lets a mention stay, to be looked at.
  private mutating func stay(_ mention: Mention, _ hidden: Float, _ why: String) {
    var mention = mention
    mention.stays = true
    mention.needsReview = true
    mention.confidence = Double(hidden)
    mention.why = why + "; " + mention.why
    keep(mention)
  }

  /// Whether it is a word with a capital that no dictionary has, so that the reader alone clears it.
  private func mayBeName(_ mention: Mention) -> Bool {
    guard [.other, .person, .place].contains(mention.kind) else { return false }
    return passage.tokens(of: mention.span).contains {
      passage[$0].shape == .title && passage[$0].value >= 2 && !passage[$0].isBare
        && !passage.isOrdinary($0)
    }
  }

  private mutating func keep(_ mention: Mention) {
    if mention.isPublic, mention.kind == .person { figures[mention.span.start] = mention.span.end }
    found.append(mention)
    gone.append(false)
  }

  /// Whether only a list can make it public: what leads to somebody by itself, a day or month of a year, a
  /// place within a region, and a word that nothing clears and that reads like a name.
  private func isPersonal(_ mention: Mention) -> Bool {
    let tokens = passage.tokens(of: mention.span)
    // "Institut Pasteur": no person and no village, whatever a rule took it for; of one word the
    // reader has to be surer.
    let enough: Float = tokens.count > 1 ? 0.8 : 0.95
    if tokens.allSatisfy({
      words[$0].kind == .organization && words[$0].isPublic >= enough
        && passage.nameFacts($0).isDisjoint(with: .given)
    }) {
      return false
    }
    switch mention.detail {
    case .date(let date) where date.month != nil: return true
    case .place(let place) where place.fact.map({ $0.size < .region }) ?? true: return true
    default: break
    }
    return mention.kind.isDirect
      || mention.kind == .other && tokens.contains { words[$0].kind == .person }
  }

  /// How little the reader has to doubt what a rule found for it to be let go.
  private func doubt(toClear mention: Mention) -> Float {
    let isSure = mention.kind == .person && mention.confidence >= 0.75
    return isSure || mention.kind == .other
      ? ReaderRecognizer.clearsNames : ReaderRecognizer.clears
  }

  /// What a rule found, as something public: it is noted, and stays.
  private func published(_ mention: Mention, _ isPublic: Float) -> Mention {
    var mention = mention
    mention.recognizer = ReaderRecognizer.known
    mention.isPublic = true
    mention.confidence = Double(isPublic)
    mention.why = "read as public in its sentence; " + mention.why
    return mention
  }

  /// Adds what the reader saw, with what rules understand of it.
  mutating func take(_ read: ReadSpan) {
    var read = read
    if read.kind == .person, !read.stays, let noun = passage.ship(before: read.first, read.last) {
      // "trawler", read as a trade
      if made.last?.span == passage[noun].span { made.removeLast() }
      if made.last.map({ $0.span.end <= passage[noun].start }) ?? true {
        read.kind = .unit
        read.first = noun
      }
    }
    var span = TextSpan(
      Int(passage[read.first].start), Int(passage[read.last].end))
    // What a rule drew out over it has it already.
    if let last = made.last, last.kind == read.kind, last.span.contains(span) { return }
    let over = overlapping(span)
    // What is hidden already needs no doubt beside it.
    if read.stays, !over.isEmpty || madeEnd > span.start { return }
    // Of an address of an office, which stays, a part is no name.
    if over.contains(where: {
      found[$0].precedence == .checked && found[$0].span.contains(span)
    }) {
      return
    }
    // "Uncle, that is not ours": who is spoken to as kin has no name there.
    if read.kind == .person, over.isEmpty, read.first == read.last,
      passage.has(read.first, .kinship), passage.nameFacts(read.first).isEmpty,
      passage[read.first].opensSentence,
      !passage.grammar.has(.stacksNouns) || passage.isFollowed(read.first, by: ",")
    {
      return
    }
    // "ENQ. : …", "Interviewer (IV)"
    if read.first == read.last, over.isEmpty,
      passage.isSpeakerLabel(read.first) || passage.abbreviatesSpeaker(read.first)
    {
      return
    }
    // "they", "the": grammar leads to nobody.
    if read.stays, (read.first...read.last).allSatisfy(passage.isGrammar) { return }
    // "President" before a figure's name goes with it.
    if read.kind == .person, let end = figure(titled: read) {
      for index in over where found[index].precedence < .reader && found[index].span.end <= end {
        gone[index] = true
      }
      return
    }
    let rules = over.filter { found[$0].precedence < .reader && !found[$0].isPublic }
    // "Kabul" under a signature: of what kind a name is, a table that has the whole of it knows better
    // than a reader that is not sure.
    let named =
      read.ofKind >= 0.9
      ? nil : rules.first { found[$0].span == span && found[$0].confidence >= 0.9 }
    let kind =
      named.map { found[$0].kind } ?? passage.told(read.first, read.last, as: read.kind)
    let same = rules.filter { found[$0].kind == kind }
    var detail: Mention.Detail?
    var recognizer = ReaderRecognizer.known
    var why = "read in its sentence"
    for index in same {
      span = TextSpan(
        min(span.start, start(of: read, from: found[index].span.start)),
        max(span.end, found[index].span.end))
    }
    if let best = same.max(by: { found[$0].span.count < found[$1].span.count }) {
      recognizer = found[best].recognizer
      why += "; " + found[best].why
      // Of a relative of somebody of the file the file knows more than the words.
      if kind != .person || recognizer == RosterRecognizer.known { detail = found[best].detail }
    }
    let around = passage.tokens(of: span)
    let understood =
      detail
      ?? passage.understood(
        around.lowerBound, around.upperBound - 1, as: kind, isSure: read.confidence > 0.8)
    let said = general.said(
      understood, around, of: passage, as: kind, sure: same.isEmpty ? read.confidence : 1)
    // «на Гущина Петра Ильича»: no date that a name goes on from.
    if said.isEmptyDate,
      rules.contains(where: { found[$0].kind == .person && found[$0].span.end > span.end })
    {
      return
    }
    // "the frostbite": what names nothing of the calendar is a date only where the reader is sure.
    let stays =
      read.stays || said.isEmptyDate && read.confidence < 0.8
      || kind == .age && same.isEmpty && passage.isCounted(read.first, read.last)
    let new = Mention(
      span: span, kind: kind, recognizer: recognizer, confidence: Double(read.confidence),
      why: why,
      detail: said, needsReview: stays, stays: stays, isRead: true)
    for index in rules where span.contains(found[index].span) || found[index].kind == kind {
      gone[index] = true
    }
    made.append(new)
    madeEnd = max(madeEnd, span.end)
  }

  /// Where a span begins that a rule draws out to the left: behind what was said already, behind a
  /// title, and behind "who".
  private func start(of read: ReadSpan, from start: Int) -> Int {
    var first = read.first
    while first > 0, Int(passage[first - 1].start) >= max(start, madeEnd),
      read.kind != .person || !passage.isTitleOnly(first - 1),
      !ReadSpan.relatives.contains(passage[first - 1].key)
    {
      first -= 1
    }
    while first < read.first, passage[first].kind == .mark { first += 1 }
    return Int(passage[first].start)
  }

  /// Where the name of a public figure ends, if a span holds nothing besides it but titles before it.
  private func figure(titled read: ReadSpan) -> Int? {
    let name = (read.first...read.last).first { !passage.isTitle($0) }
    guard let name = name ?? passage.following(read.last),
      let end = figures[Int(passage[name].start)], Int(passage[read.last].end) <= end
    else { return nil }
    return end
  }

  /// Those of the recognizers that overlap a span; each span that is asked for lies behind the last.
  private mutating func overlapping(_ span: TextSpan) -> [Int] {
    let order = order ?? found.indices.sorted { (found[$0].span, $0) < (found[$1].span, $1) }
    self.order = order
    while next < order.count, found[order[next]].span.start < span.end {
      near.append(order[next])
      next += 1
    }
    near.removeAll { gone[$0] || found[$0].span.end <= span.start }
    return near.sorted()
  }
}
