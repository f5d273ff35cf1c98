import Foundation
import Redaction
import Testing

@Suite struct PolicySchemaTests {
  private let schema: [String: Any]

  init() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bytes = try Data(contentsOf: package.appending(path: "Policies/schema.json"))
    schema = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  /// The value at a path of keys.
  private func at(_ path: String, in root: [String: Any]? = nil) throws -> Any {
    var value: Any = root ?? schema
    for key in path.split(separator: "/") {
      value = try #require((value as? [String: Any])?[String(key)], "\(path): no \(key)")
    }
    return value
  }

  private func words(_ path: String, in root: [String: Any]? = nil) throws -> [String] {
    try #require(at(path + "/enum", in: root) as? [String])
  }

  @Test func theEnumsOfTheSchemaAreThoseOfTheLibrary() throws {
    let rule = "definitions/rule/properties/"
    #expect(try words(rule + "kind") == EntityKind.allCases.map(\.rawValue))
    #expect(Set(try words(rule + "level")) == Set(GeneralizationLevel.allCases.map(\.rawValue)))
    #expect(try words(rule + "keep/items") == Kept.allCases.map(\.rawValue))
    #expect(try words("properties/keep/items") == Kept.allCases.map(\.rawValue))
    #expect(try words("definitions/style") == ReplacementStyle.allCases.map(\.rawValue))
    #expect(try words("definitions/person") == PersonTreatment.allCases.map(\.rawValue))
    #expect(try words("properties/unknown") == UnknownWords.allCases.map(\.rawValue))
    #expect(
      try words("properties/marker/properties/show")
        == PseudonymMarker.Show.allCases.map(\.rawValue))
    let languages = Language.allCases.filter { $0 != .none }.map(\.rawValue)
    #expect(try words("properties/examples/items/properties/language") == languages)
    let wording = try at("properties/marker/properties/wording/properties") as? [String: Any]
    #expect(Set(try #require(wording).keys) == Set(languages))
    #expect(try at("properties/version/const") as? Int == Policy.formatVersion)
  }

  @Test func theSchemaKnowsTheThresholdsOfEachKind() throws {
    for key in ["mask_from", "review_from"] {
      let entry = try #require(at("properties/\(key)") as? [String: Any])
      #expect(entry["$ref"] as? String == "#/definitions/thresholds")
    }
    let forms = try #require(at("definitions/thresholds/oneOf") as? [[String: Any]])
    let map = try #require(forms.last?["properties"] as? [String: Any])
    #expect(Set(map.keys) == Set(EntityKind.allCases.map(\.rawValue)))
    #expect(forms.last?["additionalProperties"] as? Bool == false)
    #expect(try at("definitions/threshold/minimum") as? Int == 0)
    #expect(try at("definitions/threshold/maximum") as? Int == 1)
  }

  /// What the schema allows for a kind, tried on the decoder in every combination.
  @Test(arguments: EntityKind.allCases) func theSchemaAllowsForAKindWhatTheDecoderReads(
    _ kind: EntityKind
  ) throws {
    let conditions = try #require(at("definitions/rule/allOf") as? [[String: Any]])
    let condition = try #require(
      conditions.first {
        (try? at("if/properties/kind/const", in: $0) as? String) == kind.rawValue
      })
    let treatments = try words("then/properties/treatment", in: condition)
    let levels = try words("then/properties/level", in: condition)
    let keep = try #require(at("then/properties/keep", in: condition) as? [String: Any])
    let kept = keep["maxItems"] as? Int == 0 ? [] : try words("items", in: keep)
    func loads(_ rest: String) -> Bool {
      let rule = "{kind: \(kind.rawValue), why: because it is so\(rest)}"
      let text = "version: 1\nname: a\naudience: b\nrules: [\(rule)]\n"
      return (try? Policy(yaml: text, file: "a")) != nil
    }
    for treatment in try words("definitions/rule/properties/treatment") {
      for level in [nil] + GeneralizationLevel.allCases.map(\.rawValue) as [String?] {
        let allowed =
          treatments.contains(treatment)
          && (treatment == "generalize" ? level.map(levels.contains) ?? false : level == nil)
        let rest = ", treatment: \(treatment)" + (level.map { ", level: \($0)" } ?? "")
        #expect(loads(rest) == allowed, "\(kind) \(treatment) \(level ?? "-")")
      }
    }
    for word in Kept.allCases.map(\.rawValue) {
      #expect(loads(", treatment: keep, keep: [\(word)]") == kept.contains(word), "\(kind) \(word)")
    }
    #expect(loads("") == (kind == .person))
  }
}
