internal import Audit
internal import Custody

/// What `underseal status` has to say.
struct CaseStatusPage {
  let status: CaseStatus
  let folder: String

  private var verdict: AuditResult { AuditResult(status.log) }

  private func count(_ states: CaseStatus.State...) -> Int {
    status.items.count { states.contains($0.state) }
  }

  /// For people.
  func text() throws -> [UInt8] {
    var rows = [("log", "\(verdict.word): \(verdict.sentence)")]
    if let head = status.log.head {
      rows.append(("entries", "\(head.size)"))
      rows.append(("head", try head.code()))
    }
    if let key = status.log.keys.first { rows.append(("key", try key.code())) }
    rows.append(
      (
        "opened by",
        "\(counted(status.settings.recipients.count, "recipient")), "
          + (try status.settings.isPostQuantum
            ? "post-quantum" : "X25519, not post-quantum")
          + ", \(counted(status.settings.auditors.count, "auditor"))"
      ))
    rows.append(("people", "generation \(status.generation)"))
    let policies = status.settings.policies.map { printable($0.name) }.joined(separator: ", ")
    rows.append(
      (
        "releases",
        policies.isEmpty
          ? "no policy may release yet; see 'underseal case policy'"
          : "under \(policies), with \(counted(status.settings.approvals, "approval")) or more"
      ))
    rows.append(("items", summary))
    var text = ""
    for (title, value) in rows {
      text += title + String(repeating: " ", count: 10 - title.count) + value + "\n"
    }
    for item in status.items {
      text += "\(item.id)  \(item.state.rawValue)"
      if item.revision > 0 { text += "  revision \(item.revision)" }
      if let before = item.releasedBefore { text += ", revision \(before) is released" }
      if let name = item.name { text += "  \(printable(name))" }
      text += "\n"
    }
    return Array(text.utf8)
  }

  private var summary: String {
    let states = CaseStatus.State.allCases.compactMap { state in
      let number = count(state)
      return number > 0 ? "\(number) \(state.rawValue)" : nil
    }
    return "\(status.items.count)"
      + (states.isEmpty ? "" : " (\(states.joined(separator: ", ")))")
  }

  /// What to do next, said on stderr.
  var advice: [String] {
    let name = printable(folder)
    var advice = verdict.remarks
    for finding in verdict.findings.prefix(5) {
      advice.append("\(finding.verdict.rawValue): \(printable(finding.file)) \(finding.what)")
    }
    guard status.log.verdict == .intact else {
      advice.append(
        "nothing is done to such a case; go on with the newest copy that is whole, and add to it"
          + " again what only another copy has")
      return advice
    }
    if !status.hasSeenHead {
      advice.append(
        "this machine has not seen the case before, so an older copy would not show; get the head and"
          + " the key from 'underseal status' on a machine that knows it, and compare them with"
          + " 'underseal status \(name) --vkey KEY --head CODE'")
    }
    if !status.isEnrolled {
      advice.append(
        "this machine may not write to the case; where one may, run 'underseal rotate \(name) --enrol"
          + " \(status.machine?.text ?? "KEY")' and bring the case back")
    }
    if status.items.isEmpty { advice.append("next: 'underseal add \(name) FILE…'") }
    if count(.sealed) > 0 { advice.append("next: 'underseal plan \(name) -i IDENTITY'") }
    if count(.undecided) > 0 {
      advice.append("next: 'underseal review \(name) --terminal --as NAME -i IDENTITY'")
    }
    if status.items.contains(where: { $0.staleness == .reader }) {
      advice.append(
        "the reader has learned something else since some plans: 'underseal plan \(name) -i IDENTITY'"
      )
    }
    if status.items.contains(where: { $0.staleness == .people }) {
      advice.append("the people changed since some plans: 'underseal plan \(name) -i IDENTITY'")
    }
    if count(.reviewed) > 0 {
      advice.append("next: 'underseal approve \(name) ID --as NAME -i IDENTITY'")
    }
    if count(.approved) > 0 {
      advice.append("next: 'underseal release \(name) ID -i IDENTITY'")
    }
    if count(.planned) > 0 {
      advice.append("with -i IDENTITY 'underseal status' says how far the plans have come")
    }
    return advice
  }

  /// For programs.
  func json() throws -> [UInt8] {
    var json = JSONWriter()
    let isPostQuantum = try status.settings.isPostQuantum
    json.object { json in
      json.member("verdict", verdict.word)
      json.member("sentence", verdict.sentence)
      json.member("confirmed", status.log.isConfirmed)
      if let head = status.log.head {
        json.member("origin", head.origin)
        json.member("size", head.size)
        if let code = try? head.code() { json.member("head", code) }
      }
      if let code = try? status.log.keys.first?.code() { json.member("key", code) }
      if let machine = status.machine { json.member("machine", machine.text) }
      json.member("enrolled", status.isEnrolled)
      json.member("seen", status.hasSeenHead)
      json.member("generation", status.generation)
      json.member("postQuantum", isPostQuantum)
      json.array("recipients") { json in
        for key in status.settings.recipients { json.element(key) }
      }
      json.array("auditors") { json in for key in status.settings.auditors { json.element(key) } }
      json.array("items") { json in
        for item in status.items {
          json.object { json in
            json.member("id", item.id)
            json.member("state", item.state.rawValue)
            json.member("revision", item.revision)
            if let before = item.releasedBefore { json.member("released", before) }
            if let staleness = item.staleness { json.member("changed", staleness.rawValue) }
            if let name = item.name { json.member("name", name) }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
