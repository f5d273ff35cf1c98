/// A mailbox that readers are told to write to: "reporters may be reached at tips@…", "Write to
/// info@…". It belongs to an office and to nobody, and leads to no one whom the text speaks of.
///
/// Both are asked for, a name of a role before the sign and the invitation: "he wrote to info@…" can
/// name where somebody works.
enum RoleMailbox {
  /// Whether the address from `first`, with its sign at `at`, is one.
  static func isPublished(_ passage: Passage, _ first: Int, _ at: Int) -> Bool {
    guard at == first + 1 || at == first + 3, passage[first].isWord,
      roles.contains(passage[first].key), at == first + 1 || roles.contains(passage[first + 2].key)
    else { return false }
    return isInvited(passage, first)
  }

  /// "can write to", "may be reached at", "please send … to", before the address.
  private static func isInvited(_ passage: Passage, _ first: Int) -> Bool {
    var index = first - 1
    var isWriting = false
    while index >= 0, first - index <= 8, passage[index].kind != .newline {
      let token = passage[index]
      if token.isMark("!") || token.isMark("?") || token.isMark(".") {
        return false
      }
      if token.isWord {
        if invitations.contains(token.key) { isWriting = true }
        if isWriting, allowances.contains(token.key) || isImperative(token) {
          return true
        }
      }
      index -= 1
    }
    return false
  }

  /// "Écrivez à …", "Пишите на …", and in English "Write to …" at the head of a sentence.
  private static func isImperative(_ token: Token) -> Bool {
    imperatives.contains(token.key) || token.opensSentence && heads.contains(token.key)
  }

  private static let roles = WordList("role-mailbox-roles")
  private static let invitations = WordList("role-mailbox-invitations")
  private static let allowances = WordList("role-mailbox-allowances")
  private static let heads = WordList("role-mailbox-heads")
  private static let imperatives = WordList("role-mailbox-imperatives")
}
