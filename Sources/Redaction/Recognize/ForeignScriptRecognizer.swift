/// Words in a script that none of the languages is written in: Georgian, Arabic, Hebrew, Chinese. No table
/// knows them and no capital tells, so nothing clears them; they go as a run.
struct ForeignScriptRecognizer: Recognizer {
  static let known = "foreign script"
  let name = known

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      guard Self.isForeign(passage, index) else {
        index += 1
        continue
      }
      var last = index
      var next = index + 1
      while next < passage.count, passage[next].kind != .newline {
        if Self.isForeign(passage, next) {
          last = next
        } else if passage[next].kind != .mark {
          break
        }
        next += 1
      }
      mentions.append(
        mention(
          passage, index, last, .other, "a script that the language is not written in",
          confidence: 0.9))
      index = last + 1
    }
  }

  /// Whether a word is written in a script of none of the languages.
  static func isForeign(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    // The first letters of UTF-8 above Cyrillic.
    guard token.isWord, passage.bytes[Int(token.start)] >= 0xD4 else { return false }
    let bytes = UnsafeBufferPointer(rebasing: passage.bytes[Int(token.start)..<Int(token.end)])
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return scalar.value >= 0x530 && Fold.script(scalar.value) == .other
  }
}
