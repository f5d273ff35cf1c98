internal import Synchronization

/// A language a testimony can be written in, named by its ISO 639-1 code.
///
/// What is known of one lies in the folder of its code in Sources/Languages. Nothing else names it
/// but the case here and what says things in it (`Word`).
public enum Language: String, Sendable, CaseIterable, Codable {
  case english = "en"
  case french = "fr"
  case russian = "ru"
  case ukrainian = "uk"
  /// No supported language: nothing is cleared as an ordinary word of a language.
  case none = "none"
  /// New: its people and forms are found, and things are said in [brackets].
  case spanish = "es"

  /// Those that a text can be read in.
  static let written = allCases.filter { $0 != .none }

  /// The language that things are said in: a text of none is answered in English.
  var spoken: Language { self == .none ? .english : self }

  /// Its place among all, for what is kept of each.
  var index: Int {
    switch self {
    case .english: 0
    case .french: 1
    case .russian: 2
    case .ukrainian: 3
    case .none: 4
    case .spanish: 5
    }
  }
}

/// Something of each language.
struct ByLanguage<Value: Sendable>: Sendable {
  private var values: [Value]

  init(_ make: (Language) -> Value) {
    values = Language.allCases.sorted { $0.index < $1.index }.map(make)
  }

  subscript(language: Language) -> Value {
    get { values[language.index] }
    set { values[language.index] = newValue }
  }

  func map<Other>(_ transform: (Value) -> Other) -> ByLanguage<Other> {
    ByLanguage<Other> { transform(self[$0]) }
  }
}

/// The same, made when it is first asked for.
final class PerLanguage<Value: Sendable>: Sendable {
  private let made = Mutex<[Value?]>(Array(repeating: nil, count: Language.allCases.count))
  private let make: @Sendable (Language) -> Value

  init(_ make: @escaping @Sendable (Language) -> Value) { self.make = make }

  subscript(language: Language) -> Value {
    made.withLock { made in
      if let value = made[language.index] { return value }
      let value = make(language)
      made[language.index] = value
      return value
    }
  }
}
