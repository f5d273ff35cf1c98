/// Names and dates that are public without being listed by a case, each with a reason.
///
/// `Policies/Lists/*.yaml`. A person of the people file comes before any of these.
public struct PublicList: Sendable, Hashable {
  /// What the entries of a list are.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case figure, body, date, event
    /// Sayings, and things that are called after somebody: their names are nobody's.
    case phrase
  }

  /// What all of its entries are.
  public var kind: Kind
  /// In the order of the file; none stands twice.
  public var entries: [PublicEntry]
}

/// Somebody or something that every reader knows.
public struct PublicEntry: Sendable, Hashable {
  /// That of its list.
  public var kind: PublicList.Kind
  /// Spellings by language; in Russian and Ukrainian a figure stands in the nominative.
  public var names: [Language: [String]]
  /// The gender of a figure, from which case endings follow.
  public var gender: Gender
  /// Figure: the bare surname (the last word of each name) means this person.
  /// Date: day and month mean this date without the year.
  public var alone: Bool
  /// Day, month and year of a date.
  public var date: PublicDate?
  /// Why every reader knows it, for whoever maintains the list.
  public var why: String

  /// The spellings in a language, those of English where the language has none of its own; a saying
  /// is of its language alone.
  public func names(in language: Language) -> [String] {
    names[language] ?? (kind == .phrase ? nil : names[Language.none.spoken]) ?? []
  }

  /// All forms to look for in a language: every spelling, and the bare surname where it is enough.
  public func forms(in language: Language) -> [PublicForm] {
    var forms: [PublicForm] = []
    for name in names(in: language) {
      let form = PublicForm(name)
      if !forms.contains(form) { forms.append(form) }
      guard kind == .figure, alone, let surname = form.words.last, form.words.count > 1 else {
        continue
      }
      let bare = PublicForm(words: [surname])
      if !forms.contains(bare) { forms.append(bare) }
    }
    return forms
  }
}

/// A date as far as it is given: a day of a year, a day of any year, a month of a year.
public struct PublicDate: Sendable, Hashable {
  /// 1 to 31.
  public var day: Int?
  /// 1 to 12.
  public var month: Int
  /// All four digits; nil for a day of any year.
  public var year: Int?

  /// A date as a list gives it; whether there is such a day is not checked.
  public init(day: Int? = nil, month: Int, year: Int? = nil) {
    self.day = day
    self.month = month
    self.year = year
  }
}

/// A name as a row of words, some of which are inflected.
///
/// A word that begins with a capital here begins with one in the text; an acronym is found in
/// capitals only.
public struct PublicForm: Sendable, Hashable {
  /// A word, and whether any case ending may follow it: `Министерств*`.
  public struct Word: Sendable, Hashable {
    /// As the list spells it, without the `*`.
    public var text: String
    /// Whether up to three more letters, a case ending, may follow.
    public var isOpen: Bool

    /// Whether the word stands in capitals, so that "RAF" is not found in "Raf".
    public var isAcronym: Bool {
      text.unicodeScalars.count > 1 && text.lowercased() != text && text.uppercased() == text
    }
  }

  /// In their order; at least one.
  public var words: [Word]

  init(words: [Word]) { self.words = words }

  /// The words of a name, apart at spaces; a `*` at the end of a word opens it.
  init(_ name: String) {
    words = name.unicodeScalars.split(separator: " ").map { word in
      let open = word.last == "*"
      return Word(text: String(open ? word.dropLast() : word), isOpen: open)
    }
  }
}
