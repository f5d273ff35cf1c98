import Audit
import Custody
import Foundation
import Redaction
import Testing

/// Testimonies of the same people: what stands against one together with the others.
struct LinkedTests {
  static let people = [
    Person(id: "p-1", name: "Лев Игоревич Сорока", gender: .male, pseudonym: "Денис"),
    Person(id: "p-2", name: "Надежда Павловна Сорока", gender: .female, pseudonym: "Юлия"),
    Person(id: "p-3", name: "Руслан Тагиров", gender: .male, pseudonym: "Тимур"),
    Person(id: "p-4", name: "Вера Лутц", gender: .female, pseudonym: "Галина"),
    Person(id: "p-5", name: "Marina Gorn", gender: .female, status: .public),
  ]

  /// Names that are words too stand as words in the first: hope and faith.
  static let texts = [
    """
    ИНТЕРВЬЮЕР: Как вас записать?

    СОРОКА: Лев. Со мной в роте был Руслан Тагиров, мы спали койка в койку.

    ИНТЕРВЬЮЕР: Кто вас встретил?

    СОРОКА: Мамина сестра, Вера Лутц. Веры в успех не было никакой, надежды тоже. А Вера накормила.
    """,
    """
    Lev Soroka came to my house with Ruslan Tagirov. Vera Lutz had sent them, and they were hungry. \
    Lev slept for two days, and Ruslan went out for bread.

    Marina Gorn wrote about it.
    """,
    """
    J'ai connu Lev Soroka et sa mère, Nadejda Soroka. Elle avait peur pour lui. Vera Lutz m'a dit \
    que Ruslan Tagirov avait disparu.
    """,
    """
    Я мать Льва. Меня зовут Надежда Сорока. Моя сестра Вера Лутц его спрятала, и мы ей верим.
    """,
  ]

  private final class Linked: @unchecked Sendable {
    let place: Workplace
    let folder: CaseFolder
    var ids: [String] = []

    init() async throws {
      place = try Workplace(compat: true)
      folder = try await place.create()
      try await folder.changePeople(with: [place.first], at: Workplace.time) {
        $0.people = LinkedTests.people
      }
      for text in LinkedTests.texts {
        ids.append(try await AddTests.add(text, to: folder, place))
      }
      let press = Array((Policy.shippedSource(named: "press") ?? "").utf8)
      _ = try await folder.plan(
        [], CaseFolder.Planning(policy: ("press", press), version: "0"), with: [place.first],
        at: Workplace.time)
      for id in ids {
        try await folder.review(
          id, [], accepting: true, as: "Anna", with: [place.first], at: Workplace.time)
        try await folder.approve(id, as: "Boris", with: [place.first], at: Workplace.time)
      }
    }

    func release(_ id: String) async throws -> ReleaseReport {
      try await folder.release(id, with: [place.first], at: Workplace.time)
    }
  }

  @Test(
    arguments: [
      [0, 1, 2, 3], [0, 3, 2, 1], [1, 0, 3, 2], [1, 2, 0, 3], [2, 1, 3, 0], [2, 3, 1, 0],
      [3, 0, 1, 2], [3, 2, 0, 1],
    ])
  func aCleanCaseIsReleasedInWhateverOrder(_ order: [Int]) async throws {
    let linked = try await Linked()
    for index in order {
      let report = try await linked.release(linked.ids[index])
      #expect(
        report.isReleased, "\(order), \(index): \(report.checks.compactMap(\.objection))")
    }
    #expect(linked.folder.verify().verdict == .intact)
    let results = try await linked.folder.verifyReleases(linked.folder.verify())
    #expect(results.count == 4 && results.allSatisfy(\.findings.isEmpty))
  }

  @Test func whoIsProtectedLaterStopsTheNextWithDocumentLineAndFinding() async throws {
    let linked = try await Linked()
    #expect(try await linked.release(linked.ids[1]).isReleased)
    try await linked.folder.changePeople(with: [linked.place.first], at: Workplace.time) {
      $0.people[4].status = .protected
    }
    let press = Array((Policy.shippedSource(named: "press") ?? "").utf8)
    _ = try await linked.folder.plan(
      [linked.ids[2]], CaseFolder.Planning(policy: ("press", press), version: "0"),
      with: [linked.place.first], at: Workplace.time)
    let report = try await linked.release(linked.ids[2])
    let objection = report.checks.first { $0.name == "consistency" }?.objection ?? "-"
    #expect(objection.contains("\(linked.ids[1]), line 3: protected-name"), "\(objection)")
  }

  // MARK: Words written by hand

  @Test(
    arguments: [
      "Keller", "marta keller", "Marta", "martakeller", "Mar ta Kel ler", "Mar-ta Kel-ler",
      "Kеller", "Келлер", "Marta Kellér",
    ])
  func aNameWrittenByHandStopsTheRelease(_ words: String) async throws {
    for treatment in [Treatment.mask, .pseudonymize] {
      let ready = try await GateTests.Ready()
      try await ready.review([
        Ruling(ready.span("the water"), .replace(treatment, with: words, kind: .person))
      ])
      try await ready.approve()
      let objections = try await ready.objections()
      #expect(
        objections["words"]?.contains("line 1 of the new text") == true
          || objections["leaks"]?.contains("line 1 of the new text") == true,
        "\(words): \(objections)")
    }
  }

  @Test func plainWordsWrittenByHandGoOut() async throws {
    let ready = try await GateTests.Ready()
    try await ready.review([
      Ruling(ready.span("the water"), .replace(.mask, with: "the stream, as it was", kind: nil)),
      Ruling(ready.span("Marta Keller"), .pseudonym(of: "p-2")),
    ])
    try await ready.approve()
    #expect(try await ready.release().isReleased)
  }

  @Test(
    arguments: [
      "&#77;arta", "Mar**ta**", "Mar<i>ta</i>", "\u{202E}atraM\u{202C}", "x\u{1B}[31mred", "მართა",
      "Mar\u{200D}ta", "Ｍarta", "Mar\u{AD}ta",
    ])
  func signsThatCouldHideANameAreRefusedAtOnce(_ words: String) async throws {
    let ready = try await GateTests.Ready()
    await ready.refusal("write plain words") {
      try await ready.review([
        Ruling(ready.span("the water"), .replace(.mask, with: words, kind: nil))
      ])
    }
  }
}
