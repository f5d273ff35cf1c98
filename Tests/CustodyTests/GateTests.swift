import Audit
import Custody
import Foundation
import HybridSealing
import Redaction
import Sealing
import Testing

/// Ways to get something out that must not get out, each refused with its sentence.
struct GateTests {
  static let text = """
    My name is Nikolai Brandt and I was born in 1990. Marta Keller carried me across the river, \
    and nobody spoke about it afterwards. She said that the water was cold and that we were late.
    """

  /// A case with one item that could be released.
  final class Ready: @unchecked Sendable {
    let place: Workplace
    let folder: CaseFolder
    var id = ""

    init(
      text: String = GateTests.text, consent: String = AddTests.consent,
      file: String = "redacted.txt",
      policy: String? = nil
    ) async throws {
      place = try Workplace(compat: true)
      folder = try await PeopleTests.peopled(place)
      place["in.txt"] = Data(text.utf8)
      id = try await folder.add(
        CaseFolder.Original(
          path: place.path + "/in.txt", name: "statement.txt",
          consent: consent.isEmpty ? nil : Array(consent.utf8)),
        at: Workplace.time)
      try await plan(file: file, policy: policy)
    }

    func plan(
      file: String = "redacted.txt", policy: String? = nil, consent: String? = nil
    ) async throws {
      let source = policy ?? Policy.shippedSource(named: "press") ?? ""
      var planning = CaseFolder.Planning(policy: ("press", Array(source.utf8)), version: "0")
      planning.file = file
      planning.consent = consent.map { Array($0.utf8) }
      let ready = planning
      _ = try await folder.plan([id], ready, with: [place.first], at: Workplace.time)
    }

    @discardableResult
    func review(
      _ rulings: [Ruling] = [], accepting: Bool = true, as name: String = "Anna"
    ) async throws -> SealedPlan {
      try await folder.review(
        id, rulings, accepting: accepting, as: name, with: [place.first], at: Workplace.time)
    }

    func approve(as name: String = "Boris", key: [UInt8]? = nil) async throws {
      try await folder.approve(
        id, as: name, key: key, with: [place.first], at: Workplace.time)
    }

    func ready() async throws -> Ready {
      try await review()
      try await approve()
      return self
    }

    func release(at time: String = Workplace.time) async throws -> ReleaseReport {
      try await folder.release(id, with: [place.first], at: time)
    }

    /// The objections of a release that is tried.
    func objections(at time: String = Workplace.time) async throws -> [String: String] {
      let report = try await release(at: time)
      #expect(!report.isReleased)
      #expect(released.isEmpty)
      return Dictionary(
        uniqueKeysWithValues: report.checks.compactMap { check in
          check.objection.map { (check.name, $0) }
        })
    }

    /// That even the try is refused, and why.
    func refusal(
      _ part: String, leaving left: [String] = [], _ body: () async throws -> Void
    ) async {
      do {
        try await body()
        Issue.record("it was not refused")
      } catch let error as CaseRefusal {
        #expect(error.sentence.contains(part), "\(error.sentence)")
      } catch {
        #expect("\(error)".contains(part), "\(error)")
      }
      #expect(released == left)
    }

    var released: [String] { place.files.filter { $0.hasPrefix("released/") } }

    func span(_ words: String, in text: String = GateTests.text) -> TextSpan {
      let bytes = Array(text.utf8)
      let part = Array(words.utf8)
      let start = (0...(bytes.count - part.count)).first {
        bytes[$0..<$0 + part.count].elementsEqual(part)
      }
      return TextSpan(start ?? 0, (start ?? 0) + part.count)
    }
  }

  @Test func whatIsDecidedApprovedAndConsentedToGoesOut() async throws {
    let ready = try await Ready().ready()
    let report = try await ready.release()
    #expect(report.checks.filter { !$0.holds }.isEmpty, "\(report.checks)")
    #expect(report.isReleased && ready.released.count == 3)
    let text = String(
      decoding: ready.place["case/\(report.folder ?? "")/redacted.txt"] ?? Data(), as: UTF8.self)
    #expect(!text.contains("Brandt") && !text.contains("Keller") && text.contains("the river"))
    #expect(ready.folder.verify().verdict == .intact)
    let outside = try #require(
      ReleaseFolder("\(ready.place.folder)/\(report.folder ?? "")"))
    let stranger = MachineState(folder: ready.place.path + "/nowhere")
    let result = outside.verify(state: stranger)
    #expect(result.findings.isEmpty && !result.isConfirmed && result.isBound)
    let code = try await ready.folder.settings.vkey.code()
    #expect(outside.verify(Trust(key: code), state: stranger).isConfirmed)
  }

  // MARK: Decisions and approvals

  @Test func withoutADecisionOfAPerson() async throws {
    let ready = try await Ready()
    #expect(try await ready.objections()["review"]?.contains("no person has decided") == true)
  }

  @Test func withSomethingUndecided() async throws {
    let text =
      "We met Zqorvan at the gate. We called the place Wexmoor, and the dog Rustle barked. "
      + Self.text
    // Whatever is read in the text stays, and is to be looked at.
    let press = try #require(Policy.shippedSource(named: "press"))
    let ready = try await Ready(text: text, policy: press + "\nmask_from: 1\nreview_from: .1\n")
    try await ready.review(
      [Ruling(ready.span("the river", in: text), .replace(.mask, with: "it", kind: nil))],
      accepting: false)
    let plan = try await ready.folder.reviewable(ready.id, with: [ready.place.first]).plan
    try #require(!plan.undecided.isEmpty)
    #expect(try await ready.objections()["review"]?.contains("undecided") == true)
    await ready.refusal("not decided yet") { try await ready.approve() }
  }

  @Test func withoutAnApproval() async throws {
    let ready = try await Ready()
    try await ready.review()
    #expect(try await ready.objections()["approvals"]?.contains("0 of 1") == true)
  }

  @Test func withFewerApprovalsThanThePolicyAsksFor() async throws {
    let source = (Policy.shippedSource(named: "press") ?? "") + "\napprovals: 2\n"
    let ready = try await Ready(policy: source).ready()
    try await ready.folder.pin([("press", Array(source.utf8))], at: Workplace.time)
    #expect(try await ready.objections()["approvals"]?.contains("1 of 2") == true)
    try await ready.approve(as: "Cora")
    #expect(try await ready.release().isReleased)
  }

  @Test(
    arguments: [
      "Anna", "anna", " ANNA ", "A-n-n-a", "А\u{6E}na", "Ánna", "Ａnna", "An\u{200B}na", "Anna.",
    ])
  func approvedByTheDecider(_ name: String) async throws {
    let ready = try await Ready()
    try await ready.review()
    await ready.refusal("cannot approve it too") { try await ready.approve(as: name) }
  }

  @Test func approvedTwiceByOnePerson() async throws {
    let source = (Policy.shippedSource(named: "press") ?? "") + "\napprovals: 2\n"
    let ready = try await Ready(policy: source).ready()
    try await ready.approve(as: "boris ")
    #expect(try await ready.objections()["approvals"]?.contains("1 of 2") == true)
  }

  @Test func approvedTwiceWithOneKey() async throws {
    let source = (Policy.shippedSource(named: "press") ?? "") + "\napprovals: 2\n"
    let ready = try await Ready(policy: source)
    try await ready.review()
    let line = try SigningKey(name: "approver").line()
    try await ready.approve(as: "Boris", key: line)
    await ready.refusal("a key of their own") { try await ready.approve(as: "Cora", key: line) }
  }

  @Test func approvedWithTheMachinesKey() async throws {
    let ready = try await Ready()
    try await ready.review()
    let line = try #require(ready.place["state/log.key"]).dropLast()
    await ready.refusal("not the machine's") { try await ready.approve(key: Array(line)) }
  }

  @Test func changedAfterTheApproval() async throws {
    let ready = try await Ready().ready()
    try await ready.review(
      [Ruling(ready.span("the river"), .replace(.mask, with: "the stream", kind: .other))])
    #expect(try await ready.objections()["approvals"] != nil)
  }

  @Test func decidedByTheApproverAfterwards() async throws {
    let ready = try await Ready().ready()
    try await ready.review(as: "Boris")
    await ready.refusal("cannot approve it too") { try await ready.approve() }
    #expect(try await ready.objections()["approvals"] != nil)
  }

  @Test(arguments: ["", "  ", "123", "\u{7}"])
  func decidedByNobody(_ name: String) async throws {
    let ready = try await Ready()
    await ready.refusal("--as NAME") { try await ready.review(as: name) }
    await ready.refusal("--as NAME") { try await ready.approve(as: name) }
  }

  @Test func keptWithoutAReason() async throws {
    let ready = try await Ready()
    await ready.refusal("needs a reason") {
      try await ready.review([Ruling(ready.span("Marta Keller"), .keep(why: " "))])
    }
  }

  @Test func aDecisionThatCutsThroughAnother() async throws {
    let ready = try await Ready()
    await ready.refusal("cuts through another") {
      try await ready.review([Ruling(ready.span("Brandt and"), .keep(why: "harmless"))])
    }
  }

  @Test func aDecisionOutsideTheText() async throws {
    let ready = try await Ready()
    await ready.refusal("not in") {
      try await ready.review([Ruling(TextSpan(9_000, 9_010), .accept)])
    }
  }

  // MARK: What would show

  @Test func aProtectedNameThatAReviewerKept() async throws {
    let ready = try await Ready()
    try await ready.review([Ruling(ready.span("Nikolai Brandt"), .keep(why: "she agreed"))])
    try await ready.approve()
    #expect(try await ready.objections()["leaks"]?.contains("protected names") == true)
  }

  /// Somebody whose name is a word when its first letter is written as a page writes it.
  @Test(
    arguments: [
      "&#71;race", "&#x47;race", "%47race", "\\u0047race", "=47race", "Gr&shy;ace", "&Gacute;race",
    ])
  func aNameInLettersThatAPageShows(_ written: String) async throws {
    let text = "Nobody was at home.\n\nMy friend \(written) came to the harbour with us."
    let ready = try await Ready(text: text)
    try await ready.folder.changePeople(with: [ready.place.first], at: Workplace.time) {
      $0.people.append(
        Person(id: "p-9", name: "Grace Young", gender: .female, status: .protected))
    }
    try await ready.plan()
    try await ready.review([
      Ruling(ready.span(written, in: text), .keep(why: "it is an ordinary word"))
    ])
    try await ready.approve()
    let objection = try await ready.objections()["leaks"]
    #expect(objection?.contains("line 3 of the new text") == true, "\(objection ?? "-")")
  }

  @Test func otherWordsInLettersThatAPageShowsGoOut() async throws {
    let text = "My friend said &#82;ain, 50%, caf&eacute; and C:\\\\u0041 at the harbour."
    let ready = try await Ready(text: text)
    try await ready.folder.changePeople(with: [ready.place.first], at: Workplace.time) {
      $0.people.append(
        Person(id: "p-9", name: "Grace Young", gender: .female, status: .protected))
    }
    try await ready.plan()
    _ = try await ready.ready()
    #expect(try await ready.release().isReleased)
  }

  @Test func signsThatTurnATextAroundDoNotGoOut() async throws {
    let text = "He said \u{202E}elpmis\u{202C} and left.\u{7} \u{1B}[31mNobody\u{1B}[0m answered."
    let ready = try await Ready(text: text).ready()
    let folder = try #require(try await ready.release().folder)
    let out = String(
      decoding: ready.place["case/\(folder)/redacted.txt"] ?? Data(), as: UTF8.self)
    #expect(!out.unicodeScalars.contains { "\u{202E}\u{7}\u{1B}".unicodeScalars.contains($0) })
    #expect(ready.folder.verify().verdict == .intact)
  }

  @Test func aSignThatTurnsATextAroundIsNotKept() async throws {
    let text = "Nobody came.\nHe said \u{202E}elpmis and left."
    let ready = try await Ready(text: text)
    try await ready.review([
      Ruling(ready.span("\u{202E}elpmis", in: text), .keep(why: "as it was said"))
    ])
    try await ready.approve()
    #expect(try await ready.objections()["leaks"]?.contains("line 2") == true)
  }

  @Test func aNameWrittenIntoAReplacement() async throws {
    let ready = try await Ready()
    try await ready.review(
      [Ruling(ready.span("the river"), .replace(.mask, with: "Keller's river", kind: .other))])
    try await ready.approve()
    #expect(try await ready.objections()["leaks"] != nil)
  }

  @Test(arguments: ["brandt.txt", "Nikolai-Brandt.txt", "statement_of_marta_keller.txt"])
  func aFileNameThatNamesSomebody(_ file: String) async throws {
    let ready = try await Ready(file: file).ready()
    #expect(try await ready.objections()["file name"]?.contains("names a person") == true)
  }

  @Test(arguments: [
    "../out.txt", ".hidden", "a b.txt", "release.json", "tombstone.json", "", "é.txt",
  ])
  func aFileNameThatIsNotPlain(_ file: String) async throws {
    let ready = try await Ready(file: file).ready()
    #expect(try await ready.objections()["file name"] != nil)
  }

  // MARK: The people

  @Test func aRegistryThatChangedSince() async throws {
    let ready = try await Ready().ready()
    try await ready.folder.changePeople(with: [ready.place.first], at: Workplace.time) {
      $0.people.append(Person(id: "p-8", name: "Otto Lindner"))
    }
    #expect(try await ready.objections()["registry"]?.contains("generation 4") == true)
    await ready.refusal("plan it again") { try await ready.review() }
    await ready.refusal("plan it again") { try await ready.approve() }
  }

  @Test func anOlderRegistryPutBack() async throws {
    let ready = try await Ready().ready()
    let old = ready.place["case/registry/2.age"]
    try await ready.folder.changePeople(with: [ready.place.first], at: Workplace.time) {
      $0.people.append(Person(id: "p-8", name: "Otto Lindner"))
    }
    ready.place["case/registry/3.age"] = old
    await ready.refusal("ALTERED") { _ = try await ready.release() }
    ready.place["case/registry/3.age"] = nil
    await ready.refusal("ALTERED") { _ = try await ready.release() }
  }

  @Test func anotherPseudonymThanIsReleased() async throws {
    let ready = try await Ready().ready()
    #expect(try await ready.release().isReleased)
    let first = ready.id
    ready.place["in.txt"] = Data("Marta Keller waited for me at the gate.".utf8)
    try await ready.folder.changePeople(with: [ready.place.first], at: Workplace.time) {
      $0.people[1].pseudonym = "Valentina"
    }
    ready.id = try await ready.folder.add(
      CaseFolder.Original(
        path: ready.place.path + "/in.txt", name: "b.txt", consent: Array(AddTests.consent.utf8)),
      at: Workplace.time)
    try await ready.plan()
    try await ready.review()
    try await ready.approve()
    let report = try await ready.release()
    #expect(!report.isReleased)
    #expect(
      report.checks.contains { $0.objection?.contains("another pseudonym in \(first)") == true })
  }

  @Test func somebodyProtectedNowWhomAReleasedTextNames() async throws {
    let text = "Viktor Sommer spoke first, and then the others spoke."
    let ready = try await Ready(text: text)
    try await ready.folder.changePeople(with: [ready.place.first], at: Workplace.time) {
      $0.people[2].status = .public
    }
    try await ready.plan()
    try await ready.review()
    try await ready.approve()
    #expect(try await ready.release().isReleased)
    try await ready.folder.changePeople(with: [ready.place.first], at: Workplace.time) {
      $0.people[2].status = .protected
    }
    ready.id = try await AddTests.add(Self.text, to: ready.folder, ready.place)
    try await ready.plan()
    try await ready.review()
    try await ready.approve()
    let report = try await ready.release()
    #expect(!report.isReleased)
    #expect(report.checks.contains { $0.name == "consistency" && !$0.holds })
  }

  // MARK: Consent

  @Test func withoutConsent() async throws {
    let ready = try await Ready(consent: "").ready()
    #expect(try await ready.objections()["consent"]?.contains("no consent is recorded") == true)
    try await ready.plan(consent: AddTests.consent)
    _ = try await ready.ready()
    #expect(try await ready.release().isReleased)
  }

  @Test func withAConsentThatLapsed() async throws {
    let ready = try await Ready().ready()
    let objection = try await ready.objections(at: "2031-01-01T00:00:00Z")["consent"]
    #expect(objection?.contains("lapsed on 2030-12-31") == true)
  }

  @Test func withAConsentForSomebodyElse() async throws {
    let consent = "audience: [court]\nwhat: the statement\nby: M. K.\n"
    let ready = try await Ready(consent: consent).ready()
    #expect(try await ready.objections()["consent"]?.contains("not for this audience") == true)
  }

  @Test func afterAWithdrawal() async throws {
    let ready = try await Ready().ready()
    #expect(try await ready.release().isReleased)
    try await ready.folder.withdraw(ready.id, why: "asked", at: Workplace.time)
    let folder = "released/\(ready.id)/1"
    let left = ["\(folder)/tombstone.json", "\(folder)/tombstone.tlog-proof"]
    #expect(ready.released == left)
    await ready.refusal("withdrawn", leaving: left) { _ = try await ready.release() }
    await ready.refusal("withdrawn", leaving: left) { try await ready.plan() }
    try await ready.plan(consent: AddTests.consent)
    _ = try await ready.ready()
    #expect(try await ready.release().isReleased)
  }

  @Test func afterItWasShredded() async throws {
    let ready = try await Ready().ready()
    try await ready.folder.shred(ready.id, why: "asked", at: Workplace.time)
    await ready.refusal("shredded") { _ = try await ready.release() }
    await ready.refusal("shredded") { try await ready.plan() }
    #expect(ready.folder.verify().verdict == .intact)
  }

  @Test func aShreddedKeyPutBack() async throws {
    let ready = try await Ready().ready()
    let key = ready.place["case/keys/\(ready.id).age"]
    try await ready.folder.shred(ready.id, why: "asked", at: Workplace.time)
    ready.place["case/keys/\(ready.id).age"] = key
    #expect(ready.folder.verify().verdict == .altered)
    await ready.refusal("ALTERED") { _ = try await ready.release() }
    await ready.refusal("shredded") { try await ready.plan() }
  }

  // MARK: Files

  @Test(arguments: ["plans", "sealed", "keys", "policy", "registry"])
  func aFileThatWasEdited(_ folder: String) async throws {
    let ready = try await Ready().ready()
    let file = try #require(ready.place.files.last { $0.hasPrefix(folder + "/") })
    ready.place["case/" + file]?.append(0)
    await ready.refusal("ALTERED") { _ = try await ready.release() }
  }

  @Test func anOlderPlanPutBack() async throws {
    let ready = try await Ready().ready()
    let path = "case/plans/\(ready.id).age"
    let old = ready.place[path]
    try await ready.review(
      [Ruling(ready.span("the river"), .replace(.mask, with: "the stream", kind: .other))])
    ready.place[path] = old
    await ready.refusal("ALTERED") { _ = try await ready.release() }
  }

  @Test func theLogWithoutItsEnd() async throws {
    let ready = try await Ready()
    try FileManager.default.copyItem(
      atPath: ready.place.folder, toPath: ready.place.path + "/older")
    _ = try await ready.ready()
    try FileManager.default.removeItem(atPath: ready.place.folder)
    try FileManager.default.moveItem(
      atPath: ready.place.path + "/older", toPath: ready.place.folder)
    let folder = try ready.place.open()
    #expect(folder.verify().verdict == .rolledBack)
    await ready.refusal("ROLLED BACK") {
      _ = try await folder.release(ready.id, with: [ready.place.first], at: Workplace.time)
    }
  }

  @Test func onAMachineThatNeverSawTheCase() async throws {
    let ready = try await Ready().ready()
    let stranger = try ready.place.open(state: ready.place.path + "/other")
    let report = try await stranger.release(
      ready.id, with: [ready.place.first], at: Workplace.time, isTrial: true)
    #expect(report.checks.contains { $0.name == "log" && !$0.holds })
  }

  @Test func withoutAnIdentityOfTheCase() async throws {
    let ready = try await Ready().ready()
    await ready.refusal("noIdentityMatches") {
      _ = try await ready.folder.release(
        ready.id, with: [X25519Identity()], at: Workplace.time)
    }
  }

  @Test func twice() async throws {
    let ready = try await Ready().ready()
    #expect(try await ready.release().isReleased)
    let files = ready.released
    await #expect(throws: CaseRefusal.self) { try await ready.release() }
    #expect(ready.released == files)
  }

  @Test func anOutputEditedByHandShows() async throws {
    let ready = try await Ready().ready()
    let folder = try #require(try await ready.release().folder)
    for file in ["redacted.txt", "release.json", "release.tlog-proof"] {
      let path = "case/\(folder)/\(file)"
      let before = ready.place[path]
      ready.place[path]?.append(0x0A)
      #expect(
        try await ready.folder.verifyReleases(ready.folder.verify()).contains {
          !$0.findings.isEmpty
        }, "\(file)")
      ready.place[path] = before
    }
    ready.place["case/\(folder)/notes.txt"] = Data("x".utf8)
    #expect(
      try await ready.folder.verifyReleases(ready.folder.verify()).contains { !$0.findings.isEmpty }
    )
  }

  @Test func aRevisionTakesThePlaceOfTheOneBefore() async throws {
    let ready = try await Ready().ready()
    #expect(try await ready.release().isReleased)
    try await ready.plan()
    _ = try await ready.ready()
    let report = try await ready.release()
    #expect(report.revision == 2 && report.isReleased)
    let one = "released/\(ready.id)/1/"
    #expect(
      ready.released.filter { $0.hasPrefix(one) } == [
        one + "tombstone.json", one + "tombstone.tlog-proof",
      ])
    #expect(
      try await ready.folder.verifyReleases(ready.folder.verify()).map(\.state) == [
        "superseded", "released",
      ])
  }
}
