/// Whether an ordinary word at a sentence's head goes with the name after it: «Вера Волкова» is one
/// name, «Дело Сергея Волкова» a thing and its owner, «Письмо Волковой» a thing for somebody.
///
/// The words of one name stand in one case; what belongs to somebody stands before a genitive or a
/// dative.
enum SlavicNameHead {
  static func goes(_ passage: Passage, _ head: Int, with next: Int) -> Bool {
    guard let language = SlavicLanguage(passage.language), passage[next].isCapitalized else {
      return true
    }
    let first = UnlistedReading.slots(
      of: passage.folded(head), .unknown, language, passage.lexicon)
    let second = UnlistedReading.slots(
      of: passage.folded(next), .unknown, language, passage.lexicon)
    if let given = first.given {
      let rest =
        second.patronymic ?? second.surname
        ?? (second.given == nil
          ? SlavicEnding.slots(passage.folded(next), language) : nil)
      if let rest, !given.intersection(rest).isEmpty { return true }
    }
    guard let surname = first.surname, let given = second.given,
      !hasSurname(passage, next, language)
    else { return false }
    return agree(surname, given)
  }

  /// A surname and a first name in one case. A surname that no case changes is taken for one before
  /// a nominative, an accusative or an instrumental alone: before the others a noun may stand.
  private static func agree(_ surname: FormSlots, _ given: FormSlots) -> Bool {
    let both = surname.intersection(given)
    guard !both.masculine.isEmpty || !both.feminine.isEmpty else { return false }
    let isUnchanged = { (cases: CaseSet) in cases.isSuperset(of: [.nominative, .genitive]) }
    if !both.masculine.isEmpty, !isUnchanged(surname.masculine) { return true }
    if !both.feminine.isEmpty, !isUnchanged(surname.feminine) { return true }
    let cases = given.masculine.union(given.feminine)
    return cases.contains(.nominative)
      || cases.isDisjoint(with: [.genitive, .dative])
  }

  /// Whether the first name at `index` has its own surname after it.
  private static func hasSurname(
    _ passage: Passage, _ index: Int, _ language: SlavicLanguage
  ) -> Bool {
    guard let next = passage.following(index), next == index + 1, passage[next].shape == .title,
      passage[next].value > 1
    else { return false }
    return UnlistedReading.slots(
      of: passage.folded(next), .unknown, language, passage.lexicon
    ).patronymic == nil
  }
}
