/// A document in which a person has marked what leads to somebody: what `evaluate` measures by.
package struct AnnotatedDocument: Sendable {
  /// What is at stake with a mark.
  package enum Sensitivity: String, Sendable, CaseIterable {
    /// Leads to the person by itself: a name, a passport's number. Has to be covered.
    case direct = "D"
    /// Leads to the person together with others: a village, a day, a trade. Has to be blurred.
    case quasi = "Q"
    /// Public, and to be left alone.
    case `public` = "P"
  }

  /// What is marked, by the word that stands in the mark.
  package enum Kind: String, Sendable, CaseIterable {
    case person = "PERSON"
    case place = "PLACE"
    case unit = "UNIT"
    case date = "DATE"
    case age = "AGE"
    case organization = "ORG"
    case job = "JOB"
    case contact = "CONTACT"
    case identifier = "ID"
    case demographic = "DEMOG"
    case event = "EVENT"
  }

  /// One mark.
  package struct Mark: Sendable, Equatable {
    /// Where the marked words stand, in Unicode scalars of `text`.
    package var range: Range<Int>
    /// What the mark takes the words for.
    package var kind: Kind
    /// Who or what is meant; the same in all marks of one person or thing.
    package var entity: String
    /// What a reader could do with the words, and so what has to become of them.
    package var sensitivity: Sensitivity
    /// The line of the annotated file, counted from 1.
    package var line: Int
  }

  /// The name by which results list the document.
  package var id: String
  /// Nil where the file does not say it.
  package var language: Language?
  /// The case, whose people file may lie beside the document; empty where the file names none.
  package var caseName: String
  /// The text without its marks.
  package var text: [Unicode.Scalar]
  /// In the order of the text; none overlaps another.
  package var marks: [Mark]

  /// The text as UTF-8.
  package var utf8: [UInt8] { Array(String(String.UnicodeScalarView(text)).utf8) }
}
