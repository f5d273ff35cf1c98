internal import Redaction

/// A redacted text with its decisions, as reports and JSON Lines give it; reports alone name the
/// policy and the reader:
///
///     {"id": "w-17", "lang": "en", "text": "…", "decisions": [{"start": 31, "end": 37,
///      "outStart": 31, "outEnd": 59, "kind": "person", "treatment": "pseudonymize",
///      "replacement": "Sergei (not his real name)", "entity": "p-2", "recognizer": "roster",
///      "confidence": 1.0, "reason": "press: protected people"}], "review": [],
///      "policy": {"name": "press", "digest": "sha256:60cb…"},
///      "reader": {"kind": "deep", "weights": "sha256:9f86…"}}
struct Record {
  let redacted: RedactedTestimony
  /// What decided, where the record says it.
  var origin: Origin?
  /// The record's `id` and `lang`, as JSON; the testimony's own where absent.
  var id: [UInt8]?
  var lang: [UInt8]?
  /// Members of the input that are passed on, as JSON.
  var passed: [(key: String, value: [UInt8])] = []

  /// The policy and the reader by which a text was redacted.
  struct Origin {
    /// The policy's name, and the digest of its file.
    let policy: (name: String, digest: String)
    let reader: Reader
  }

  /// Positions in the original and people's ids stay out of what is made public.
  enum Audience { case confidential, `public` }

  func write(to json: inout JSONWriter, for audience: Audience, withID: Bool = true) {
    json.object { json in
      if withID {
        if let id { json.member("id", written: id) } else { json.member("id", redacted.id) }
      }
      if let lang {
        json.member("lang", written: lang)
      } else {
        json.member("lang", redacted.language.rawValue)
      }
      for (key, value) in passed { json.member(key, written: value) }
      json.member("text", utf8: redacted.bytes)
      json.array("decisions") { json in
        for (decision, span) in zip(redacted.decisions, redacted.scalarSpans()) {
          Self.write(decision, span, to: &json, for: audience)
        }
      }
      json.array("review") { json in
        for (decision, span) in zip(redacted.review, redacted.reviewScalarSpans())
          .sorted(by: { Decision.isRiskier($0.0, $1.0) })
        {
          Self.write(decision, span, to: &json, for: audience)
        }
      }
      if let origin {
        json.object("policy") { json in
          json.member("name", origin.policy.name)
          json.member("digest", origin.policy.digest)
        }
        json.member(origin.reader)
      }
    }
  }

  /// The record on a line of its own.
  func line(for audience: Audience, withID: Bool = true) -> [UInt8] {
    var json = JSONWriter()
    write(to: &json, for: audience, withID: withID)
    return json.bytes + [0x0A]
  }

  private static func write(
    _ decision: Decision, _ span: (input: TextSpan, output: TextSpan),
    to json: inout JSONWriter, for audience: Audience
  ) {
    json.object { json in
      if audience == .confidential {
        json.member("start", span.input.start)
        json.member("end", span.input.end)
      }
      json.member("outStart", span.output.start)
      json.member("outEnd", span.output.end)
      json.member("kind", decision.kind.rawValue)
      json.member("treatment", decision.treatment.name)
      json.member("replacement", decision.replacement)
      if audience == .confidential, let entity = decision.entity { json.member("entity", entity) }
      json.member("recognizer", decision.recognizer)
      json.member("confidence", decision.confidence)
      json.member("reason", decision.reason)
    }
  }
}

extension JSONWriter {
  /// `"reader": {"kind": "deep", "weights": "sha256:9f86…"}`
  mutating func member(_ reader: Reader, weights: String = Reader.weights) {
    object("reader") { json in
      json.member("kind", reader.rawValue)
      json.member("weights", weights)
    }
  }
}
