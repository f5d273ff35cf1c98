internal import Custody
internal import Redaction

/// Goes through what a person has to decide, one by one, on the terminal. Nothing is kept before
/// the end; what was decided is then logged at once.
struct CaseTerminalReview {
  private let shown: CaseFolder.Reviewable
  /// What was decided, and the place it was asked at.
  private var rulings: [Ruling] = []
  private var skipped: Set<TextSpan> = []
  /// Whether everything that was proposed is accepted, after it was shown.
  private(set) var isAccepting = false

  private let original: OriginalWords

  init(_ shown: CaseFolder.Reviewable) {
    self.shown = shown
    original = OriginalWords(shown)
  }

  /// The rulings, in the order they were made.
  mutating func run() throws -> [Ruling] {
    while true {
      let plan = try shown.plan(after: rulings)
      let open = plan.doubtful.filter { !skipped.contains($0.span) }
      guard let item = open.first else {
        guard try isDone() else { continue }
        return rulings
      }
      try show(item, plan, left: open.count)
      guard try ask(item) else { return rulings }
    }
  }

  /// Nothing doubtful is left: say yes to the rest, mark something else, go back, or end.
  private mutating func isDone() throws -> Bool {
    let plan = try shown.plan(after: rulings)
    let left = skipped.isEmpty ? "" : ", \(skipped.count) skipped"
    guard plan.isReviewed || !skipped.isEmpty && plan.proposals.isEmpty else {
      return try isAccepted(plan, left)
    }
    switch try Terminal.ask("Nothing is left\(left). [q] keep all this  [m] mark words  [u] undo: ")
    {
    case "m": try mark()
    case "u": undo()
    case "q", "": return true
    default: break
    }
    return false
  }

  /// What is proposed besides is shown, and stays undecided until somebody says yes to it.
  private mutating func isAccepted(_ plan: SealedPlan, _ left: String) throws -> Bool {
    let proposals = plan.proposals
    for decision in proposals {
      let (before, words, after) = original.sentence(decision.span)
      let result = original.result(decision.span, plan)
      try Terminal.write(
        """

          original   \(before)»\(words)«\(after)
          result     \(result.before)»\(result.words)«\(result.after)  (\(decision.source))

        """)
    }
    let question =
      rulings.isEmpty && skipped.isEmpty && shown.plan.deciders.isEmpty
      ? "Nothing is doubtful. [a] accept all this"
      : "Nothing doubtful is left\(left); \(proposals.count) that nobody accepted yet."
        + " [a] accept them"
    switch try Terminal.ask("\(question)  [m] mark words  [u] undo  [q] leave them undecided: ") {
    case "a":
      isAccepting = skipped.isEmpty
      if !isAccepting { rulings += proposals.map { Ruling($0.span, .accept) } }
      return true
    case "m": try mark()
    case "u": undo()
    case "q": return true
    default: break
    }
    return false
  }

  private mutating func undo() {
    if rulings.isEmpty { skipped = [] } else { rulings.removeLast() }
  }

  /// The sentence of the original and the proposal, one above the other.
  private func show(_ item: Decision, _ plan: SealedPlan, left: Int) throws {
    let proposed =
      plan.decisions.first { $0.decision.span.overlaps(item.span) }?.decision ?? item
    let (before, words, after) = original.sentence(proposed.span)
    let result = original.result(proposed.span, plan)
    try Terminal.write(
      """

      \(left) to decide · \(proposed.kind.rawValue), \(printable(proposed.reason)); \(proposed.source)
        original   \(before)»\(words)«\(after)
        result     \(result.before)»\(result.words)«\(result.after)

      """)
  }

  /// False where the reviewer stops.
  private mutating func ask(_ item: Decision) throws -> Bool {
    let plan = try shown.plan(after: rulings)
    let span = plan.decisions.first { $0.decision.span.overlaps(item.span) }?.decision.span
    let place = span ?? item.span
    let answer = try Terminal.ask(
      "[a]ccept [t] other words [p]seudonym [k]eep [m]ark words [u]ndo [s]kip [q]uit;"
        + " a capital: the same everywhere: ")
    let isEverywhere = answer.first?.isUppercase ?? false
    switch answer.lowercased() {
    case "a": try take(Ruling(place, .accept, isEverywhere: false))
    case "t":
      try take(Ruling(place, try otherWords(), isEverywhere: isEverywhere))
    case "p":
      try take(Ruling(place, try otherPseudonym(), isEverywhere: isEverywhere))
    case "k":
      let why = try Terminal.ask("Why may it stay? ")
      try take(Ruling(place, .keep(why: why), isEverywhere: isEverywhere))
    case "m": try mark()
    case "u": undo()
    case "s": skipped.insert(item.span)
    case "q": return false
    default: break
    }
    return true
  }

  /// Takes a ruling, unless it cannot be carried out.
  private mutating func take(_ ruling: Ruling) throws {
    do {
      _ = try shown.plan(after: rulings + [ruling])
      rulings.append(ruling)
    } catch let error as CaseRefusal {
      try Terminal.write("  \(error.sentence)\n")
    }
  }

  /// Marks words that nothing proposed, wherever they stand.
  private mutating func mark() throws {
    let words = Array(try Terminal.ask("The words, as they stand in the text: ").utf8)
    guard !words.isEmpty, let start = firstIndex(of: words) else {
      return try Terminal.write("  these words are not in the text\n")
    }
    let isPerson = try Terminal.ask("Do they name a person who has a pseudonym? [y/n]: ") == "y"
    try take(
      Ruling(
        TextSpan(start, start + words.count), isPerson ? try otherPseudonym() : try otherWords(),
        isEverywhere: true))
  }

  private func otherWords() throws -> Ruling.Act {
    switch try Terminal.ask("Words that stand there instead (empty: a neutral one; -: nothing): ") {
    case "": .replace(.mask, with: nil, kind: nil)
    case "-": .replace(.suppress, with: "", kind: nil)
    case let words: .replace(.mask, with: words, kind: nil)
    }
  }

  private func otherPseudonym() throws -> Ruling.Act {
    for person in shown.people.people where person.pseudonym != nil {
      try Terminal.write("  \(person.id)  \(printable(person.pseudonym ?? ""))\n")
    }
    return .pseudonym(of: try Terminal.ask("The id of the person whose pseudonym stands there: "))
  }

  private func firstIndex(of words: [UInt8]) -> Int? {
    guard words.count <= shown.text.count else { return nil }
    return (0...(shown.text.count - words.count)).first {
      shown.text[$0] == words[0] && shown.text[$0..<$0 + words.count].elementsEqual(words)
    }
  }
}
