/// Places said more generally: "a town in northwestern France".
extension English {
  /// The description of a place, before it is fitted into a sentence.
  struct PlacePhrase: Equatable {
    /// "town".
    var sort: String
    /// "northwestern France", or nothing where the table does not know.
    var location: String
  }

  /// - Parameter isLocated: whether the country may be said.
  static func place(
    _ place: PlaceExpression, level: GeneralizationLevel, isLocated: Bool, lexicon: Lexicon
  ) -> PlacePhrase {
    let fact = place.fact
    let country = fact.map { lexicon.countryName($0.country, in: .english, form: .locative) } ?? ""
    let part = fact.flatMap { parts[$0.part] } ?? ""
    // "in the United States" takes no part: "in the western United States" would move the article.
    let name = country.hasPrefix("in ") ? String(country.dropFirst(3)) : country
    let location: String
    if name.isEmpty || !isLocated {
      location = ""
    } else if part.isEmpty || level == .country {
      location = name
    } else if name.hasPrefix("the ") {
      location = "the \(part) \(name.dropFirst(4))"
    } else {
      location = "\(part) \(name)"
    }
    return PlacePhrase(sort: sort(place), location: location)
  }

  private static func sort(_ place: PlaceExpression) -> String {
    if let sort = place.sort, !sort.isEmpty { return split(sort).rest }
    switch place.fact?.size {
    case .hamlet, .village: return "village"
    case .town: return "town"
    case .city: return "city"
    case .metropolis: return "large city"
    case .region: return "region"
    case .country: return "country"
    case .unknown, nil: return "place"
    }
  }

  private static let parts: [CountryPart: String] = [
    .north: "northern", .northeast: "northeastern", .east: "eastern", .southeast: "southeastern",
    .south: "southern", .southwest: "southwestern", .west: "western", .northwest: "northwestern",
    .central: "central",
  ]
}
