internal import ArgumentParser
internal import Redaction

/// `--language`: told from the text, or given.
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, en, fr, ru, uk, es, none

  /// The language that was given; nil for `auto`.
  var given: Language? { Language(rawValue: rawValue) }

  /// The language to read a text in, or nil when it has to be refused.
  ///
  /// A text without a single letter has no language and needs none.
  func language(of utf8: [UInt8]) -> Language? {
    given ?? (utf8.contains(where: Self.mayBeLetter) ? Language.detected(in: utf8) : Language.none)
  }

  private static func mayBeLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }

  /// What to do about a text whose language cannot be told.
  static let advice =
    "give --language en, fr, ru, uk or es, or --language none to mask all that cannot be cleared"
}
