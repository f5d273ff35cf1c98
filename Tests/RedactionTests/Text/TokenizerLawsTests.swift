import Testing

@testable import Redaction

/// Tokens of every text: whole scalars, in order, and keys that the fold agrees with.
struct TokenizerLawsTests {
  private static let texts: [[UInt8]] = (UInt64(1)...60).map { seed in
    var source = RandomTestimony(seed: seed)
    return Array(source.noisy(sentences: 6).utf8)
  }

  private static func tokens(_ bytes: [UInt8]) -> [Token] {
    bytes.withUnsafeBufferPointer { Tokenizer.tokens(of: $0, in: 0..<bytes.count) }
  }

  @Test func tokensAreOrderedDisjointAndOnScalars() {
    for bytes in Self.texts {
      var last: Int32 = 0
      var isRight = true
      for token in Self.tokens(bytes) {
        isRight = isRight && token.start >= last && token.end > token.start
        for offset in [Int(token.start), Int(token.end)] where offset < bytes.count {
          isRight = isRight && bytes[offset] & 0xC0 != 0x80
        }
        last = token.end
      }
      #expect(isRight && Int(last) <= bytes.count)
    }
  }

  @Test func theKeyOfAWordIsTheKeyOfItsFold() {
    var wrong: [String] = []
    for bytes in Self.texts {
      for token in Self.tokens(bytes) where token.isWord {
        let word = bytes[Int(token.start)..<Int(token.end)]
        guard token.key != FoldedKey(folded: Fold.bytes(word)) else { continue }
        wrong.append(GoldenText.written(String(decoding: word, as: UTF8.self)))
      }
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  /// Every pair of a letter and another scalar, where the short way and the long way could part.
  @Test func theKeyIsTheSameForEveryScalarInsideAWord() {
    var wrong: [UInt32] = []
    for value in UInt32(0x20)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for frame in ["a", "б", "і"] {
        let bytes = Array((frame + String(Character(scalar)) + frame).utf8)
        for token in Self.tokens(bytes) where token.isWord {
          let word = bytes[Int(token.start)..<Int(token.end)]
          if token.key != FoldedKey(folded: Fold.bytes(word)) { wrong.append(value) }
        }
      }
    }
    let list = Set(wrong).sorted().map { String($0, radix: 16) }
    #expect(list.isEmpty, "\(list.count): \(list.prefix(60))")
  }

  @Test func digitsOfEveryScriptAreANumber() {
    let tokens = Self.tokens(Array("٠٧ १२ 9 ９３".utf8))
    #expect(tokens.map(\.isNumber) == [true, true, true, true])
    #expect(tokens.map(\.value) == [7, 12, 9, 93])
    #expect(tokens.map(\.digits) == [2, 2, 1, 2])
  }

  @Test func everyLetterAndDigitLiesInAToken() {
    var missed: Set<UInt32> = []
    for bytes in Self.texts {
      var covered = [Bool](repeating: false, count: bytes.count)
      for token in Self.tokens(bytes) {
        for index in Int(token.start)..<Int(token.end) { covered[index] = true }
      }
      var offset = 0
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        if scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal {
          if !covered[offset] { missed.insert(scalar.value) }
        }
        offset += UTF8.width(scalar)
      }
    }
    #expect(missed.isEmpty, "\(missed.sorted().map { String($0, radix: 16) })")
  }

  @Test func foldingTwiceIsFoldingOnce() {
    var wrong: [String] = []
    func check(_ text: String) {
      let folded = Fold.bytes(Array(text.utf8))
      if Fold.bytes(folded) != folded { wrong.append(GoldenText.written(text)) }
    }
    for seed in UInt64(1)...40 {
      var source = RandomTestimony(seed: seed)
      for word in source.text(sentences: 6).split(separator: " ") { check(String(word)) }
    }
    for value in UInt32(0x20)...0x1F200 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      check(String(Character(scalar)))
      switch Fold.script(value) {
      case .latin: check("w" + String(Character(scalar)))
      case .cyrillic: check("б" + String(Character(scalar)))
      default: break
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(40))")
  }

  /// Keyboards without a stress mark lend a Latin letter that has one.
  @Test(arguments: ["Гоpелов", "Горе\u{301}лов", "Горéлов", "Гóрелов", "Гòрелов", "ГОРÉЛОВ"])
  func aStressedCyrillicWordIsTheWord(_ word: String) {
    #expect(Fold.string(word) == "горелов")
  }
}
