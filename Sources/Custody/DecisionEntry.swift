package import Audit
package import Redaction

/// What the log says of one decision about a text.
package enum DecisionEntry {
  /// The members of the entry, without its time.
  ///
  /// - Parameters:
  ///   - input: where, in Unicode scalars of the original.
  ///   - output: where in the released text, where that is settled.
  ///   - name: who decided; nil for the machine.
  package static func members(
    _ decision: Decision, input: TextSpan, output: TextSpan? = nil, document: String,
    by name: String? = nil
  ) -> [JSON.Member] {
    let reason = decision.reason.split(separator: ": ", maxSplits: 1).map(String.init)
    var body: [JSON.Member] = [
      .init("document", document), .init("start", input.start), .init("end", input.end),
    ]
    if let output { body += [.init("outStart", output.start), .init("outEnd", output.end)] }
    body += [
      .init("kind", decision.kind.rawValue), .init("treatment", decision.treatment.name),
      .init("replacement", decision.replacement), .init("recognizer", decision.recognizer),
      .init("confidence", Int((decision.confidence * 1000).rounded())),
      .init("rule", reason.count > 1 ? reason[0] : ""), .init("reason", reason.last ?? ""),
      .init("by", name == nil ? "machine" : "person"),
    ]
    if let name { body.append(.init("name", name)) }
    if let entity = decision.entity { body.append(.init("person", entity)) }
    return body
  }

  /// Whether an entry says just that, at whatever time.
  static func says(_ disclosure: Disclosure, _ members: [JSON.Member]) -> Bool {
    guard disclosure.type == .decision, case .object(let body) = disclosure.body,
      body.first?.key == "at"
    else { return false }
    return Array(body.dropFirst()) == members
  }
}
