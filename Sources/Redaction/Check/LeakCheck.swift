/// Something of the original that still shows in a redacted text.
public struct LeakFinding: Sendable, Equatable {
  /// What was looked for; the raw values are the `check` of refusals.
  public enum Check: String, Sendable {
    /// A form of a protected person's name, however it is written.
    case protectedName = "protected-name"
    /// The same words that a decision replaced, standing elsewhere.
    case maskedOriginal = "masked-original"
    /// A control character, which may change what a terminal does or in which order letters show.
    case controlCharacter = "control-character"
  }
  /// Which of the checks found it.
  public let check: Check
  /// Of a name `person`; of a replaced original, what it had been taken for.
  public let kind: EntityKind
  /// Where it stands in the redacted text, in UTF-8 offsets.
  public let span: TextSpan
  /// The people file's id of the person, where there is one.
  public let entity: String?
}

extension RedactedTestimony {
  /// Reads the output for every form of every protected name (`NameWatch`), and for the words of
  /// every masked original. Anything found means that the output must not be released.
  public func leaks() -> [LeakFinding] {
    var originals = MaskedOriginals()
    originals.add(self)
    return leaks(of: originals)
  }

  /// The same, with what is masked in other texts too.
  func leaks(of originals: MaskedOriginals) -> [LeakFinding] {
    let registry = reviewed.plan.registry
    let looksForNames = reviewed.plan.masksProtectedPeople && !registry.protectedForms.isEmpty
    let controls = ControlCharacters.found(in: bytes).map {
      LeakFinding(check: .controlCharacter, kind: .other, span: $0.span, entity: nil)
    }
    guard looksForNames || !originals.isEmpty else { return controls }
    var watch = NameWatch(registry, language)
    var search = originals.search()
    bytes.withUnsafeBufferPointer { output in
      var words = ShownWords(output)
      while words.next() {
        if looksForNames { watch.read(words) }
        search.read(words)
      }
    }
    return
      (controls + watch.found.compactMap(finding)
      + search.found.filter { !isOurs($0.span, .maskedOriginal) }.map {
        LeakFinding(check: .maskedOriginal, kind: $0.kind, span: $0.span, entity: nil)
      }).sorted { $0.span < $1.span }
  }

  /// A name that shows, where it is one that must not.
  private func finding(_ sighting: NameWatch.Sighting) -> LeakFinding? {
    let person = reviewed.plan.registry.people.people[sighting.person]
    guard person.status == .protected, !isOurs(sighting.span, .protectedName),
      !isOfSomebodyElse(sighting)
    else { return nil }
    return LeakFinding(
      check: .protectedName, kind: .person, span: sighting.span, entity: person.id)
  }

  /// A pseudonym that the text itself had established stands where it stood; what is said where the
  /// check masked something is a pseudonym or says nothing; and what the policy leaves readable may
  /// hold a word that is masked elsewhere.
  private func isOurs(_ span: TextSpan, _ check: LeakFinding.Check) -> Bool {
    guard let decision = decision(over: span) else { return false }
    switch decision.treatment {
    case .pseudonymize: return true
    case .keep: return check == .maskedOriginal
    default: return decision.recognizer == Decision.byCheck
    }
  }

  /// A name in what the policy leaves readable: that of another person of the file, or the first
  /// name, or part of a word, of a public one.
  private func isOfSomebodyElse(_ sighting: NameWatch.Sighting) -> Bool {
    guard let decision = decision(over: sighting.span), decision.treatment == .keep else {
      return false
    }
    if let entity = decision.entity {
      return reviewed.plan.registry.people.people.first { $0.id == entity }?.status != .protected
    }
    return sighting.isPart && sighting.span.count < decision.span.count
  }

  /// The decision that a span of the output lies in.
  private func decision(over span: TextSpan) -> Decision? {
    var low = 0
    var high = outputSpans.count
    while low < high {
      let middle = (low + high) / 2
      if outputSpans[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low < outputSpans.count, outputSpans[low].contains(span) else { return nil }
    return decisions[low]
  }
}
