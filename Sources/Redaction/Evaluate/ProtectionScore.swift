/// How well annotated documents are protected: counts, from which the shares follow.
///
/// A direct or quasi mark counts as found where each of its letters and digits is covered, a public
/// one as kept where none is. A covered word counts as right where it touches a mark that may be
/// covered; articles, prepositions, titles and ranks are not counted.
package struct ProtectionScore: Sendable, Equatable {
  /// How many documents it is of.
  package var documents = 0
  /// Documents that show a direct mark.
  package var exposed = 0
  /// Of the marks that lead to somebody by themselves, those covered whole.
  package var direct = Share()
  /// Of the marks that lead to somebody together with others, those covered whole.
  package var quasi = Share()
  /// Of the public marks, those left whole.
  package var `public` = Share()
  /// Covered words, and those of them that were to be covered.
  package var words = Share()

  /// A score of nothing.
  package init() {}

  /// So many of so many.
  package struct Share: Sendable, Equatable {
    /// How many of them are as they should be.
    package var part = 0
    /// How many there are.
    package var whole = 0

    /// So many of so many; a part larger than the whole is not refused.
    package init(part: Int = 0, whole: Int = 0) {
      self.part = part
      self.whole = whole
    }

    /// From 0 to 1; nil of nothing.
    package var value: Double? { whole == 0 ? nil : Double(part) / Double(whole) }

    mutating func count(_ isPart: Bool) {
      whole += 1
      if isPart { part += 1 }
    }
  }

  /// Adds counts to counts, so that a sum weighs marks and not documents.
  package static func += (a: inout ProtectionScore, b: ProtectionScore) {
    a.documents += b.documents
    a.exposed += b.exposed
    a.direct.add(b.direct)
    a.quasi.add(b.quasi)
    a.public.add(b.public)
    a.words.add(b.words)
  }
}

extension ProtectionScore.Share {
  fileprivate mutating func add(_ other: ProtectionScore.Share) {
    part += other.part
    whole += other.whole
  }
}

/// The measures of one annotated document.
package struct DocumentScore: Sendable {
  /// A mark that was not treated as its annotation asks.
  package struct Miss: Sendable {
    /// The mark, with its place in the text.
    package var mark: AnnotatedDocument.Mark
    /// As what it was scored, which a neutral list may have changed.
    package var sensitivity: AnnotatedDocument.Sensitivity
  }

  /// All kinds together.
  package private(set) var total = ProtectionScore()
  /// By the kind of the mark; documents and words are not counted there.
  package private(set) var kinds: [AnnotatedDocument.Kind: ProtectionScore] = [:]
  /// In the order of the marks.
  package private(set) var misses: [Miss] = []

  /// Measures what was made of a document against its marks.
  package init(
    _ document: AnnotatedDocument, _ redacted: RedactedDocument, neutral: NeutralMarks
  ) {
    let text = document.text
    let covered = redacted.covered(count: text.count)
    var mayBeCovered = [Bool](repeating: false, count: text.count)
    total.documents = 1
    for mark in document.marks {
      let scored = neutral.sensitivity(of: mark, in: text)
      if scored != .public { for index in mark.range { mayBeCovered[index] = true } }
      guard let sensitivity = scored else { continue }
      let asked = AskedLetters.of(mark, in: text)
      let isGood =
        sensitivity == .public
        ? !asked.contains { covered[$0] } : asked.allSatisfy { covered[$0] }
      count(isGood, sensitivity, &total)
      count(isGood, sensitivity, &kinds[mark.kind, default: ProtectionScore()])
      if sensitivity == .direct, !isGood { total.exposed = 1 }
      if !isGood { misses.append(Miss(mark: mark, sensitivity: sensitivity)) }
    }
    for word in WordScalars.words(text, in: text.indices)
    where word.contains(where: { covered[$0] })
      && !Self.small.contains(WordScalars.lower(text, word))
    {
      total.words.count(word.contains { mayBeCovered[$0] })
    }
  }

  private func count(
    _ isGood: Bool, _ sensitivity: AnnotatedDocument.Sensitivity, _ score: inout ProtectionScore
  ) {
    switch sensitivity {
    case .direct: score.direct.count(isGood)
    case .quasi: score.quasi.count(isGood)
    case .public: score.public.count(isGood)
    }
  }

  /// Words that good wording may take along with what it replaces.
  private static let small: Set<String> = Set(
    """
    a an the of in on at to from by near for with and or about after before between during until
    since mr mrs ms dr sir captain capt sergeant sgt major maj colonel col lieutenant lt general gen
    private pvt corporal commander officer soldier pastor father sister brother
    le la les l un une de du des d à au aux en dans sur par chez vers et ou m mme mlle capitaine
    sergent commandant
    в во на из с со к ко у о об от до по за под над при и или не г гр капитан капитана сержант
    сержанта майор майора лейтенант рядовой полковник старший старшего товарищ господин госпожа
    з із зі від і й та або капітан лейтенант рядовий пан пані пана
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
