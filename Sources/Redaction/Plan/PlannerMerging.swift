/// Neighbours that one replacement says better than two.
extension Planner {
  /// Joins "Ballyhaunis in Mayo" and "Chernogorsk, Khakassia", where the smaller place speaks for
  /// both, and in English two addresses with "and" between them.
  func merged(_ mentions: [Mention]) -> [Mention] {
    guard
      let first = mentions.indices.dropFirst().first(where: { index in
        joined(mentions[index - 1], mentions[index]) != nil
      })
    else { return mentions }
    var out = Array(mentions[..<first])
    for mention in mentions[first...] {
      if let last = out.last, let both = joined(last, mention) {
        out[out.count - 1] = both
      } else {
        out.append(mention)
      }
    }
    return out
  }

  /// One mention for two neighbours, where one replacement reads better than two.
  func joined(_ first: Mention, _ second: Mention) -> Mention? {
    guard second.span.start - first.span.end <= 5, !first.isPublic else { return nil }
    if second.isPublic { return withCountry(first, second) }
    if let one = oneThing(first, second) ?? oneName(first, second) { return one }
    var both = first
    both.span = TextSpan(first.span.start, second.span.end)
    switch (first.detail, second.detail) {
    case (.place, .place(let outer)):
      let gap = text(between: first, second)
      let isPart = outer.fact?.size == .region || outer.sort != nil
      guard gap == " in " || isPart && (gap == ", " || gap == " "), treatment(of: first) != .keep,
        treatment(of: second) != .keep
      else { return nil }
      return both
    case (.general, .general) where first.kind == .job && second.kind == .unit:
      // "військові з частини 68914": the number goes with those who serve there.
      guard language.isSlavic, text(between: first, second) == " ",
        treatment(of: first) != .keep, treatment(of: second) != .keep
      else { return nil }
      return both
    case (.general(let job), .general(let whole))
    where first.kind == .job && (second.kind == .unit || second.kind == .organization):
      // "midwife at Malalai hospital", "commander of 2nd Company": the trade is told by where.
      guard language.isSaidInEnglish, treatment(of: first) == .generalize(.described),
        treatment(of: second) != .keep, policy.style(for: .job) == .prose,
        policy.style(for: second.kind) == .prose, !English.split(whole).article.isEmpty
      else { return nil }
      let gap = text(between: first, second)
      guard [" of ", " at ", " in "].contains(gap) else { return nil }
      both.detail = .general(job + gap + general(whole, second))
      return both
    case (.said(.address), .said(.address)):
      guard language.isSaidInEnglish, text(between: first, second) == " and "
      else { return nil }
      both.detail = .general("two addresses")
      return both
    default: return nil
    }
  }

  /// "Dodong Magbanlac": what somebody is called and their surname are one name.
  private func oneName(_ first: Mention, _ second: Mention) -> Mention? {
    guard case .person(let one) = first.detail, case .person(let other) = second.detail,
      one.candidates == other.candidates, one.candidates.count == 1,
      text(between: first, second) == " "
    else { return nil }
    var both = first
    both.span = TextSpan(first.span.start, second.span.end)
    return both
  }

  /// "ref. no. 4 / C", «под номером 12»: one number, however it is written; and "Mill Street Garda
  /// station" in a language that joins no two nouns so. One replacement says both.
  private func oneThing(_ first: Mention, _ second: Mention) -> Mention? {
    let isNumbered = [first, second].allSatisfy { [.identifier, .contact].contains($0.kind) }
    let areThings = [first, second].allSatisfy {
      [.place, .organization, .unit].contains($0.kind)
    }
    guard isNumbered || areThings && !language.isSlavic,
      text(between: first, second) == " "
        || isNumbered && first.kind == second.kind && text(between: first, second) == ", ",
      treatment(of: first) != .keep, treatment(of: second) != .keep
    else { return nil }
    // What a rule found knows better what it is.
    var both = first.isReadAlone ? second : first
    both.span = TextSpan(first.span.start, second.span.end)
    return both
  }

  /// "Kassel, Germany", "Swidnica in Poland", "Laupheim (Germany)": where of a place only the country
  /// is said, the country after it says both.
  private func withCountry(_ place: Mention, _ country: Mention) -> Mention? {
    guard language.isSaidInEnglish, case .place = place.detail,
      case .place(let outer) = country.detail,
      outer.fact?.size == .country, treatment(of: place) == .generalize(.country),
      policy.style(for: .place) == .prose, treatment(of: country) == .keep
    else { return nil }
    var both = place
    both.detail = country.detail
    both.span = TextSpan(place.span.start, country.span.end)
    switch text(between: place, country) {
    case ", ", " in ", " of ": return both
    case " (" where country.span.end < bytes.count && bytes[country.span.end] == 0x29:
      both.span = TextSpan(place.span.start, country.span.end + 1)
      return both
    default: return nil
    }
  }

  /// What is said of a unit or a body at the policy's level.
  private func general(_ phrase: String, _ mention: Mention) -> String {
    mention.kind == .unit && treatment(of: mention) == .generalize(.general)
      ? "a military unit" : phrase
  }

  /// The same with the bracket or the quotation mark that closes what a mention opens: "Зоя (Зойка",
  /// "чёрной «Туарег".
  func closed(_ mentions: [Mention]) -> [Mention] {
    var mentions = mentions
    for index in mentions.indices {
      let span = mentions[index].span
      guard span.end < bytes.count,
        let (open, close) = Self.pairs.first(where: { bytes[span.end...].starts(with: $0.close) }),
        span.end + close.count
          <= (index + 1 < mentions.count ? mentions[index + 1].span.start : bytes.count),
        treatment(of: mentions[index]) != .keep
      else { continue }
      var depth = 0
      var at = span.start
      while at < span.end {
        if bytes[at..<span.end].starts(with: open) { depth += 1 }
        if bytes[at..<span.end].starts(with: close) { depth -= 1 }
        at += 1
      }
      if depth > 0 { mentions[index].span = TextSpan(span.start, span.end + close.count) }
    }
    return mentions
  }

  private static let pairs: [(open: [UInt8], close: [UInt8])] = [
    ("(", ")"), ("«", "»"), ("„", "“"), ("“", "”"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// What stands between two mentions, when it is short; else nothing.
  func text(between first: Mention, _ second: Mention) -> String {
    let gap = first.span.end..<second.span.start
    guard gap.count <= 8 else { return "" }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[gap]), as: UTF8.self)
  }
}
