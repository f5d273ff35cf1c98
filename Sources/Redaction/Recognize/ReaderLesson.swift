/// What reading sees of a text before it reads: what the weights of the readers are made from, so that
/// training sees the same. Nothing but Scripts/reader asks for it.
package struct ReaderLesson {
  /// What is certain by itself, in the order in which it is painted: the second input of the encoder.
  package private(set) var hints: [(span: TextSpan, name: String)] = []

  init(
    _ testimony: Testimony, lexicon: Lexicon, recognizers: [any Recognizer],
    reader: ReaderRecognizer, features: Bool
  ) {
    testimony.bytes.withUnsafeBufferPointer { bytes in
      Passages.each(in: bytes, language: testimony.language, reading: .facts) { passage in
        var found: [Mention] = []
        for recognizer in recognizers { recognizer.find(in: passage, into: &found) }
        hints += reader.hints(found).map { ($0.span, "\($0.hint)") }
      }
    }
  }
}
