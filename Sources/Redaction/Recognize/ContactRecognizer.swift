/// E-mail addresses, handles, URLs and telephone numbers.
struct ContactRecognizer: Recognizer {
  static let known = "contact"
  let name = known

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      let token = passage[index]
      let isOpen: Bool
      switch token.kind {
      case .mark:
        isOpen =
          token.isMark("@") || token.value == 0xFF20 || token.isMark("+") || token.isMark("(")
          || token.isMark("#")
      case .number: isOpen = true
      case .word: isOpen = index + 1 < passage.count && !passage[index + 1].gap
      case .newline: isOpen = false
      }
      if isOpen, let found = contact(passage, index) {
        mentions.append(found)
        while index < passage.count, Int(passage[index].start) < found.span.end { index += 1 }
      } else {
        index += 1
      }
    }
  }

  private func contact(_ passage: Passage, _ index: Int) -> Mention? {
    let token = passage[index]
    switch token.kind {
    case .mark where token.isMark("@") || token.value == 0xFF20: return atSign(passage, index)
    case .mark where token.isMark("#"): return hashtag(passage, index)
    case .word: return address(passage, index) ?? handle(passage, index)
    default: return telephone(passage, index)
    }
  }

  /// "Instagram, greyheron.art", "Skype: grey.heron77": after a network's name a run of letters with
  /// digits, full stops or underscores in it.
  private func handle(_ passage: Passage, _ index: Int) -> Mention? {
    guard index > 0, passage[index].gap else { return nil }
    var cue = index - 1
    if [",", ":", "—", "–", "-", "="].contains(where: { passage[cue].isMark($0) }), cue > 0 {
      cue -= 1
    }
    guard passage.has(cue, .network) else { return nil }
    var last = index
    var isBroken = false
    while last + 1 < passage.count, !passage[last + 1].gap, Self.isAddressToken(passage[last + 1]) {
      last += 1
      isBroken = isBroken || passage[last].isNumber || passage[last].isMark("_")
    }
    while last > index, passage[last].kind == .mark { last -= 1 }
    isBroken = isBroken || last > index
    guard isBroken else { return nil }
    return mention(
      passage, index, last, .contact, "a handle", confidence: 0.8, detail: .said(.handle))
  }

  /// "#freeSomebody": a word, not a number.
  private func hashtag(_ passage: Passage, _ sign: Int) -> Mention? {
    guard sign + 1 < passage.count, !passage[sign + 1].gap, passage[sign + 1].isWord,
      sign == 0 || passage[sign].gap || !Self.isAddressToken(passage[sign - 1])
    else { return nil }
    var last = sign + 1
    while last + 1 < passage.count, !passage[last + 1].gap,
      passage[last + 1].isWord || passage[last + 1].isNumber || passage[last + 1].isMark("_")
    {
      last += 1
    }
    return mention(
      passage, sign, last, .contact, "a hashtag", confidence: 0.8, detail: .said(.hashtag))
  }

  /// "name@host.tld", or "@handle".
  private func atSign(_ passage: Passage, _ at: Int) -> Mention? {
    var first = at
    while first > 0, !passage[first].gap, Self.isAddressToken(passage[first - 1]) { first -= 1 }
    while first < at, passage[first].kind == .mark { first += 1 }
    guard at + 1 < passage.count, !passage[at + 1].gap,
      passage[at + 1].isWord || passage[at + 1].isNumber || passage[at + 1].isMark("_")
    else { return nil }
    var last = at + 1
    while last + 1 < passage.count, !passage[last + 1].gap, Self.isAddressToken(passage[last + 1]) {
      last += 1
    }
    while last > at, passage[last].kind == .mark, !passage[last].isMark("_") { last -= 1 }
    let isAddress = first < at
    return mention(
      passage, first, last, .contact, isAddress ? "an e-mail address" : "a handle", confidence: 1,
      detail: .said(isAddress ? .email : .handle),
      isPublic: first < at && RoleMailbox.isPublished(passage, first, at))
  }

  private static func isAddressToken(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number: return true
    case .newline: return false
    case .mark:
      switch Unicode.Scalar(token.value) {
      case ".", "_", "-", "+", "%", "~", "‑", "#": return true
      default: return false
      }
    }
  }

  private static let domains = WordList("contact-domains")

  private static let schemes = WordList("contact-schemes")

  /// "https://…", "www.…", "host.tld/path", "file_name.jpg".
  private func address(_ passage: Passage, _ index: Int) -> Mention? {
    // Only where the run begins: a long run is looked through once.
    guard index == 0 || passage[index].gap || !Self.isAddressToken(passage[index - 1]),
      index + 2 < passage.count, !passage[index + 1].gap, !passage[index + 2].gap
    else { return nil }
    var isAddress =
      Self.schemes.contains(passage[index].key)
      && (passage[index + 1].isMark(":") || passage[index + 1].isMark("."))
    if !isAddress {
      var probe = index
      while probe + 1 < passage.count, !passage[probe + 1].gap {
        if passage[probe + 1].kind == .word || passage[probe + 1].kind == .number {
          probe += 1
          continue
        }
        guard
          passage[probe + 1].isMark(".") || passage[probe + 1].isMark("-")
            || passage[probe + 1].isMark("_"), probe + 2 < passage.count,
          !passage[probe + 2].gap, passage[probe + 2].kind != .newline
        else { break }
        if passage[probe + 1].isMark("."), isDomain(passage, probe + 2, after: probe) {
          isAddress = true
        }
        probe += passage[probe + 2].kind == .mark ? 1 : 2
      }
    }
    guard isAddress else { return nil }
    var last = passage.endOfRun(index)
    while last > index, passage[last].kind == .mark, !passage[last].isMark("/"),
      !passage[last].isMark("_")
    {
      last -= 1
    }
    guard last > index + 1 else { return nil }
    return mention(
      passage, index, last, .contact, "a web address", confidence: 1,
      detail: .said(.web))
  }

  /// Whether a word after a full stop ends a host or a file: "example", "jpg", "mp3".
  private func isDomain(_ passage: Passage, _ index: Int, after name: Int) -> Bool {
    guard passage[index].isWord else { return false }
    let closes =
      index + 1 >= passage.count || passage[index + 1].gap || !passage[index + 1].isWord
    if passage[index].key == Self.media, index + 1 < passage.count, passage[index + 1].isNumber,
      !passage[index + 1].gap
    {
      return true
    }
    guard closes, Self.domains.contains(passage[index].key) else { return false }
    // "DSC_0042.JPG": capitals after a number.
    return passage[index].shape == .lower || passage[index].isBare
      || passage.isFollowed(index, by: "/")
      || passage[index].shape == .upper && passage[name].isNumber
  }

  private static let media = FoldedKey(folded: "mp")

  /// Digits in groups: with a plus, with a leading zero, or after "tel".
  private func telephone(_ passage: Passage, _ index: Int) -> Mention? {
    guard index == 0 || passage[index].gap || passage[index - 1].kind != .word else { return nil }
    if index > 0, passage[index - 1].isNumber || passage[index - 1].isMark("/"), !passage[index].gap
    {
      return nil
    }
    var last = index
    var digits = 0
    var groups = 0
    var cursor = index
    var brackets = 0
    scan: while cursor < passage.count {
      let token = passage[cursor]
      switch token.kind {
      case .number:
        digits += Int(token.digits)
        groups += 1
        last = cursor
      case .mark:
        if token.isMark("+"), cursor == index { break }
        if token.isMark("(") {
          brackets += 1
          break
        }
        if token.isMark(")"), brackets > 0 {
          brackets -= 1
          break
        }
        guard Passage.isHyphen(token) || token.isMark(".") || token.isMark("–"),
          cursor + 1 < passage.count, passage[cursor + 1].isNumber
        else { break scan }
      default: break scan
      }
      cursor += 1
      if cursor - index > 16 { break }
    }
    let international = passage[index].isMark("+")
    guard digits >= 6, digits <= 15,
      last + 1 >= passage.count || passage[last + 1].gap
        || !passage[last + 1].isWord
    else { return nil }
    let cued = (1...4).contains { back in
      index - back >= 0
        && (passage.has(index - back, .contactCue) || passage.has(index - back, .network))
    }
    let leadingZero = firstDigitIsZero(passage, index)
    let looksLocal = (leadingZero || passage[index].isMark("(")) && groups >= 2 && digits >= 9
    let american = groups == 3 && digits == 10 && isGrouped(passage, index, [3, 3, 4])
    guard
      (international && digits >= 8) || looksLocal || american
        || (cued && digits >= 6 && (groups > 1 || digits >= 7) && !isMoney(passage, last))
    else { return nil }
    return mention(
      passage, index, last, .contact, "a telephone number", confidence: 0.95,
      detail: .said(.phone))
  }

  private func firstDigitIsZero(_ passage: Passage, _ index: Int) -> Bool {
    var cursor = index
    while cursor < passage.count, !passage[cursor].isNumber { cursor += 1 }
    guard cursor < passage.count else { return false }
    let byte = passage.bytes[Int(passage[cursor].start)]
    return byte == 0x30
  }

  private func isGrouped(_ passage: Passage, _ index: Int, _ sizes: [UInt8]) -> Bool {
    var rest = sizes[...]
    var cursor = index
    while cursor < passage.count, let size = rest.first {
      if passage[cursor].isNumber {
        guard passage[cursor].digits == size else { return false }
        rest = rest.dropFirst()
      }
      cursor += 1
    }
    return rest.isEmpty
  }

  private func isMoney(_ passage: Passage, _ last: Int) -> Bool {
    passage.following(last).map { passage.has($0, .quantity) || passage.has($0, .timeUnit) }
      ?? false
  }
}
