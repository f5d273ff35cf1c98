/// What nothing cleared: capitalised words that no dictionary lists in lower case, no table knows
/// and nothing else explained.
///
/// It looks at what the recognizers before it left.
struct UnknownRecognizer: Recognizer {
  let name = "unknown"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    // What was found in earlier passages stands before this one.
    let begin = passage.count > 0 ? Int(passage[0].start) : 0
    let covered = mentions.reversed().prefix { $0.span.start >= begin }.map(\.span).sorted()
    var next = 0
    var index = 0
    while index < passage.count {
      guard passage[index].isCapitalized else {
        index += 1
        continue
      }
      let span = passage[index].span
      while next < covered.count, covered[next].end <= span.start { next += 1 }
      let isCovered =
        next < covered.count && covered[next].overlaps(span)
        || mayOverlap(covered, next, span)
      if !isCovered, isUnknown(passage, index) {
        // "Sang-e-Masha"
        var first = index
        while first >= 4, Passage.isHyphen(passage[first - 1]), !passage[first].gap,
          !passage[first - 1].gap, passage[first - 2].shape == .lower,
          passage[first - 2].value <= 2,
          Passage.isHyphen(passage[first - 3]), passage[first - 4].isCapitalized
        {
          first -= 4
        }
        var last = index
        while let more = passage.following(last), more == last + 1, isUnknown(passage, more),
          !mayOverlap(covered, next, passage[more].span)
        {
          last = more
        }
        while last + 2 < passage.count, Passage.isHyphen(passage[last + 1]), !passage[last + 1].gap,
          !passage[last + 2].gap, passage[last + 2].isWord,
          !mayOverlap(covered, next, passage[last + 2].span)
        {
          last += 2
        }
        mentions.append(unknown(passage, first, last))
        index = last + 1
      } else {
        index += 1
      }
    }
  }

  private func unknown(_ passage: Passage, _ first: Int, _ last: Int) -> Mention {
    // "Mammadli (not their real name)" names somebody, whatever it is else.
    guard MarkerText.follows(passage.bytes, Int(passage[last].end)) else {
      return mention(
        passage, first, last, .other, "a capitalised word that nothing clears", confidence: 0.4)
    }
    return mention(
      passage, first, last, .person, "said to be no real name", confidence: 0.9,
      detail: .unlisted(PersonRecognizer().somebody(passage, first, last, isSure: true)))
  }

  private func mayOverlap(_ covered: [TextSpan], _ from: Int, _ span: TextSpan) -> Bool {
    var index = max(0, from - 4)
    while index < covered.count, covered[index].start < span.end {
      if covered[index].overlaps(span) { return true }
      index += 1
    }
    return false
  }

  private static let everyday = WordList.each("everyday-acronyms")

  private func isUnknown(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    guard token.isWord, token.isCapitalized, token.value >= 2, token.shape != .initial,
      !Money.isCodeOfSum(passage, index),
      !passage.isExplained(index), !passage.has(index, .label), !passage.has(index, .identifierCue),
      !passage.abbreviatesSpeaker(index), !passage.isSpeakerLabel(index)
    else { return false }
    if token.shape == .upper, Self.everyday[passage.language].contains(token.key) { return false }
    // "PW-4": a label with a number.
    if token.shape == .upper, token.value <= 3, index + 2 < passage.count,
      Passage.isHyphen(passage[index + 1]), !passage[index + 1].gap, passage[index + 2].isNumber,
      passage[index + 2].digits <= 2
    {
      return false
    }
    // "TE:": a speaker's label of two letters is no name.
    if token.value <= 2, passage.opensLine(index), passage.isFollowed(index, by: ":") {
      return false
    }
    if token.opensSentence { return !passage.isOrdinary(index) && !Roman.isNumeral(passage, index) }
    if token.shape == .upper || !passage.grammar.has(.capitalizesOnlyNames) {
      return !passage.isOrdinary(index) && !Roman.isNumeral(passage, index)
    }
    return !passage.isOrdinary(index) || isMidSentenceName(passage, index)
  }

  /// Outside English a capital inside a sentence marks a name, even on an ordinary word.
  private func isMidSentenceName(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].shape == .title && passage[index].value >= 3
      && passage.preceding(index).map {
        !passage[$0].isCapitalized || !passage[$0].opensSentence
          || passage.isSlavic && (passage.endsAsPastVerb($0) || passage.isGrammar($0))
      } ?? false
  }
}
