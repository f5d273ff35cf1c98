/// Replacements that do not fit where they stand, and direct marks that still show.
package enum ReplacementFaults {
  /// Why a replacement reads badly.
  package enum Hole: String, Sendable, CaseIterable {
    case blank
    case doubleSpace = "double space"
    case spaceBeforePunctuation = "space before punctuation"
    case doubledWord = "doubled word"
    case article = "a/an"
  }

  /// The holes of a redacted document, each with where the replacement stands in the output.
  package static func holes(
    _ document: AnnotatedDocument, _ redacted: RedactedDocument
  ) -> [(hole: Hole, output: Range<Int>)] {
    redacted.replacements.compactMap { replacement in
      hole(replacement, document, redacted.text).map { ($0, replacement.output) }
    }
  }

  private static func hole(
    _ replacement: RedactedDocument.Replacement, _ document: AnnotatedDocument,
    _ output: [Unicode.Scalar]
  ) -> Hole? {
    let words = Array(output[replacement.output])
    let left = Array(output[..<replacement.output.lowerBound].suffix(25))
    let right = Array(output[replacement.output.upperBound...].prefix(25))
    let after = Array(
      document.text[min(replacement.source.upperBound, document.text.count)...]
        .prefix(25))
    if words.allSatisfy(WordScalars.isSpace) { return .blank }
    if words.first == " " && left.last == " " || words.last == " " && right.first == " " {
      return .doubleSpace
    }
    if isSpacedMark(right), !isSpacedMark(after),
      document.language?.grammar.has(.spacesMarks) != true
    {
      return .spaceBeforePunctuation
    }
    let first = words.prefix { WordScalars.isWord($0) }
    let last = suffix(words)
    if isDoubled(Array(first), wordBefore(left)) || isDoubled(last, wordAfter(right)) {
      return .doubledWord
    }
    guard document.language?.isSaidInEnglish == true, !first.isEmpty, let article = article(left)
    else {
      return nil
    }
    return (article == "an") != soundsVocal(Array(first)) ? .article : nil
  }

  /// " ,", " .": a mark that a space stands before.
  private static func isSpacedMark(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count >= 2, text[0] == " " else { return false }
    switch text[1] {
    case ",", ".", ";", ":", "!", "?": return true
    default: return false
    }
  }

  private static func suffix(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(text.reversed().prefix { WordScalars.isWord($0) }.reversed())
  }

  /// The last word before the replacement, one mark or space between.
  private static func wordBefore(_ left: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let end = left.last else { return [] }
    return suffix(WordScalars.isWord(end) ? left : Array(left.dropLast()))
  }

  /// The next word after the replacement, one white space between.
  private static func wordAfter(_ right: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let gap = right.first, WordScalars.isSpace(gap) else { return [] }
    return Array(right.dropFirst().prefix { WordScalars.isWord($0) })
  }

  private static func isDoubled(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    a.count > 1 && WordScalars.lower(a, a.indices) == WordScalars.lower(b, b.indices)
  }

  /// "a" or "an" right before the replacement.
  private static func article(_ left: [Unicode.Scalar]) -> String? {
    guard left.last == " " else { return nil }
    let word = suffix(Array(left.dropLast()))
    let text = String(String.UnicodeScalarView(word))
    return ["a", "A", "an", "An"].contains(text) ? text.lowercased() : nil
  }

  /// Whether English says "an" before a word: by its letter, unless it is one that is said otherwise.
  private static func soundsVocal(_ word: [Unicode.Scalar]) -> Bool {
    let text = String(String.UnicodeScalarView(word))
    let isVowel = word.first.map { "aeiouAEIOU".unicodeScalars.contains($0) } ?? false
    let isOtherwise =
      otherwise.contains { text.hasPrefix($0) }
      || text.first?.lowercased() == "u" && word.count > 1 && ("A"..."Z").contains(word[1])
    return isVowel != isOtherwise
  }

  private static let otherwise = [
    "hono", "hour", "heir", "Uni", "uni", "Eni", "eni", "Use", "use", "Eu", "eu", "One", "one",
    "Ukr", "ukr", "Ural", "ural", "Urul", "urul",
  ]

  /// How much of the replacements is brackets or boxes instead of prose, in Unicode scalars.
  package static func bracketed(_ redacted: RedactedDocument) -> ProtectionScore.Share {
    var share = ProtectionScore.Share()
    for replacement in redacted.replacements {
      share.whole += replacement.output.count
      guard let first = redacted.text[replacement.output].first else { continue }
      if "[█▇…*<".unicodeScalars.contains(first) { share.part += replacement.output.count }
    }
    return share
  }

  /// Direct marks whose words still stand in the output, unless the same words stand in the text
  /// outside every direct mark; the first mark of each form.
  package static func shown(
    _ document: AnnotatedDocument, _ redacted: RedactedDocument
  ) -> [AnnotatedDocument.Mark] {
    var rest = document.text
    var forms: [String: AnnotatedDocument.Mark] = [:]
    for mark in document.marks where mark.sensitivity == .direct {
      for index in mark.range { rest[index] = "\n" }
      let form = WordScalars.folded(document.text[mark.range], joined: false)
      if form.count >= 3, forms[String(form)] == nil { forms[String(form)] = mark }
    }
    let output = WordScalars.folded(redacted.text, joined: false)
    let outside = WordScalars.folded(rest, joined: false)
    return forms.filter { form, _ in
      stands(Array(form), in: output) && !stands(Array(form), in: outside)
    }.values.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a form stands in a text as whole words.
  private static func stands(_ form: [Character], in text: [Character]) -> Bool {
    guard let first = form.first, text.count >= form.count else { return false }
    var index = 0
    while index + form.count <= text.count {
      if text[index] == first, text[index..<index + form.count].elementsEqual(form),
        index == 0 || !isWord(text[index - 1]),
        index + form.count == text.count || !isWord(text[index + form.count])
      {
        return true
      }
      index += 1
    }
    return false
  }

  private static func isWord(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(WordScalars.isWord) ?? false
  }
}
