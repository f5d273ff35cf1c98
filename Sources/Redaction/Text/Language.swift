/// A language a testimony can be written in, named by its ISO 639-1 code.
public enum Language: String, Sendable, CaseIterable, Codable {
  case english = "en"
  case french = "fr"
  case russian = "ru"
  case ukrainian = "uk"
  /// No supported language: nothing is cleared as an ordinary word of a language.
  case none = "none"

  /// Those that a text can be read in.
  static let written = allCases.filter { $0 != .none }

  /// Written in Cyrillic, with cases and declined names.
  var isSlavic: Bool { self == .russian || self == .ukrainian }
}
