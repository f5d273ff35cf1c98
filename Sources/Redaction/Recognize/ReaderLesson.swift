/// What reading sees of a text before it reads: what the weights of the readers are made from, so that
/// training sees the same. Nothing but Scripts/reader asks for it.
package struct ReaderLesson {
  /// What is certain by itself, in the order in which it is painted: the second input of the encoder.
  package private(set) var hints: [(span: TextSpan, name: String)] = []

  /// What the recognizers found: who is believed before it, from 0, its kind, and whether it may stand.
  package private(set) var found:
    [(span: TextSpan, precedence: Int, kind: String, isPublic: Bool)] =
      []
  /// The tokens that are read.
  package private(set) var tokens: [TextSpan] = []
  /// What the linear model looks at, of each token: in the text, and in what the rules found.
  package private(set) var features: [[UInt32]] = []
  /// The numbers of the features that come from what the rules found, for each token.
  package private(set) var rules: [[UInt32]] = []

  /// What the general words look at in a phrase.
  package static func generalFeatures(_ phrase: String, _ language: Language) -> [UInt32] {
    Array(phrase.utf8).withUnsafeBufferPointer { bytes in
      let passage = Passage(
        bytes: bytes, range: 0..<bytes.count, language: language, lexicon: .embedded,
        reading: .tokens)
      return GeneralFeatures.numbers(of: passage, passage.tokens.indices)
    }
  }

  init(
    _ testimony: Testimony, lexicon: Lexicon, recognizers: [any Recognizer],
    reader: ReaderRecognizer, features: Bool
  ) {
    testimony.bytes.withUnsafeBufferPointer { bytes in
      Passages.each(in: bytes, language: testimony.language, reading: .facts) { passage in
        var found: [Mention] = []
        for recognizer in recognizers { recognizer.find(in: passage, into: &found) }
        hints += reader.hints(found).map { ($0.span, "\($0.hint)") }
        guard features else { return }
        for mention in found {
          self.found.append(
            (
              mention.span, mention.precedence.rawValue, mention.kind.rawValue,
              reader.mayStand(mention)
            ))
        }
        let seen = LinearFeatures(passage, found, mayStand: reader.mayStand)
        for index in passage.tokens.indices {
          tokens.append(passage[index].span)
          self.features.append([])
          rules.append([])
          seen.text(index, into: &self.features[self.features.count - 1])
          seen.rules(index, into: &rules[rules.count - 1])
        }
      }
    }
  }
}
