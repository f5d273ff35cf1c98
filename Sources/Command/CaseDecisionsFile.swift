internal import Custody
internal import Foundation
internal import Redaction

/// A file of decisions, in the form of a report:
///
///     {"by": "Anna", "decisions": [
///       {"start": 31, "end": 37},                                          what is proposed
///       {"start": 40, "end": 46, "treatment": "keep", "why": "a dog"},
///       {"start": 60, "end": 71, "treatment": "generalize", "replacement": "a town"},
///       {"start": 80, "end": 86, "entity": "p-2", "everywhere": true}]}    the pseudonym of p-2
struct CaseDecisionsFile: Decodable {
  private struct Entry: Decodable {
    let start, end: Int
    let treatment, replacement, kind, entity, why, reason, level: String?
    let everywhere: Bool?
  }

  /// Who decided.
  let by: String?
  /// The item, where the file says so.
  let id: String?
  private let decisions: [Entry]

  static func read(_ path: String) throws -> CaseDecisionsFile {
    let bytes = try contents(of: path, limit: 1 << 28)
    do {
      return try JSONDecoder().decode(CaseDecisionsFile.self, from: Data(bytes))
    } catch {
      throw Refusal(
        .badInput, "\(printable(path)) is no file of decisions; 'underseal review --help' shows one"
      )
    }
  }

  /// The rulings, with places in bytes of the text.
  func rulings(on text: [UInt8]) throws -> [Ruling] {
    var offsets = text.indices.filter { text[$0] & 0xC0 != 0x80 }
    offsets.append(text.count)
    return try decisions.enumerated().map { number, entry in
      guard 0 <= entry.start, entry.start < entry.end, entry.end < offsets.count else {
        throw Refusal(.badInput, "decision \(number + 1) names a place that is not in the text")
      }
      return Ruling(
        TextSpan(offsets[entry.start], offsets[entry.end]), try Self.act(entry, number + 1),
        isEverywhere: entry.everywhere ?? false)
    }
  }

  private static func act(_ entry: Entry, _ number: Int) throws -> Ruling.Act {
    guard let word = entry.treatment else {
      if let entity = entry.entity { return .pseudonym(of: entity) }
      return entry.replacement.map { .replace(.mask, with: $0, kind: nil) } ?? .accept
    }
    guard let treatment = SealedPlan.treatment(word, level: entry.level) else {
      throw Refusal(
        .badInput,
        "decision \(number): 'treatment' is keep, suppress, mask, pseudonymize or generalize")
    }
    let kind = try entry.kind.map { word in
      guard let kind = EntityKind(rawValue: word) else {
        throw Refusal(.badInput, "decision \(number): there is no such kind")
      }
      return kind
    }
    switch treatment {
    case .keep:
      guard let why = entry.why ?? entry.reason else {
        throw Refusal(.badInput, "decision \(number): what is kept needs a reason; add \"why\"")
      }
      return .keep(why: why)
    case .pseudonymize:
      if entry.replacement == nil, let entity = entry.entity { return .pseudonym(of: entity) }
      return .replace(treatment, with: entry.replacement, kind: kind ?? .person)
    default: return .replace(treatment, with: entry.replacement, kind: kind)
    }
  }
}
