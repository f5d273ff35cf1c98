internal import Custody
internal import Redaction

/// A plan as it is shown, in the form of a report: positions in Unicode scalars of the original.
struct CasePlanPage {
  private let shown: CaseFolder.Reviewable

  init(_ shown: CaseFolder.Reviewable) { self.shown = shown }

  /// "ID: 24 decisions, 2 to look at".
  static func sentence(_ plan: SealedPlan) -> String {
    let open = plan.undecided.count
    return "\(plan.item): revision \(plan.revision), \(counted(plan.decisions.count, "decision")), "
      + (open > 0
        ? "\(open) to look at"
        : plan.isReviewed ? "all decided" : "nothing doubtful; somebody has to accept it")
  }

  /// The plan as one line of JSON, with the ids of what is to be decided.
  func json() throws -> [UInt8] {
    let plan = shown.plan
    let text = Testimony(
      id: plan.item, text: String(decoding: shown.text, as: UTF8.self), language: plan.language)
    let spans = text.scalarSpans(plan.decisions.map(\.decision.span))
    let undecided = plan.undecided
    let open = text.scalarSpans(undecided.map(\.span))
    var json = JSONWriter()
    json.object { json in
      json.member("id", plan.item)
      json.member("revision", plan.revision)
      json.member("lang", plan.language.rawValue)
      json.member("reviewed", plan.isReviewed)
      json.array("decisions") { json in
        for (entry, span) in zip(plan.decisions, spans) {
          Self.write(entry.decision, span, by: entry.name, to: &json)
        }
      }
      json.array("review") { json in
        for (decision, span) in zip(undecided, open) {
          Self.write(decision, span, by: nil, to: &json)
        }
      }
      if let reader = plan.reader { json.member(reader, weights: plan.weights) }
    }
    return json.bytes + [0x0A]
  }

  private static func write(
    _ decision: Decision, _ span: TextSpan, by name: String?, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("start", span.start)
      json.member("end", span.end)
      json.member("kind", decision.kind.rawValue)
      json.member("treatment", decision.treatment.name)
      json.member("replacement", decision.replacement)
      if let entity = decision.entity { json.member("entity", entity) }
      json.member("recognizer", decision.recognizer)
      json.member("confidence", decision.confidence)
      json.member("reason", decision.reason)
      if let name { json.member("by", name) }
    }
  }
}
