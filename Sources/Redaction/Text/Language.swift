/// A language a testimony can be written in, named by its ISO 639-1 code.
public enum Language: String, Sendable, CaseIterable, Codable {
  case english = "en"
  case french = "fr"
  case russian = "ru"
  case ukrainian = "uk"
  /// No supported language: nothing is cleared as an ordinary word of a language.
  case none = "none"
}
