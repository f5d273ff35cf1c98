internal import Audit
internal import Redaction
internal import Sealing

/// One condition of a release, and whether it holds.
package struct GateCheck: Sendable {
  /// A word for the condition.
  package let name: String
  /// What does not hold, and what to do about it; nil where it holds.
  package let objection: String?

  /// Whether nothing speaks against the release here.
  package var holds: Bool { objection == nil }
}

/// A text that is out, beside which another is to be released.
struct ReleasedItem {
  let item: String
  let language: Language
  let bytes: [UInt8]
  /// The plan it came of; nil where that is shredded, or one for the next revision by now.
  var plan: SealedPlan?
  /// What comes of that plan, under the people as they are now.
  var shown: RedactedTestimony?
}

/// Everything that has to hold before a text leaves a case. A `Release` comes out of nothing else.
struct Gate {
  let work: CaseFolder.Work
  let settings: CaseSettings
  let registry: Registry
  let log: CaseLog
  let auditLog: AuditLog
  let redacted: RedactedTestimony
  let manifest: ReleaseManifest
  /// What is released of other items.
  let others: [ReleasedItem]
  /// Today, as "2026-03-01".
  let day: String

  private var plan: SealedPlan { work.plan }

  func checks() throws -> [GateCheck] {
    [
      GateCheck(name: "log", objection: logObjection),
      GateCheck(name: "ingest", objection: try ingest()),
      GateCheck(name: "original", objection: try original()),
      GateCheck(name: "policy", objection: try policy()),
      GateCheck(name: "reader", objection: reader),
      GateCheck(name: "registry", objection: staleness),
      GateCheck(name: "decisions", objection: try decisions()),
      GateCheck(name: "review", objection: review),
      GateCheck(name: "leaks", objection: leaks),
      GateCheck(name: "words", objection: try words()),
      GateCheck(name: "file name", objection: fileName),
      GateCheck(name: "metadata", objection: metadata),
      GateCheck(name: "consistency", objection: try consistency()),
      GateCheck(name: "approvals", objection: try approvals()),
      GateCheck(name: "consent", objection: try consent()),
    ]
  }

  private var logObjection: String? {
    log.verification.isConfirmed
      ? nil
      : "nobody vouches for the log's signer, and no head was seen here before; confirm it with"
        + " 'underseal audit CASE --vkey KEY --head CODE'"
  }

  /// What the entries of the item's lines should be, held against the log.
  private func isLogged(_ line: Openings.Line?) -> Bool {
    guard let line, let size = log.verification.head?.size else { return false }
    return auditLog.check([line], size: size).isEmpty
  }

  private func ingest() throws -> String? {
    let problem =
      "the log does not say that this original came in; see 'underseal audit', and add it again"
    guard let line = work.item.ingest, isLogged(line), line.disclosure.type == .ingest,
      line.disclosure.body["item"]?.string == plan.item,
      let file = line.disclosure.body["file"]?.string.flatMap(Hash.init(hexadecimal:)),
      log.names(CaseLayout.sealed(plan.item), file)
    else { return problem }
    return nil
  }

  private func original() throws -> String? {
    hexadecimal(try Hash(of: work.item.bytes).bytes) == plan.original
      ? nil : "the plan is of another original; plan the item again"
  }

  private func policy() throws -> String? {
    let entry = plan.lines.last { $0.disclosure.type == .policy }
    guard isLogged(entry), entry?.disclosure.body["sha256"]?.string == plan.policy else {
      return "the log does not say that this policy came into use; plan the item again"
    }
    guard work.policy.people.protected != .keep else {
      return
        "the policy keeps the names of protected people, to whom another was promised; plan the"
        + " item with another --policy"
    }
    guard settings.policies.contains(where: { $0.sha256 == plan.policy }) else {
      let names = settings.policies.map(\.name).joined(separator: ", ")
      return names.isEmpty
        ? "the case lets no policy release yet; 'underseal case policy CASE \(plan.policyName)' says"
          + " which may"
        : "this policy is for drafts: the case lets \(names) release; 'underseal plan CASE"
          + " \(plan.item) --policy NAME' takes one of them, 'underseal case policy' lets another"
    }
    return nil
  }

  private var reader: String? {
    guard plan.isOfThisReader else {
      return
        "the reader has learned something else since this was planned; 'underseal plan CASE"
        + " \(plan.item)' plans it anew"
    }
    let entry = plan.lines.last { $0.disclosure.type == .policy }?.disclosure.body
    return entry?["reader"]?.string == plan.reader?.rawValue
      && entry?["weights"]?.string == plan.weights
      ? nil : "the log does not say that this reader read it; plan the item again"
  }

  private var staleness: String? {
    plan.generation == registry.peopleGeneration
      ? nil
      : "the people changed (generation \(registry.peopleGeneration), the plan has"
        + " \(plan.generation)); plan the item again"
  }

  private func decisions() throws -> String? {
    let spans = work.testimony.scalarSpans(plan.decisions.map(\.decision.span))
    var used: Set<Int> = []
    for (entry, span) in zip(plan.decisions, spans) {
      let members = DecisionEntry.members(
        entry.decision, input: span, document: plan.item, by: entry.name)
      guard let line = plan.line(entry.index), isLogged(line), used.insert(line.index).inserted,
        DecisionEntry.says(line.disclosure, members)
      else { return "a decision is not what the log says was decided; plan the item again" }
    }
    guard used.count == plan.decisions.count else {
      return "the log has another number of decisions; plan the item again"
    }
    // What was decided once is still decided about, if otherwise.
    let isMissing = plan.lines.contains { line in
      guard line.disclosure.type == .decision, let start = line.disclosure.body["start"]?.number,
        let end = line.disclosure.body["end"]?.number
      else { return false }
      return !spans.contains { $0.start < end && start < $0.end }
    }
    if isMissing { return "a decision that the log has is missing; plan the item again" }
    let accepted = plan.lines.filter { $0.disclosure.body["accepted"] != nil && isLogged($0) }
    let names = Set(accepted.compactMap { $0.disclosure.body["name"]?.string })
    let newest = plan.decisions.filter { $0.name == nil }.compactMap(\.index).max() ?? 0
    let isAllOlder = plan.acceptedBy.isEmpty || accepted.contains { $0.index > newest }
    return plan.acceptedBy.allSatisfy(names.contains) && isAllOlder
      ? nil : "the log does not say that the proposals were accepted; review the item again"
  }

  private var review: String? {
    let open = plan.undecided.count
    if open > 0, !plan.deciders.isEmpty {
      return
        "\(open) undecided; 'underseal review' goes through them, --accept --as NAME says yes to all"
    }
    return plan.deciders.isEmpty
      ? "no person has decided yet; 'underseal review' shows the plan, --accept --as NAME says yes"
      : nil
  }

  private var leaks: String? {
    let found = redacted.leaks()
    guard let first = found.first else { return nil }
    let names = found.count { $0.check == .protectedName }
    return "\(names) forms of protected names and \(found.count - names) masked words still show;"
      + " the first in \(plan.item), line \(Self.line(of: first, in: redacted.bytes)) of the new text:"
      + " 'underseal review' takes other words"
  }

  /// Words that a person wrote: they are held to what the machine's are held to, and to more, since
  /// a name can be written in many ways.
  private func words() throws -> String? {
    for (entry, span) in zip(redacted.decisions, redacted.outputSpans)
    where entry.recognizer == SealedPlan.reviewer && entry.treatment != .keep {
      let line = Self.line(at: span.start, in: redacted.bytes)
      let place = "words written by hand in \(plan.item), line \(line) of the new text,"
      if let what = SealedPlan.objection(to: entry.replacement, in: work.text) {
        return "\(place) \(what); 'underseal review' takes others"
      }
      guard entry.replacement != pseudonym(entry.entity, span), try isTelling(entry.replacement)
      else { continue }
      return
        "\(place) hold a form of a protected name (\(ConsistencyFinding.Check.protectedName.rawValue));"
        + " 'underseal review' takes others"
    }
    return nil
  }

  /// What stands for a person where a person chose the pseudonym, with its marker where it has one.
  private func pseudonym(_ entity: String?, _ span: TextSpan) -> String? {
    guard let entity, let name = work.pipeline.pseudonym(of: entity, in: plan.language) else {
      return nil
    }
    let written = String(decoding: redacted.bytes[span.start..<span.end], as: UTF8.self)
    let gender = work.pipeline.people.people.first { $0.id == entity }?.gender ?? .unknown
    return written == name ? name : "\(name) \(work.policy.marker.text(plan.language, gender))"
  }

  /// Whether words alone hold a form of a protected name, however they are written.
  private func isTelling(_ words: String) throws -> Bool {
    // A mark inside a name does not hide it from a reader.
    let letters = words.unicodeScalars.filter { $0.properties.isAlphabetic || $0 == " " }
    let bytes = Array("\(words). \(String(String.UnicodeScalarView(letters)))".utf8)
    let text = try Testimony(id: "words", utf8: bytes, language: plan.language)
    let alone = work.pipeline.restored(text, decisions: [], review: []).reviewed(deciding: [])
    if alone?.apply().leaks().contains(where: { $0.check == .protectedName }) == true {
      return true
    }
    return try check([ReleasedText(id: "words", utf8: bytes, language: plan.language)])
      .contains { $0.check == .protectedName || $0.check == .nearName }
  }

  /// The line of a finding, from 1.
  private static func line(of finding: LeakFinding, in bytes: [UInt8]) -> Int {
    line(at: finding.span.start, in: bytes)
  }

  private static func line(at offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == 0x0A }
  }

  private var fileName: String? {
    let file = plan.file
    let isPlain =
      !file.isEmpty && file.utf8.count <= 100 && !file.hasPrefix(".")
      && file.utf8.allSatisfy {
        (0x30...0x39).contains($0) || ($0 | 0x20) &- 0x61 < 26 || "-_.".utf8.contains($0)
      }
      && ![ReleaseManifest.file, ReleaseManifest.proofFile, Tombstone.file].contains(file)
    guard isPlain else {
      return
        "the text's file name is not plain letters, digits, - _ and .; plan it with --name NAME"
    }
    return isNaming([file])
      ? "the text's file name names a person of the case; plan it with --name NAME" : nil
  }

  /// What release.json says of the policy, in the words of whoever wrote it.
  private var metadata: String? {
    isNaming([work.policy.name, plan.policyName, work.policy.audience])
      ? "the policy's name or audience names a person of the case; call it otherwise, and plan again"
      : nil
  }

  /// Whether a word that stands beside the text names somebody of the case.
  private func isNaming(_ texts: [String]) -> Bool {
    texts.contains { work.pipeline.person(shownBy: $0) != nil }
  }

  private func consistency() throws -> String? {
    for other in others {
      for (entity, name) in other.plan?.pseudonyms ?? [:]
      where plan.pseudonyms[entity] ?? name != name {
        return
          "\(entity) has another pseudonym in \(other.item), which is released; give the old one"
          + " back, or release that one anew"
      }
      // Judged as it was when it was released; only the people may be others by now.
      if let shown = other.shown, shown.bytes == other.bytes,
        let leak = shown.leaks().first(where: { $0.check == .protectedName })
      {
        return
          "\(other.item), line \(Self.line(of: leak, in: other.bytes)): \(leak.check.rawValue): the"
          + " released text names \(leak.entity ?? "somebody") who is protected now; release it anew,"
          + " or withdraw it"
      }
    }
    return try together()
  }

  /// What a reader of everything that is released could notice about names.
  private func together() throws -> String? {
    let own = ReleasedItem(item: plan.item, language: plan.language, bytes: redacted.bytes)
    let all = [own] + others
    let findings = try check(
      all.map { try ReleasedText(id: $0.item, utf8: $0.bytes, language: $0.language) })
    let finding = findings.first { finding in
      switch finding.check {
      case .protectedName, .pseudonymIsName, .sharedPseudonym, .secondPseudonym,
        .swappedPseudonym:
        true
      default: false
      }
    }
    return finding.map { finding in
      var place = finding.document ?? "the texts"
      if let text = all.first(where: { $0.item == finding.document }), let span = finding.span {
        let scalars = String(decoding: text.bytes, as: UTF8.self).unicodeScalars
        place += ", line \(1 + scalars.prefix(span.start).count { $0 == "\n" })"
      }
      return
        "\(place): \(finding.check.rawValue): \(finding.sentence); review it, or release that text"
        + " anew"
    }
  }

  private func check(_ texts: [ReleasedText]) throws -> [ConsistencyFinding] {
    ConsistencyCheck(
      policy: work.policy, people: registry.peopleFile, reader: work.pipeline.reader
    ).check(texts).findings
  }

  private func approvals() throws -> String? {
    let needed = max(work.policy.approvals, settings.approvals)
    let note = try manifest.note()
    var names: [String] = []
    var keys: Set<[UInt8]> = []
    for approval in plan.approvals {
      guard let signed = try? SignedNote(parsing: Array(approval.note.utf8)), signed.text == note,
        (try? signed.verify(with: [approval.vkey])) != nil
      else {
        return "an approval is not of this text; it has to be approved as it is now"
      }
      let line = plan.lines.last {
        $0.disclosure.type == .approve
          && $0.disclosure.body["note"]?.string == approval.note
          && $0.disclosure.body["name"]?.string == approval.name
      }
      guard isLogged(line) else { return "an approval is not in the log; approve again" }
      let isOwn = registry.approvers.contains {
        $0.publicKey == approval.vkey.publicKey && CaseFolder.isSame($0.name, approval.name)
      }
      guard isOwn else {
        return "an approval is signed with a key that is not that person's; approve again"
      }
      guard !plan.deciders.contains(where: { CaseFolder.isSame($0, approval.name) }) else {
        return "whoever decided approved it too; somebody else has to"
      }
      if !names.contains(where: { CaseFolder.isSame($0, approval.name) }),
        keys.insert(approval.vkey.publicKey).inserted
      {
        names.append(approval.name)
      }
    }
    return names.count >= needed
      ? nil
      : "\(names.count) of \(needed) approvals that are asked for; 'underseal approve CASE"
        + " \(plan.item) --as NAME'"
  }

  /// The day of the newest entry about the item; a day before it is no day to judge a consent on.
  private var newestDay: String {
    let lines = plan.lines + (work.item.ingest.map { [$0] } ?? [])
    return lines.compactMap { $0.disclosure.body["at"]?.string?.prefix(10) }.max().map(String.init)
      ?? ""
  }

  private func consent() throws -> String? {
    guard day >= newestDay else {
      return
        "this machine's clock says \(day), and the log has an entry of \(newestDay); set it right"
    }
    if let later = plan.consent {
      let entry = plan.lines.last { $0.disclosure.type == .policy }
      guard isLogged(entry), entry?.disclosure.body["consent"]?.string == (try later.digest())
      else {
        return "the consent is not the one that the log has; 'underseal plan' takes it again with"
          + " --consent"
      }
    }
    guard let consent = plan.consent ?? work.item.consent else {
      return "no consent is recorded; 'underseal plan CASE \(plan.item) --consent FILE' adds one"
    }
    return consent.objection(to: work.policy.audience, on: day).map {
      "the consent does not cover this release: \($0); 'underseal plan' takes a new one with"
        + " --consent"
    }
  }
}
