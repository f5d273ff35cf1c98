internal import Audit
package import Redaction
package import Sealing

/// The whole text of an item as it will be published, for whoever approves or releases it.
package struct PublishedText: Sendable {
  /// Which item it is, by its id.
  package let item: String
  /// Which release it would be, from 1.
  package let revision: Int
  /// The text, byte for byte.
  package let bytes: [UInt8]
  /// Where it is doubtful whether something leads to somebody, in UTF-8 offsets of the text: what
  /// was shown for review, whatever was decided then.
  package let doubtful: [TextSpan]
  /// The digest of the release, which an approval signs.
  package let digest: String

  /// The text with a pair of marks around each doubtful place.
  package func marked(_ open: String, _ close: String) -> [UInt8] {
    var marked: [UInt8] = []
    var last = 0
    for span in doubtful where span.start >= last {
      marked += bytes[last..<span.start] + Array(open.utf8)
      marked += bytes[span.start..<span.end] + Array(close.utf8)
      last = span.end
    }
    return marked + bytes[last...]
  }
}

extension CaseFolder {
  /// The text of an item as it would be published now.
  package func published(
    _ id: String, with identities: [any Identity],
    text: @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
  ) throws -> PublishedText {
    let log = try verified()
    return try published(work(id, with: identities, log, text).work, log)
  }

  func published(_ work: Work, _ log: CaseLog) throws -> PublishedText {
    let redacted = try work.redacted()
    let manifest = try work.manifest(
      redacted, former: former(work.plan.item, before: work.plan.revision, log))
    let places = redacted.review.map { redacted.outputSpan(of: $0.span) }
    return PublishedText(
      item: work.plan.item, revision: work.plan.revision, bytes: redacted.bytes,
      doubtful: places.filter { $0.count > 0 }.sorted(), digest: try manifest.digest())
  }

  /// Throws where somebody was shown another text than the one there is now.
  static func check(_ manifest: ReleaseManifest, isAs shown: PublishedText?) throws {
    guard let shown, try manifest.digest() != shown.digest else { return }
    throw CaseRefusal(
      .refused, "\(shown.item) was changed while it was read; look at it again")
  }
}

extension CaseFolder {
  /// What a new plan would change of what would be published now.
  package struct PlanDifference: Sendable {
    /// The item whose plan would change, by its id.
    package let item: String
    /// The line of the original, from 1.
    package let line: Int
    /// What stands there by the plan that is kept, and by a new one; nil where nothing is decided.
    package let before, after: Decision?
  }

  /// Compares the plans that are kept with those that would be made now; stores nothing.
  package func planDifferences(
    _ ids: [String] = [], _ planning: Planning, with identities: [any Identity]
  ) throws -> [PlanDifference] {
    let log = try verified()
    let named = try ids.isEmpty ? planned(with: identities) : ids
    return try drafts(of: named, isAll: false, planning, with: identities, log).flatMap { draft in
      guard let old = draft.old else { return [PlanDifference]() }
      let text = draft.testimony.bytes
      let (before, after) = (old.decisions.map(\.decision), draft.plan.decisions.map(\.decision))
      func isIn(_ all: [Decision], _ decision: Decision) -> Bool {
        all.contains {
          $0.span == decision.span && $0.treatment == decision.treatment
            && $0.replacement == decision.replacement
        }
      }
      let places = before.filter { !isIn(after, $0) } + after.filter { !isIn(before, $0) }
      return Set(places.map(\.span)).sorted().map { span in
        PlanDifference(
          item: old.item, line: 1 + text[..<span.start].count { $0 == 0x0A },
          before: before.first { $0.span == span }, after: after.first { $0.span == span })
      }
    }
  }
}
