internal import Redaction

/// One record of `--lines`: read, redacted, checked, and written again.
struct LineRecord {
  /// What became of a line.
  enum Outcome { case done, unreadable, refused, blank }

  let outcome: Outcome
  /// The line to write, with its end; empty for a blank one.
  let output: [UInt8]
  let tally: Tally

  /// What is the same for every line of a run.
  struct Context: Sendable {
    let pipeline: Pipeline
    let language: LanguageChoice
    let passed: [String]
    let wanted: Set<String>

    init(pipeline: Pipeline, language: LanguageChoice, passed: [String]) {
      self.pipeline = pipeline
      self.language = language
      self.passed = passed
      wanted = Set(passed + ["id", "lang", "text"])
    }
  }

  init(_ line: LineReader.Line, _ context: Context) {
    var id: [UInt8]?
    do throws(LineError) {
      let members = try Self.members(of: line, context)
      id = try Self.identifier(members["id"])
      guard let text = members["text"]?.string else {
        throw .unreadable("\"text\" is not a string")
      }
      for key in ["id", "lang"] + context.passed {
        guard let value = members[key], let person = Self.person(shownBy: value, context) else {
          continue
        }
        // What shows a name is not repeated.
        id = key == "id" ? nil : id
        throw LineError.unreadable(
          "\"\(key)\" shows the name of \(person); give the record another, or leave it out")
      }
      let redacted = try Self.redact(text, members["lang"], line.number, context)
      var tally = Tally()
      tally.add(redacted)
      var record = Record(redacted: redacted, id: id)
      record.lang = members["lang"].flatMap { $0.isNull ? nil : $0.written }
      record.passed = context.passed.compactMap { key in members[key].map { (key, $0.written) } }
      self.init(.done, record.line(for: .confidential, withID: id != nil), tally)
    } catch {
      self.init(error, line.number, id)
    }
  }

  private init(_ outcome: Outcome, _ output: [UInt8], _ tally: Tally = Tally()) {
    self.outcome = outcome
    self.output = output
    self.tally = tally
  }

  private init(_ error: LineError, _ number: Int, _ id: [UInt8]?) {
    let sentence: String
    switch error {
    case .blank:
      self.init(.blank, [])
      return
    case .unreadable(let problem), .refused(let problem): sentence = problem
    }
    var json = JSONWriter()
    json.object { json in
      json.member("line", number)
      if let id { json.member("id", written: id) }
      json.member("error", sentence)
    }
    if case .refused = error {
      self.init(.refused, json.bytes + [0x0A])
    } else {
      self.init(.unreadable, json.bytes + [0x0A])
    }
  }

  private enum LineError: Error {
    case blank
    case unreadable(String)
    case refused(String)
  }

  private static func members(
    of line: LineReader.Line, _ context: Context
  ) throws(LineError) -> [String: JSONValue] {
    guard var bytes = line.bytes else {
      throw .unreadable("the line is longer than \(LineReader.longest) bytes")
    }
    if line.number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { throw .blank }
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in try JSONReader.members(of: buffer, wanted: context.wanted) }
    }
    switch result {
    case .success(let members): return members
    case .failure(let error): throw .unreadable(error.sentence)
    }
  }

  private static func identifier(_ value: JSONValue?) throws(LineError) -> [UInt8]? {
    guard let value, !value.isNull else { return nil }
    guard value.string != nil || value.isNumber else {
      throw .unreadable("\"id\" is neither a string nor a number")
    }
    return value.written
  }

  /// The id of somebody of the people file whose name shows in a value that is passed on.
  private static func person(shownBy value: JSONValue, _ context: Context) -> String? {
    guard !value.isNull, !value.isNumber else { return nil }
    return context.pipeline.person(
      shownBy: String(decoding: value.string ?? value.written, as: UTF8.self))
  }

  private static func redact(
    _ text: [UInt8], _ lang: JSONValue?, _ number: Int, _ context: Context
  ) throws(LineError) -> RedactedTestimony {
    let language = try language(of: text, lang, context)
    do {
      let testimony = try Testimony(id: "line \(number)", utf8: text, language: language)
      guard let plan = context.pipeline.plan([testimony]).first else { throw LineError.blank }
      let redacted = plan.reviewed().apply()
      if let found = LeakReport.summary(redacted.leaks()) {
        throw LineError.refused("the redacted text would still show what it must not: \(found)")
      }
      return redacted
    } catch let error as TestimonyError {
      throw .unreadable(error.sentence(about: "\"text\""))
    } catch let error as LineError {
      throw error
    } catch {
      throw .unreadable("the text cannot be read")
    }
  }

  /// The record's own language; else that of `--language`; else what the text tells.
  private static func language(
    of text: [UInt8], _ lang: JSONValue?, _ context: Context
  ) throws(LineError) -> Language {
    if let lang, !lang.isNull {
      guard let code = lang.string else { throw .unreadable("\"lang\" is not a string") }
      let primary = code.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
      let name = String(decoding: primary, as: UTF8.self).lowercased()
      if let language = Language(rawValue: name) { return language }
      if name != LanguageChoice.auto.rawValue, name != "und", !name.isEmpty {
        if context.language == .none { return .none }
        throw .refused("the language of \"lang\" is not supported; \(LanguageChoice.advice)")
      }
    }
    guard let language = context.language.language(of: text) else {
      throw .refused(
        "the language is not supported, or cannot be told; give \"lang\", or \(LanguageChoice.advice)"
      )
    }
    return language
  }
}
