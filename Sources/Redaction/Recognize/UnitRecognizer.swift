/// Numbers that armies give their units: "в/ч 51460", "v/ch 44127", "military unit No. 73819". What
/// else names a formation, a base or a ship is the reader's to see.
struct UnitRecognizer: Recognizer {
  let name = "unit"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      if let (last, said) = code(passage, index) {
        mentions.append(
          mention(
            passage, index, last, .unit, "a unit's number", confidence: 0.85,
            detail: .general(said)))
        index = last
      }
      index += 1
    }
  }

  private func code(_ passage: Passage, _ index: Int) -> (last: Int, said: String)? {
    let slash = slashed(passage, index)
    let cue = passage[index].value > 1 ? passage.match(index, .unitCode) : nil
    guard var number = slash ?? cue?.last else { return nil }
    number += 1
    while number < passage.count,
      passage[number].isMark(".") || passage[number].isMark("№") || passage[number].isMark("#")
        || passage[number].isWord && passage.has(number, .identifierCue)
          && passage[number].value <= 6
    {
      number += 1
    }
    // "А1234", "А-1234".
    if number + 1 < passage.count, passage[number].shape == .initial, passage[number].isCyrillic {
      let figures = Passage.isHyphen(passage[number + 1]) ? number + 2 : number + 1
      if figures < passage.count, passage[figures].isNumber, !passage[figures].gap {
        number = figures
      }
    }
    guard number < passage.count, passage[number].isNumber,
      (3...6).contains(passage[number].digits), passage.year(number) == nil || slash != nil
    else { return nil }
    return (withLetter(passage, number), cue?.value ?? "")
  }

  /// A letter and a slash: "в/ч", "v/ch", "в.ч.".
  private func slashed(_ passage: Passage, _ index: Int) -> Int? {
    guard passage[index].isWord, passage[index].value <= 2, index + 2 < passage.count,
      passage[index + 1].isMark("/") || passage[index + 1].isMark("."),
      !passage[index + 1].gap, passage[index + 2].isWord, passage[index + 2].value <= 2,
      Self.slashes.contains(passage[index].key.followed(by: passage[index + 2].key))
    else { return nil }
    return index + 2
  }

  private static let slashes: Set<FoldedKey> = Set(
    [("в", "ч"), ("v", "ch"), ("w", "tsch"), ("v", "h"), ("a", "u"), ("м", "ч")].map {
      FoldedKey(folded: $0.0).followed(by: FoldedKey(folded: $0.1))
    })

  /// "51460-В"
  private func withLetter(_ passage: Passage, _ index: Int) -> Int {
    guard index + 2 < passage.count, !passage[index + 1].gap, Passage.isHyphen(passage[index + 1]),
      !passage[index + 2].gap, passage[index + 2].isWord, passage[index + 2].value == 1
    else { return index }
    return index + 2
  }
}
