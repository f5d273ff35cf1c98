/// A span that was recognised as naming something, by whom and why. It holds no text.
struct Mention {
  var span: TextSpan
  var kind: EntityKind
  /// The recognizer's name, as reports give it.
  var recognizer: String
  /// From 0 to 1.
  var confidence: Double
  /// Why it was recognised, in words of ours: "after a rank".
  var why: String
  var detail: Detail = .none
  /// Public without being listed in the case: a country, a head of state, a known body.
  var isPublic = false
  /// Whether a person should look at it whatever the policy says.
  var needsReview = false
  /// Too doubtful to be hidden: it stays, and is shown for review.
  var stays = false
  /// A reader saw it too, or alone.
  var isRead = false

  /// Whether a reader saw it, and no rule has anything to say of it.
  var isReadAlone: Bool { recognizer == ReaderRecognizer.known }

  /// What the blurring needs to know, by kind. What is large lies apart, so that a mention is moved
  /// at little cost.
  enum Detail {
    case none
    /// A person of the people file.
    indirect case person(PersonReference)
    /// Somebody who is not on the people file.
    indirect case unlisted(UnlistedPerson)
    indirect case place(PlaceExpression)
    indirect case date(DateExpression)
    case age(AgeExpression)
    /// The general words to say instead, in the vocabulary of the text's language: "a hospital".
    case general(String)
    /// Even the word for its kind would be false of it.
    case unsaid
    /// How somebody is reached or what number they are known by, for words of every language.
    case said(Said)
  }
}

/// Which person of the people file a mention is of.
struct PersonReference {
  /// Positions in the people file; more than one where the form does not tell them apart.
  var candidates: [Int]
  /// The form is more than a first name or a surname: two parts, or an alias.
  var isFull: Bool
  /// Why this one of several whom the form fits, where it was settled.
  var chosenBy: String?
}

/// A person found in the text without being on the people file.
struct UnlistedPerson {
  /// The folded words of the name, titles left out.
  var words: [FoldedKey]
  /// Those of them that are the first name, as far as can be told.
  var given: [FoldedKey]
  /// Whether a table has any of those as a first name.
  var isGivenKnown = false
  var gender: Gender?
  /// One word that is a surname and no first name, or stands behind a title and is none that is known.
  var isSurname = false
  /// Whether the form may be another gender's in another case: "Ильнура" of Ильнур.
  var mayBeOther = false
  /// What the person is to the story, where the text says so: "an officer".
  var role: String?
  /// Which of two of one name: "Volkov Sr.", «Дроздов-младший»; nil where the text says none.
  var generation: Generation?
  /// Whether any word of it is on a name list, so that the words may be looked for everywhere.
  var isSure: Bool
}

/// Which of two who bear one name.
enum Generation { case elder, younger }

/// A place as the tables know it.
struct PlaceExpression {
  var fact: PlaceFact?
  /// The sort of place, where the text or the table says it: "a village".
  var sort: String?
  /// The folded words, to tell two mentions of one place from two places.
  var key: FoldedKey
}

/// An age as it was written.
struct AgeExpression: Equatable {
  enum Form: Equatable {
    /// "27 years old", "aged 27", "of 27".
    case phrase
    /// "twenty-six", after "I am".
    case bare
    /// "27-year-old", before a noun.
    case adjective
    /// "turned eight": the value is the verb to say instead.
    case verb(String)
    /// "at sixteen", with its preposition.
    case at
    /// "(20)".
    case aside
    /// "aged nine and six".
    case several
  }
  var years: Int
  var form: Form
}
