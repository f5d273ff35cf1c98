import Redaction
import Testing

/// A policy that does not load: what is on its lines from the sixth on, the line and the word.
struct RefusedPolicy: CustomTestStringConvertible, Sendable {
  var lines: String
  var line: Int
  var nearest: String?
  var testDescription: String { lines }

  init(_ lines: String, line: Int, nearest: String? = nil) {
    self.lines = lines
    self.line = line
    self.nearest = nearest
  }

  static let head = "version: 1\nname: mine\naudience: us\nunknown: mask\n"

  static let all = [
    RefusedPolicy("rules: []\nkeeps: [countries]", line: 6, nearest: "keep"),
    RefusedPolicy("rules: []\nauthor: me", line: 6),
    RefusedPolicy("rules:\n- {kind: plase, treatment: keep, why: ok}", line: 6, nearest: "place"),
    RefusedPolicy(
      "rules:\n- {kind: place, treatment: generalise, level: country, why: ok}",
      line: 6, nearest: "generalize"),
    RefusedPolicy(
      "rules:\n- kind: place\n  treatment: generalize\n  level: contry\n  why: ok",
      line: 8, nearest: "country"),
    RefusedPolicy("rules:\n- {kind: place, treatment: generalize, level: month, why: ok}", line: 6),
    RefusedPolicy("rules:\n- {kind: place, treatment: generalize, why: ok}", line: 6),
    RefusedPolicy("rules:\n- {kind: place, treatment: keep, level: country, why: ok}", line: 6),
    RefusedPolicy("rules:\n- {kind: place, treatment: pseudonymize, why: ok}", line: 6),
    RefusedPolicy("rules:\n- {kind: place, treatment: keep}", line: 6),
    RefusedPolicy("rules:\n- {kind: place, treatment: keep, why: \"  \"}", line: 6),
    RefusedPolicy("rules:\n- {kind: place, treatment: keep, why: 12}", line: 6),
    RefusedPolicy("rules:\n- {kind: place, treatment: keep, why: [a, b]}", line: 6),
    RefusedPolicy("rules:\n- {kind: place, why: ok}", line: 6),
    RefusedPolicy("rules:\n- {treatment: keep, why: ok}", line: 6),
    RefusedPolicy(
      "rules:\n- {kind: unit, treatment: keep, why: ok}\n- {kind: age, treatment: keep,"
        + " why: ok}\n- {kind: unit, treatment: mask, why: ok}", line: 8),
    RefusedPolicy(
      "rules:\n- {kind: place, treatment: keep, keep: [contries], why: ok}",
      line: 6, nearest: "countries"),
    RefusedPolicy(
      "rules:\n- {kind: place, treatment: keep, keep: [public-dates], why: ok}", line: 6),
    RefusedPolicy(
      "rules:\n- {kind: age, treatment: keep, style: braces, why: ok}",
      line: 6, nearest: "brackets"),
    RefusedPolicy("rules: []\nkeep: [public-figure]", line: 6, nearest: "public-figures"),
    RefusedPolicy("rules: []\nkeep: [countries, countries]", line: 6),
    RefusedPolicy("rules: []\nkeep: countries", line: 6),
    RefusedPolicy("rules: []\npeople: {protected: pseudonimize}", line: 6, nearest: "pseudonymize"),
    RefusedPolicy("rules: []\npeople: {protcted: keep}", line: 6, nearest: "protected"),
    RefusedPolicy("rules: []\nmarker: {show: first}", line: 6, nearest: "first-mention"),
    RefusedPolicy("rules: []\nmarker: {wording: {de: x}}", line: 6),
    RefusedPolicy("rules: []\nmarker: {wording: {en: {m: x, f: x}}}", line: 6),
    RefusedPolicy("rules: []\nexamples: [{text: a, become: b}]", line: 6, nearest: "becomes"),
    RefusedPolicy("rules: []\nexamples: [{text: a, becomes: b, language: none}]", line: 6),
    RefusedPolicy("rules: []\nmask_form: .5", line: 6, nearest: "mask_from"),
    RefusedPolicy("rules: []\nmask_from: 1.01", line: 6),
    RefusedPolicy("rules: []\nmask_from: -0.1", line: 6),
    RefusedPolicy("rules: []\nmask_from: 1e-1", line: 6),
    RefusedPolicy("rules: []\nmask_from: \"0.5\"", line: 6),
    RefusedPolicy("rules: []\nmask_from: 0,5", line: 6),
    RefusedPolicy("rules: []\nmask_from: 1.", line: 6),
    RefusedPolicy("rules: []\nmask_from: .", line: 6),
    RefusedPolicy("rules: []\nmask_from: [.5]", line: 6),
    RefusedPolicy("rules: []\nmask_from: {persons: .5}", line: 6, nearest: "person"),
    RefusedPolicy("rules: []\nmask_from:\n  person: .5\n  place: half", line: 8),
    RefusedPolicy("rules: []\nreview_from: .3", line: 6),
    RefusedPolicy("rules: []\nmask_from: .4\nreview_from: .41", line: 7),
    RefusedPolicy("rules: []\nmask_from: .4\nreview_from:\n  place: .1\n  unit: .5", line: 9),
    RefusedPolicy(
      "rules: []\nmask_from: {job: .1, other: .6}\nreview_from:\n  job: .05\n  other: .7", line: 9),
    RefusedPolicy("rules: {}", line: 5),
    RefusedPolicy("", line: 1),
    RefusedPolicy("rules: []\nrules: []", line: 5),
    RefusedPolicy("rules: &r []\nexamples: *r", line: 5),
    RefusedPolicy("rules: []\nexamples: *nowhere", line: 6),
    RefusedPolicy("rules: !!seq []\ndescription: !!binary aGk=", line: 6),
    RefusedPolicy("rules: []\ndescription: &name text", line: 6),
    RefusedPolicy("rules: [", line: 5),
    RefusedPolicy("rules: []\n---\nrules: []", line: 6),
    RefusedPolicy("rules: []\n? [a, b]\n: c", line: 6),
    RefusedPolicy("rules: []\ndescription: \"a\u{7}b\"", line: 6),
  ]
}

@Suite struct PolicyDecodingTests {
  @Test(arguments: RefusedPolicy.all) func aFaultIsRefusedWithItsLineAndTheNearestWord(
    _ policy: RefusedPolicy
  ) throws {
    let error = try #require(throws: PolicyError.self) {
      try Policy(yaml: RefusedPolicy.head + policy.lines + "\n", file: "mine.yaml")
    }
    #expect(error.position == FilePosition(file: "mine.yaml", line: policy.line), "\(error)")
    if let nearest = policy.nearest {
      #expect(error.nearest == nearest)
      #expect(error.description.contains("did you mean '\(nearest)'?"))
    }
    #expect(error.description.hasPrefix("mine.yaml:\(policy.line): "))
  }

  @Test func theVersionHasToBeOneThatIsRead() {
    for version in ["2", "\"1\"", "1.0", "one", ""] {
      #expect(throws: PolicyError.self) {
        try Policy(yaml: "version: \(version)\nname: a\naudience: b\nrules: []", file: "v")
      }
    }
  }

  @Test func bytesThatAreNotUTF8AreRefusedWithTheirLine() {
    var bytes = Array(RefusedPolicy.head.utf8)
    bytes += [0x61, 0xFF, 0x0A]
    #expect(throws: PolicyError.notUTF8(FilePosition(file: "bad", line: 5))) {
      try Policy(yaml: bytes, file: "bad")
    }
  }

  @Test func aHugeOrEmptyFileIsRefused() {
    let huge = [UInt8](repeating: 0x23, count: (1 << 20) + 1)
    #expect(throws: PolicyError.tooLarge(FilePosition(file: "big", line: 1), limit: 1 << 18)) {
      try Policy(yaml: huge, file: "big")
    }
    for text in ["", "\n\n", "# nothing\n", "---\n", "~", "\u{FEFF}"] {
      #expect(throws: PolicyError.self) { try Policy(yaml: text, file: "empty") }
    }
  }

  @Test func aliasesThatMultiplyAreRefusedAtOnce() throws {
    var text = "a0: &a0 [x, x]\n"
    for i in 1...60 { text += "a\(i): &a\(i) {? *a\(i - 1) : *a\(i - 1), b: *a\(i - 1)}\n" }
    let error = try #require(throws: PolicyError.self) { try Policy(yaml: text, file: "bomb") }
    #expect(error == .indirection(FilePosition(file: "bomb", line: 2)))
  }

  @Test func bracketsNestedWithoutEndAreRefused() {
    for depth in [900, 2_000, 500_000] {
      let text = "rules: " + String(repeating: "[", count: depth)
      #expect(throws: PolicyError.self) { try Policy(yaml: text, file: "deep") }
    }
  }

  @Test func starsAndAmpersandsInsideTextAreText() throws {
    var text = "version: 1\nname: a\naudience: b\nexamples:\n"
    for _ in 0..<30 { text += "  - {text: \"R & D, 2 *3\", becomes: it is *bold* here}\n" }
    let policy = try Policy(yaml: text + "rules: []\n", file: "stars")
    #expect(policy.examples.count == 30)
  }

  @Test func changedBytesNeverDoMoreThanThrow() {
    var random = SeededGenerator(seed: 20_220_921)
    var loaded = 0
    for round in 0..<600 {
      let name = Policy.shippedNames[round % Policy.shippedNames.count]
      let source = Array((Policy.shippedSource(named: name) ?? "").utf8)
      let changed = mutated(source, using: &random)
      do throws(PolicyError) {
        _ = try Policy(yaml: changed, file: "fuzz")
        loaded += 1
      } catch {
        let lines = 1 + changed.count { $0 == 0x0A }
        #expect((1...lines).contains(error.position.line), "\(error)")
      }
    }
    #expect(loaded > 0 && loaded < 600)
  }
}
