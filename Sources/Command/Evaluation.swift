internal import Redaction

/// What `evaluate` found out, as measures, as a page and as JSON.
struct Evaluation {
  /// One annotated document with what was made of it.
  struct Scored: Sendable {
    let path: String
    let document: AnnotatedDocument
    let redacted: RedactedDocument
    let score: DocumentScore
  }

  var policy = ""
  /// How many documents were redacted with a people file.
  var withPeople = 0
  var documents: [Scored] = []
  var entities: EntityScore?
  var benchmark: [EntityDocument] = []

  /// The totals by group: all documents, each language where there are several, each kind.
  var groups: [(name: String, score: ProtectionScore)] {
    guard !documents.isEmpty else { return [] }
    var all = ProtectionScore()
    var languages: [String: ProtectionScore] = [:]
    var kinds: [AnnotatedDocument.Kind: ProtectionScore] = [:]
    for scored in documents {
      all += scored.score.total
      languages[scored.document.language?.rawValue ?? "none", default: .init()] +=
        scored.score.total
      for (kind, score) in scored.score.kinds { kinds[kind, default: .init()] += score }
    }
    var groups = [("all", all)]
    if languages.count > 1 { groups += languages.sorted { $0.key < $1.key } }
    return groups
      + AnnotatedDocument.Kind.allCases.compactMap { kind in
        kinds[kind].map { (kind.rawValue, $0) }
      }
  }

  /// Marks whose words still show, with the document of each.
  var shown: [(scored: Scored, mark: AnnotatedDocument.Mark)] {
    documents.flatMap { scored in
      ReplacementFaults.shown(scored.document, scored.redacted).map { (scored, $0) }
    }
  }

  /// Replacements that do not fit, with the document of each.
  var holes: [(scored: Scored, hole: ReplacementFaults.Hole, output: Range<Int>)] {
    documents.flatMap { scored in
      ReplacementFaults.holes(scored.document, scored.redacted).map { (scored, $0.hole, $0.output) }
    }
  }

  /// How much of the replacements is no prose.
  var bracketed: ProtectionScore.Share {
    documents.reduce(into: ProtectionScore.Share()) { sum, scored in
      let share = ReplacementFaults.bracketed(scored.redacted)
      sum.part += share.part
      sum.whole += share.whole
    }
  }

  /// Documents whose redaction the check before the output would refuse.
  var refused: Int { documents.count { $0.redacted.leaks } }

  // MARK: Measures

  /// Everything that can be compared, in order.
  var measures: [EvaluationMeasure] {
    var measures: [EvaluationMeasure] = []
    for (name, score) in groups {
      measures.append(EvaluationMeasure(name, "D_recall", score.direct))
      if score.documents > 0 {
        measures.append(EvaluationMeasure(name, "D_docs", score.exposed, isBetterHigh: false))
      }
      measures.append(EvaluationMeasure(name, "Q_recall", score.quasi))
      measures.append(EvaluationMeasure(name, "P_kept", score.public))
      if score.documents > 0 { measures.append(EvaluationMeasure(name, "tok_prec", score.words)) }
    }
    if !documents.isEmpty {
      measures.append(EvaluationMeasure("all", "shown", shown.count, isBetterHigh: false))
      measures.append(EvaluationMeasure("all", "holes", holes.count, isBetterHigh: false))
      measures.append(EvaluationMeasure("all", "bracketed", bracketed, isBetterHigh: false))
      measures.append(EvaluationMeasure("all", "refused", refused, isBetterHigh: false))
    }
    return (measures + (entities.map(Self.measures) ?? [])).filter { $0.value != nil }
  }

  private static func measures(of score: EntityScore) -> [EvaluationMeasure] {
    let name = "benchmark"
    var measures = [
      EvaluationMeasure(name, "ER_direct", score.directEntities),
      EvaluationMeasure(name, "ER_quasi", score.quasiEntities),
      EvaluationMeasure(name, "ER_all", score.entities),
      EvaluationMeasure(name, "MR_direct", score.directMentions),
      EvaluationMeasure(name, "MR_quasi", score.quasiMentions),
      EvaluationMeasure(name, "MR_all", score.mentions),
      EvaluationMeasure(name, "TR_all", score.tokens),
      EvaluationMeasure(name, "P_tok", score.precise),
      EvaluationMeasure(name, "P_men", score.preciseSpans),
      EvaluationMeasure(name, "P_ident", score.identifying),
      EvaluationMeasure(name, "masked", score.masked, isBetterHigh: nil),
      EvaluationMeasure(name, "leakdocs", score.exposed, isBetterHigh: false),
    ]
    for (kind, found) in score.kinds.sorted(by: { $0.key < $1.key }) {
      measures.append(EvaluationMeasure("benchmark \(kind)", "ER", found.entities))
      measures.append(EvaluationMeasure("benchmark \(kind)", "MR", found.mentions))
    }
    return measures
  }
}

/// One measure of one group of documents.
struct EvaluationMeasure: Equatable {
  var group: String
  var name: String
  /// Between 0 and 1 for a share, else a count; nil for a share of nothing.
  var value: Double?
  /// What it is a share of; nil for a count.
  var share: ProtectionScore.Share?
  /// Whether more is better; nil where neither is.
  var isBetterHigh: Bool?

  init(
    _ group: String, _ name: String, _ share: ProtectionScore.Share, isBetterHigh: Bool? = true
  ) {
    (self.group, self.name, self.share, self.isBetterHigh) = (group, name, share, isBetterHigh)
    value = share.value
  }

  init(_ group: String, _ name: String, _ count: Int, isBetterHigh: Bool?) {
    (self.group, self.name, self.isBetterHigh) = (group, name, isBetterHigh)
    value = Double(count)
  }

  /// "0.976", or "3" for a count.
  var text: String {
    guard let value else { return "-" }
    return share == nil ? "\(Int(value))" : Self.text(value)
  }

  /// Three digits after the point.
  static func text(_ value: Double, digits: Int = 3) -> String {
    let scale = digits == 3 ? 1000 : 100
    let rounded = Int((value * Double(scale)).rounded(.toNearestOrEven))
    let rest = "\(rounded % scale)"
    let zeros = String(repeating: "0", count: max(0, digits - rest.count))
    return "\(rounded / scale).\(zeros)\(rest)"
  }
}
