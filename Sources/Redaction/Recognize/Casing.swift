/// Texts without capitals, and texts in capitals: a message typed on a telephone, a telegram.
///
/// There a capital tells nothing, so the dictionary does: what is no ordinary word of the language
/// counts as written with a capital, and the rest as written without one.
enum Casing {
  /// How a text is written.
  enum Style {
    case usual, lower, shouted
  }

  /// Below this many words a text is too short to judge.
  private static let fewest = 14

  static func style(of tokens: [Token]) -> Style {
    var words = 0
    var capitals = 0
    var shouted = 0
    for token in tokens where token.isWord && token.value > 1 {
      words += 1
      if token.shape != .lower { capitals += 1 }
      if token.shape == .upper { shouted += 1 }
    }
    guard words >= fewest else { return .usual }
    if capitals * 40 < words { return .lower }
    return shouted * 10 > words * 8 ? .shouted : .usual
  }

  /// Gives every word of a text without usable capitals the shape that the tables speak for.
  static func restore(
    _ tokens: inout [Token], _ style: Style, isCommon: (Int) -> Bool
  ) {
    for index in tokens.indices where tokens[index].isWord {
      let token = tokens[index]
      switch style {
      case .usual: return
      case .lower:
        guard token.shape == .lower, token.value > 2, !isCommon(index) else { continue }
        tokens[index].shape = .title
      case .shouted:
        guard token.shape == .upper else { continue }
        if isCommon(index) {
          tokens[index].shape = token.value > 1 ? .lower : .initial
        } else if token.value > 4 {
          tokens[index].shape = .title
        }
      }
    }
  }
}
