/// Names made of nothing but ordinary words, where a policy says least: English gives a capital inside
/// a sentence to names alone, so two of them in a row name something.
///
/// "the State Railways", "the Centre of Higher Studies", "Comradeship IV", and what stands in quotation
/// marks after "entitled" or "known as". Laws, treaties, offices of state and courts as such are
/// printed for all to read, and pass.
struct OrdinaryNameRecognizer: Recognizer {
  static let known = "ordinary-name"
  let name = known

  func find(in passage: Passage, into mentions: inout [Mention]) {
    guard passage.grammar.has(.capitalizesHeadings) else { return }
    // What was found in earlier passages stands before this one.
    let begin = passage.count > 0 ? Int(passage[0].start) : 0
    let first = mentions.endIndex - mentions.reversed().prefix { $0.span.start >= begin }.count
    let known = mentions.indices[first...].sorted { mentions[$0].span < mentions[$1].span }
    var next = 0
    var index = 0
    while index < passage.count {
      guard let last = titled(passage, index) ?? run(passage, index) else {
        index += 1
        continue
      }
      let span = TextSpan(Int(passage[index].start), Int(passage[last].end))
      while next < known.count, mentions[known[next]].span.end <= span.start { next += 1 }
      let inside = known[max(0, next - 4)...].prefix { mentions[$0].span.start < span.end }.filter {
        mentions[$0].span.overlaps(span)
      }
      if inside.isEmpty {
        mentions.append(
          mention(
            passage, index, last, .other, "capitals inside a sentence", confidence: 0.4))
      } else if let body = body(among: inside, mentions) {
        // "General Directorate of National Roads and Highways": the body's whole name.
        let known = mentions[body].span
        mentions[body].span = TextSpan(min(known.start, span.start), max(known.end, span.end))
      }
      index = last + 1
    }
  }

  /// The body that the mentions inside a run speak of, when they speak of bodies and places alone.
  private func body(among inside: [Int], _ mentions: [Mention]) -> Int? {
    let isPlain = inside.allSatisfy {
      !mentions[$0].isPublic && [.organization, .place, .other].contains(mentions[$0].kind)
    }
    return isPlain ? inside.first { mentions[$0].kind == .organization } : nil
  }

  /// Capitalised words side by side, or joined by "of", "for", "and".
  private func run(_ passage: Passage, _ index: Int) -> Int? {
    guard isInside(passage, index), isName(passage, index) else { return nil }
    var (last, head, words) = (index, index, 1)
    var isTail = false
    while words < 10 {
      var next = last + 1
      while next < passage.count, next - last <= 2, passage[next].isWord,
        passage[next].shape == .lower, Self.joints.contains(passage[next].key)
      {
        isTail = isTail || Self.tails.contains(passage[next].key)
        next += 1
      }
      guard next < passage.count, passage[next].gap, passage[next].isCapitalized,
        !passage[next].opensSentence
      else { break }
      guard isName(passage, next) || Roman.isNumeral(passage, next) else { return nil }
      last = next
      if !isTail { head = next }
      words += 1
    }
    guard words >= 2, !Self.public.contains(passage[head].key),
      !Self.numbered.contains(passage[index].key),
      !Self.public.contains(passage[last].key), !isHeading(passage, index, last)
    else { return nil }
    return last
  }

  /// Whether a lower-case word, a comma, a bracket or a quotation mark stands before.
  private func isInside(_ passage: Passage, _ index: Int) -> Bool {
    guard index > 0, passage[index].shape == .title, !passage[index].opensSentence else {
      return false
    }
    let before = passage[index - 1]
    if before.isWord {
      // "Minister for Agriculture and Forestry": the name began before, and passed.
      if Self.joints.contains(before.key), index > 1, passage[index - 2].isCapitalized {
        return false
      }
      return before.shape == .lower
    }
    return before.isMark(",") || before.isMark("(") || before.isMark("“")
  }

  private func isName(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].shape == .title && passage[index].value > 1 && !passage.isCountry(index)
      && !passage.has(index, .month) && !passage.has(index, .weekday)
      && !passage.has(index, .publicBody) && !passage.has(index, .honorific)
      && !passage.has(index, .title) && !passage.has(index, .pronoun)
      && !passage.has(index, .identifierCue)
  }

  /// A line of capitals is a heading.
  private func isHeading(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    passage.opensLine(first) && (last + 1 >= passage.count || passage[last + 1].kind == .newline)
  }

  /// “On the Life of Bees” after "entitled", "known as", "the newspaper".
  private func titled(_ passage: Passage, _ index: Int) -> Int? {
    guard index > 1, passage[index - 1].isMark("“") || passage[index - 1].isMark("\""),
      passage[index].isCapitalized, !passage[index - 1].isMark("\"") || !passage[index].gap,
      let cue = passage.preceding(index - 1) ?? (passage[index - 2].isWord ? index - 2 : nil),
      isTitling(passage, cue)
    else { return nil }
    var last = index
    while last + 1 < passage.count, last - index < 16, passage[last + 1].kind != .newline {
      if passage[last + 1].isMark("”") || passage[last + 1].isMark("\"") { return last }
      last += 1
    }
    return nil
  }

  private func isTitling(_ passage: Passage, _ cue: Int) -> Bool {
    if Self.titling.contains(passage[cue].key) { return true }
    guard passage[cue].key == Self.as, let before = passage.preceding(cue) else { return false }
    return Self.titling.contains(passage[before].key)
  }

  private static let `as` = FoldedKey(folded: "as")
  private static let joints = WordList("ordinary-name-joints")
  private static let tails = WordList("ordinary-name-tails")
  private static let titling = WordList("ordinary-name-titling")

  private static let numbered = WordList("ordinary-name-numbered")
  /// Heads of names that are printed for all to read.
  private static let `public` = WordList("ordinary-name-public")
}
