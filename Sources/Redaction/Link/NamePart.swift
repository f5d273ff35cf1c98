/// What a part of a name is in the whole.
enum NameRole: Sendable, Hashable {
  case given, patronymic, surname
  /// A part that may be a given name as well as a surname.
  case other
  /// de, bin, von …: belongs to a name only beside another part of it.
  case particle
  /// A word of an alias.
  case alias
}

/// Why a form stands for a part of a name, the surest first.
enum FormSource: UInt8, Sendable, Comparable {
  case canonical, alias, caseEnding, transliteration, familyForm, diminutive

  static func < (a: FormSource, b: FormSource) -> Bool { a.rawValue < b.rawValue }
}

/// The gender a people file gives.
enum NameGender: Sendable, Hashable {
  case feminine, masculine, unknown

  /// The letter of a people file: m, f, or e for either.
  var code: String {
    switch self {
    case .masculine: "m"
    case .feminine: "f"
    case .unknown: "e"
    }
  }

  /// `m`, `f`, or anything else for unknown.
  init(code: String?) {
    switch code {
    case "m": self = .masculine
    case "f": self = .feminine
    default: self = .unknown
    }
  }
}

/// One word of a name, and every folded word that stands for it.
struct NamePart: Sendable {
  var role: NameRole
  /// The word as the people file has it, folded.
  var canonical: String
  /// Each folded form, and why it is one. A form never holds a space or a hyphen.
  var forms: [String: FormSource]
  /// The folded initials that stand for the part, Latin and Cyrillic: "ж", "zh", "j" …
  var initials: [String]
}

/// Collects forms, keeping the surest source of each.
struct FormSink {
  private(set) var forms: [String: FormSource] = [:]
  private var seen: Set<UInt64> = []
  private var buffer: Letters = []

  init(capacity: Int = 256) {
    forms.reserveCapacity(capacity)
    seen.reserveCapacity(capacity)
  }

  /// Adds one form.
  mutating func add(_ word: Letters, _ source: FormSource) {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: word)
    commit(source)
  }

  /// Adds `stem` with each of the endings, which are separated by spaces; "" is an ending too.
  mutating func add(_ stem: Letters, _ endings: StaticString, _ source: FormSource) {
    guard !stem.isEmpty else { return }
    let bytes = UnsafeBufferPointer(start: endings.utf8Start, count: endings.utf8CodeUnitCount)
    var start = 0
    while start <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      buffer.removeAll(keepingCapacity: true)
      buffer.append(contentsOf: stem)
      buffer.append(contentsOf: bytes[start..<end])
      commit(source)
      start = end + 1
    }
  }

  /// One letter is an initial, never a form; ё is folded here.
  private mutating func commit(_ source: FormSource) {
    guard buffer.letterCount > 1 else { return }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in buffer.indices {
      if buffer[index] == 0x91, index > 0, buffer[index - 1] == 0xD1 {
        buffer[index - 1] = 0xD0
        buffer[index] = 0xB5
      }
    }
    for byte in buffer { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    if seen.insert(hash).inserted {
      forms[String(decoding: buffer, as: UTF8.self)] = source
    } else if source == .canonical || source == .alias {
      forms[String(decoding: buffer, as: UTF8.self)] = source
    }
  }
}
