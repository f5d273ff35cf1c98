/// The edges of what a reader saw, drawn so that something can be said in its place: pieces of one
/// thing are one span, no preposition hangs at its end, and quotation marks are closed.
extension ReadSpan {
  /// The spans of a passage with such edges; those that hold nothing but grammar are gone.
  static func whole(_ spans: [ReadSpan], in passage: Passage) -> [ReadSpan] {
    var whole: [ReadSpan] = []
    for read in spans {
      var span = read
      if let name = whole.last, name.kind == .person, name.last >= span.first {
        guard let rest = span.behind(name, in: passage) else { continue }
        span = rest
      }
      if span.kind == .person {
        for name in span.names(in: passage) { name.join(&whole) }
        continue
      }
      guard phrases.contains(span.kind) else {
        // "road to" of "road to Gori"
        if span.kind == .place {
          guard let trimmed = span.trimmed(in: passage) else { continue }
          span = trimmed
        }
        if !span.isHour(in: passage), !span.stays || !span.isGrammar(in: passage) {
          whole.append(span)
        }
        continue
      }
      guard let trimmed = span.trimmed(in: passage) else { continue }
      if var last = whole.last, last.goesOn(to: trimmed, in: passage) {
        last.last = trimmed.last
        last.confidence = max(last.confidence, trimmed.confidence)
        whole[whole.count - 1] = last
      } else {
        whole.append(trimmed)
      }
    }
    return whole.map { $0.quoted(in: passage) }
  }

  /// The kinds that are said by phrases; names of people and places are as long as they are.
  private static let phrases: Set<EntityKind> = [
    .job, .demographic, .event, .unit, .organization, .date, .age,
  ]
  /// Those of which a small word may stand inside: "sealing" of "the arcade".
  private static let long: Set<EntityKind> = [.job, .demographic, .event, .unit]

  /// Whether `next` says more of the same thing: nothing, or one small word, between.
  private func goesOn(to next: ReadSpan, in passage: Passage) -> Bool {
    guard kind == next.kind, stays == next.stays, next.first > last else { return false }
    if next.first == last + 1 { return true }
    // "n'a"
    if next.first == last + 2, passage[last + 1].kind == .mark, !passage[last + 1].gap,
      !passage[next.first].gap
    {
      return true
    }
    return Self.long.contains(kind) && next.first == last + 2
      && passage[last + 1].shape == .lower && passage.hasAny(last + 1, Self.hanging)
  }

  /// Whether it holds nothing but small words.
  private func isGrammar(in passage: Passage) -> Bool {
    (first...last).allSatisfy {
      passage[$0].kind == .mark
        || passage[$0].shape == .lower && passage.hasAny($0, Self.hanging)
    }
  }

  /// "after six": one small number in words is no number of a paper or a telephone, unless the reader is
  /// sure.
  private func isHour(in passage: Passage) -> Bool {
    kind.isDirect && confidence < 0.5 && first == last && passage.has(first, .cardinal)
      && passage[first].shape == .lower
  }

  /// Without the small words at its ends that belong to what stands beside it.
  private func trimmed(in passage: Passage) -> ReadSpan? {
    var span = self
    func isGrammar(_ index: Int) -> Bool {
      passage[index].kind == .mark
        || passage[index].shape == .lower && passage.hasAny(index, Self.hanging)
    }
    while span.last >= span.first,
      isGrammar(span.last)
        || passage.isSmall(span.last) && Self.relatives.contains(passage[span.last].key)
    {
      span.last -= 1
    }
    guard span.last >= span.first else { return nil }
    while span.first < span.last, passage[span.first].shape == .lower,
      passage.has(span.first, .conjunction), !passage.hasAny(span.first, Self.joining)
    {
      span.first += 1
    }
    // "the one who baked bread"
    if Self.long.contains(kind), span.first < span.last,
      Self.relatives.contains(passage[span.first].key)
    {
      span.first += 1
    }
    if span.first == span.last, passage[span.first].shape == .lower,
      passage.has(span.first, .auxiliary)
    {
      return nil
    }
    return span
  }

  static let relatives = WordList("read-span-edges-relatives")
  private static let joining = cues(.preposition, .determiner)
  private static let hanging = cues(.preposition, .determiner, .conjunction)

  private static func cues(_ cues: Cue...) -> UInt64 { cues.reduce(0) { $0 | $1.bit } }

  // MARK: Names

  /// The names in a span: "Grâce et Aimée" are two, a title before one stays, and what follows the last
  /// word of a name is no part of it.
  private func names(in passage: Passage) -> [ReadSpan] {
    guard (first...last).contains(where: { passage[$0].isCapitalized }) else {
      return isGrammar(in: passage) ? [] : [doubted(in: passage)]
    }
    var names: [ReadSpan] = []
    var begin = first
    for index in first...last + 1 {
      guard index > last || passage.isSmall(index) && passage.has(index, .conjunction) else {
        continue
      }
      var name = self
      name.first = begin
      name.last = index - 1
      begin = index + 1
      while name.first < name.last,
        !passage[name.first].isWord || passage.isSmall(name.first) && passage.isGrammar(name.first)
          || passage.isTitleOnly(name.first)
      {
        name.first += 1
      }
      while name.last > name.first,
        passage[name.last].kind == .mark && !passage[name.last].isMark(".")
          || passage.isSmall(name.last)
            && (passage[name.last].value == 1 || passage.isGrammar(name.last))
      {
        name.last -= 1
      }
      guard name.first <= name.last, passage[name.first].isWord || passage[name.first].isNumber,
        // "Мене" at the head of a sentence
        name.first < name.last || !passage[name.first].opensSentence
          || !passage.has(name.first, .pronoun)
      else { continue }
      names.append(name.drawnOut(in: passage).doubted(in: passage))
    }
    return names
  }

  /// «лишився кіт»: a word of the dictionary without a capital, where names have one, is a name only
  /// where the reader is sure.
  private func doubted(in passage: Passage) -> ReadSpan {
    var name = self
    guard first == last else { return name }
    let isPlain = passage.isPlainWord(first)
    name.stays = stays || isPlain && confidence < 0.6
    // "a one-eyed driver": it is hidden, and is nobody's name.
    if isPlain, !name.stays, passage.nameFacts(first).isEmpty { name.kind = .demographic }
    return name
  }

  /// With the rest of a word that is broken at a line's end, and with a surname that has no capital
  /// either: "Agnieszka Wola-␤nowska", «сергей дронов».
  private func drawnOut(in passage: Passage) -> ReadSpan {
    var name = self
    // «Жене Кулику»: a first name that is a word for kin in another case.
    let before = first - 1
    if passage.isSlavic, before >= 0, passage[first].gap, passage[first].shape == .title,
      passage[before].shape == .title, !passage[before].opensSentence,
      passage.has(before, .kinship),
      !passage.nameFacts(before).isDisjoint(with: [.givenMale, .givenFemale])
    {
      name.first = before
    }
    if let rest = passage.restOfBroken(last), !passage.isGrammar(rest) {
      name.last = rest
    } else if passage.isWithoutCapital(last), passage[last].isWord,
      !passage.nameFacts(last).isDisjoint(with: .given), first == last,
      let next = passage.following(last), next == last + 1, passage.mayBeSurname(next)
    {
      name.last = next
    }
    return name
  }

  /// What is left of a span behind a name that took its first words; nil where that is nothing of its own.
  private func behind(_ name: ReadSpan, in passage: Passage) -> ReadSpan? {
    guard first <= name.last else { return self }
    guard last > name.last, let next = passage.following(name.last), next <= last,
      !passage.has(next, .preposition)
    else { return nil }
    var rest = self
    rest.first = next
    return rest
  }

  /// Adds a name: "Joost" "van der" "Kolk", words of names that touch are one.
  private func join(_ whole: inout [ReadSpan]) {
    if var last = whole.last, last.kind == .person, last.stays == stays, first == last.last + 1 {
      last.last = self.last
      last.confidence = max(last.confidence, confidence)
      whole[whole.count - 1] = last
    } else {
      whole.append(self)
    }
  }

  // MARK: Quotation marks

  /// With the quotation mark that closes or opens what stands inside, and with both where they hold
  /// the whole: «Путь Абая» is said without them.
  private func quoted(in passage: Passage) -> ReadSpan {
    guard Self.named.contains(kind), !stays else { return self }
    var span = self
    let before = first > 0 ? passage[first - 1] : nil
    let after = last + 1 < passage.count ? passage[last + 1] : nil
    for (open, close) in Self.quotes {
      let opened = (first...last).count { passage[$0].isMark(open) }
      let closed = (first...last).count { passage[$0].isMark(close) }
      let opens = before?.isMark(open) ?? false
      let closes = after?.isMark(close) ?? false
      if opened > closed, closes { span.last += 1 }
      if closed > opened, opens { span.first -= 1 }
      if opened == closed, opens, closes {
        span.first -= 1
        span.last += 1
      }
      if span.first != first || span.last != last { break }
    }
    return span
  }

  private static let named: Set<EntityKind> = [.organization, .unit, .event]
  private static let quotes: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("«", "»"), ("“", "”"), ("„", "“"),
  ]
}

extension Passage {
  /// The second half of a word that a hyphen breaks at a line's end after `index`.
  func restOfBroken(_ index: Int) -> Int? {
    guard tokens[index].isWord, index + 3 < count, Self.isHyphen(tokens[index + 1]),
      !tokens[index + 1].gap, tokens[index + 2].kind == .newline
    else { return nil }
    let next = (index + 3..<count).first { tokens[$0].kind != .newline }
    return next.flatMap { tokens[$0].isWord && tokens[$0].shape == .lower ? $0 : nil }
  }

  /// Whether a word without a capital behind a first name reads like a surname and like nothing else.
  fileprivate func mayBeSurname(_ index: Int) -> Bool {
    tokens[index].isWord && isWithoutCapital(index) && tokens[index].value >= 4
      && cues(of: index) == 0
      && (nameFacts(index).contains(.surname) || !isOrdinary(index) && !endsAsVerb(index))
  }

  /// Whether an ordinary word has no capital in a text that has capitals.
  fileprivate func isPlainWord(_ index: Int) -> Bool {
    tokens[index].shape == .lower && !tokens[index].isBare && isOrdinary(index)
      && nameFacts(index).isDisjoint(with: .given)
  }

  fileprivate func isWithoutCapital(_ index: Int) -> Bool {
    tokens[index].shape == .lower || tokens[index].isBare
  }

  fileprivate func isSmall(_ index: Int) -> Bool { tokens[index].shape == .lower }

  /// Whether a word goes before a name and is no first name: "Captain", and not "Prince".
  func isTitleOnly(_ index: Int) -> Bool {
    hasAny(index, Cue.rank.bit | Cue.honorific.bit)
      || isTitle(index) && nameFacts(index).isDisjoint(with: .given)
  }
}
