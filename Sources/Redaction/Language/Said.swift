/// What is said of something in brackets, in the words of a language: Sources/Languages/XX/said.tsv.
///
/// Each line of the file is a name of these, a tab, and the words.
enum Said: String, CaseIterable {
  // A kind of mention
  case person, place, unit, date, age, organization, job, contact, number, demographic, event
  // Somebody
  case child, adult, worker, nickname, surname, nationality
  // A place by its size
  case village, town, city, region
  // A time; "%" is the year or the decade
  case decade, early, mid, late
  /// A band of ages; "%" are its bounds.
  case years
  // How somebody is reached, or known by a number
  case phone, email, web, hashtag, handle, address, account, card, plate, coordinates, file
  case document

  /// In a language; in English where that has no words for it.
  func words(_ language: Language) -> String {
    Self.all[language.spoken][self] ?? Self.all[.english][self] ?? rawValue
  }

  /// The same with what stands in the place of "%".
  func words(_ language: Language, _ inside: String) -> String {
    let words = words(language).split(
      separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    return words.joined(separator: inside)
  }

  private static let all = ByLanguage { language in
    var said: [Said: String] = [:]
    for (number, columns) in LanguageData.lines(.said, of: language) {
      guard columns.count == 2, let what = Said(rawValue: columns[0]), said[what] == nil else {
        preconditionFailure(
          "Sources/Languages/\(language.rawValue)/said.tsv:\(number): unknown, or said twice")
      }
      said[what] = columns[1]
    }
    return said
  }
}
