/// What the tables know of a place name: the most populous place of that name, in four bytes.
struct PlaceFact: Sendable, Hashable {
  let packed: UInt32

  init(packed: UInt32) { self.packed = packed }

  /// Index of the country in the country table; 0 when unknown or when it spans several.
  var country: UInt8 { UInt8(truncatingIfNeeded: packed) }

  /// Which part of its country it lies in; `.unknown` in small countries.
  var part: CountryPart { CountryPart(rawValue: UInt8(packed >> 8 & 0xF)) ?? .unknown }

  var size: PlaceSize { PlaceSize(rawValue: UInt8(packed >> 12 & 0x7)) ?? .unknown }

  var isCapital: Bool { packed & 1 << 15 != 0 }

  /// Population in steps of half a power of ten: n means at least 10^(n/2) inhabitants, 0 unknown.
  var populationClass: Int { Int(packed >> 16 & 0xF) }

  /// Another country has a comparable place of this name (at least a fifth of the inhabitants).
  var isAmbiguous: Bool { packed & 1 << 20 != 0 }

  /// The name is one word, and an ordinary word of English, French, Russian or Ukrainian too.
  var isOrdinaryWord: Bool { packed & 1 << 21 != 0 }

  /// So large that naming it tells little: Siberia, Crimea, Kurdistan.
  var isBroad: Bool { packed & 1 << 22 != 0 }

  /// Only an alternate or former name of the place; such names collide with words more often.
  var isAlternateName: Bool { packed & 1 << 23 != 0 }

  /// The form is a Russian or Ukrainian case form, not the name as it stands in a list.
  var isInflected: Bool { packed & 1 << 24 != 0 }
}

/// A part of a country, as a sentence names it ("in northwestern France").
enum CountryPart: UInt8, Sendable, CaseIterable {
  case unknown, north, northeast, east, southeast, south, southwest, west, northwest, central
}

/// The kind and size of a place, smallest first.
enum PlaceSize: UInt8, Sendable, Comparable {
  /// A place whose size is not known.
  case unknown
  /// Fewer than 2,000 inhabitants.
  case hamlet
  /// 2,000 to 10,000.
  case village
  /// 10,000 to 100,000.
  case town
  /// 100,000 to one million.
  case city
  /// A million and more.
  case metropolis
  /// A state, province, oblast, or a land known by a name of its own.
  case region
  case country

  static func < (a: PlaceSize, b: PlaceSize) -> Bool { a.rawValue < b.rawValue }
}
