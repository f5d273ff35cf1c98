internal import Custody
internal import Redaction

/// A plan as it is shown, in the form of a report: positions in Unicode scalars of the original.
struct CasePlanPage {
  private let shown: CaseFolder.Reviewable

  init(_ shown: CaseFolder.Reviewable) { self.shown = shown }

  /// "ID: revision 1, 24 decisions, 2 to look at, 20 that nobody accepted yet".
  static func sentence(_ plan: SealedPlan) -> String {
    var parts = [counted(plan.decisions.count, "decision")]
    let (doubtful, proposals) = (plan.doubtful.count, plan.proposals.count)
    if doubtful > 0 { parts.append("\(doubtful) to look at") }
    if plan.isReviewed {
      parts.append("all decided")
    } else if plan.deciders.isEmpty {
      if doubtful == 0 { parts.append("nothing doubtful; somebody has to accept it") }
    } else if proposals > 0 {
      parts.append("\(proposals) that nobody accepted yet")
    }
    return "\(plan.item): revision \(plan.revision), " + parts.joined(separator: ", ")
  }

  /// The plan as one line of JSON, with the ids of what is to be decided.
  func json() throws -> [UInt8] {
    let plan = shown.plan
    let text = Testimony(
      id: plan.item, text: String(decoding: shown.text, as: UTF8.self), language: plan.language)
    let spans = text.scalarSpans(plan.decisions.map(\.decision.span))
    let doubtful = plan.doubtful
    let open = text.scalarSpans(doubtful.map(\.span))
    var json = JSONWriter()
    json.object { json in
      json.member("id", plan.item)
      json.member("revision", plan.revision)
      json.member("lang", plan.language.rawValue)
      json.member("reviewed", plan.isReviewed)
      json.member("undecided", plan.undecided.count)
      json.array("decisions") { json in
        for (entry, span) in zip(plan.decisions, spans) {
          Self.write(entry.decision, span, by: entry.name, to: &json)
        }
      }
      json.array("review") { json in
        for (decision, span) in zip(doubtful, open) {
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
