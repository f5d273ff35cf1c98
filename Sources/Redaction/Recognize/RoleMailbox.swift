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

  private static func keys(_ words: String) -> Set<FoldedKey> {
    Set(words.split(whereSeparator: \.isWhitespace).map { FoldedKey(folded: String($0)) })
  }

  private static let roles = keys(
    """
    info contact contacts tips tip press media news newsroom editor editors editorial redaction office
    hello help helpline support hotline legal secretariat reception enquiries inquiries questions
    complaints report reports archive archives testimony testimonies witness witnesses submissions
    feedback letters webmaster postmaster presse accueil temoignages temoignage bonjour aide
    contacto prensa dudas denuncias consultas ayuda redaktsiya redaktsia redakcia pressa svidetelstva
    pomosch pomosh redaktsiia svidchennia dopomoha presa zvernennia
    """)
  private static let invitations = keys(
    """
    write email reached contacted contact send report mail reach ecrire ecrivez joindre
    contacter envoyer envoyez contactez пишите написать писать связаться присылайте отправляйте обращайтесь
    обращаться пишіть написати писати надсилайте звертайтеся звертатися
    """)
  private static let allowances = keys(
    """
    can may could please anyone whoever should readers peut peuvent pouvez veuillez можно могут может
    можете пожалуйста можна можуть може ласка
    """)
  private static let heads = keys("write email send contact report mail")
  private static let imperatives = keys(
    """
    ecrivez envoyez contactez пишите присылайте
    отправляйте обращайтесь пишіть надсилайте звертайтеся
    """)
}
