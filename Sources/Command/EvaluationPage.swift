internal import Redaction

/// The result of `evaluate` for a person and as JSON. Only here may text of a document show: the
/// words of misses, which the user asked for and annotated.
extension Evaluation {
  func page(misses: Int) -> String {
    var page = ""
    if !documents.isEmpty { page += table + faults }
    if let entities { page += Self.benchmark(entities) }
    return misses > 0 ? page + missed(misses).map { $0.line + "\n" }.joined() : page
  }

  private var table: String {
    var rows = [
      ["group", "docs", "D", "D_recall", "D_docs", "Q", "Q_recall", "P", "P_kept", "tok_prec"]
    ]
    func text(_ share: ProtectionScore.Share) -> String {
      share.value.map { EvaluationMeasure.text($0) } ?? "-"
    }
    for (name, score) in groups {
      let isWhole = score.documents > 0
      rows.append([
        name, isWhole ? "\(score.documents)" : "-", "\(score.direct.whole)", text(score.direct),
        isWhole ? "\(score.exposed)" : "-", "\(score.quasi.whole)", text(score.quasi),
        "\(score.public.whole)", text(score.public), text(score.words),
      ])
    }
    return Self.aligned(rows)
  }

  private var faults: String {
    let shown = shown
    let folders = Set(shown.map(\.scored.path)).count
    let share = EvaluationMeasure.text(bracketed.value ?? 0, digits: 2)
    var line =
      "shown \(counted(shown.count, "form")) in \(counted(folders, "document")); bracketed \(share)"
      + " of replacement text; \(counted(holes.count, "hole"))"
    if refused > 0 { line += "; \(counted(refused, "document")) would be refused" }
    return line + "\n"
  }

  private static func benchmark(_ score: EntityScore) -> String {
    let shares = [
      ("ER_direct", score.directEntities), ("ER_quasi", score.quasiEntities),
      ("ER_all", score.entities), ("MR_direct", score.directMentions),
      ("MR_quasi", score.quasiMentions), ("MR_all", score.mentions), ("TR_all", score.tokens),
      ("P_tok", score.precise), ("P_men", score.preciseSpans), ("P_ident", score.identifying),
    ]
    var names = shares.map(\.0)
    var values = shares.map { $0.1.value.map { EvaluationMeasure.text($0) } ?? "-" }
    names += ["F1", "masked", "leakdocs"]
    values += [
      EvaluationMeasure.text(score.f1), EvaluationMeasure.text(score.masked.value ?? 0),
      "\(score.exposed)",
    ]
    var rows = [["kind", "entities", "ER", "mentions", "MR"]]
    for (kind, found) in score.kinds.sorted(by: { $0.key < $1.key }) {
      rows.append([
        kind, "\(found.entities.whole)", EvaluationMeasure.text(found.entities.value ?? 0),
        "\(found.mentions.whole)", EvaluationMeasure.text(found.mentions.value ?? 0),
      ])
    }
    let counts =
      "\(counted(score.documents, "document")), \(score.directEntities.whole) direct and"
      + " \(score.quasiEntities.whole) quasi entities, \(score.mentions.whole) mentions\n"
    return aligned([["benchmark"] + names, [""] + values]) + counts + aligned(rows)
  }

  /// Columns of the width of their widest cell, the first one to the left, the others to the right.
  private static func aligned(_ rows: [[String]]) -> String {
    let widths = (0..<(rows.first?.count ?? 0)).map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : "  " + space + cell
      }.joined() + "\n"
    }.joined()
  }

  // MARK: Misses

  /// One thing that went wrong, in its context.
  private struct Missed {
    var problem: String
    var place: String
    var kind: String
    var before: String
    var text: String
    var after: String

    var line: String { "\(problem)\t\(place)\t\(kind)\t…\(before)[\(text)]\(after)…" }
  }

  /// At most `limit` of each sort.
  private func missed(_ limit: Int) -> [Missed] {
    var found: [Missed] = []
    for (sensitivity, problem) in [
      (AnnotatedDocument.Sensitivity.direct, "exposed"), (.quasi, "not blurred"),
      (.public, "needless"),
    ] {
      let misses = documents.flatMap { scored in
        scored.score.misses.filter { $0.sensitivity == sensitivity }.map { (scored, $0.mark) }
      }
      found += misses.prefix(limit).map { Self.missed(problem, $0, $1) }
    }
    found += shown.prefix(limit).map { Self.missed("shown", $0.scored, $0.mark) }
    for (scored, hole, range) in holes.prefix(limit) {
      found.append(
        Self.missed(
          "hole", printable(scored.path), hole.rawValue, scored.redacted.text, range))
    }
    guard let entities else { return found }
    for isDirect in [true, false] {
      for miss in entities.misses.filter({ $0.isDirect == isDirect }).prefix(limit) {
        let document = benchmark[miss.document]
        found.append(
          Self.missed(
            isDirect ? "exposed" : "not blurred", printable(document.id), miss.kind, document.text,
            miss.range))
      }
    }
    return found
  }

  private static func missed(
    _ problem: String, _ scored: Scored, _ mark: AnnotatedDocument.Mark
  ) -> Missed {
    missed(
      problem, "\(printable(scored.path)):\(mark.line)", mark.kind.rawValue, scored.document.text,
      mark.range)
  }

  private static func missed(
    _ problem: String, _ place: String, _ kind: String, _ text: [Unicode.Scalar],
    _ range: Range<Int>
  ) -> Missed {
    func words(_ range: Range<Int>) -> String {
      printable(Array(String(String.UnicodeScalarView(text[range])).utf8))
    }
    let first = max(0, range.lowerBound - 30)
    let last = min(text.count, range.upperBound + 30)
    return Missed(
      problem: problem, place: place, kind: kind, before: words(first..<range.lowerBound),
      text: words(range), after: words(range.upperBound..<last))
  }

  // MARK: JSON

  func json(misses: Int, _ comparison: EvaluationComparison?) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("policy", policy)
      json.member("documents", documents.count + benchmark.count)
      json.member("withPeople", withPeople)
      json.array("measures") { json in
        for measure in measures {
          json.object { json in
            json.member("group", measure.group)
            json.member("measure", measure.name)
            if let share = measure.share {
              json.member("part", share.part)
              json.member("whole", share.whole)
              json.member("value", share.value ?? 0)
            } else {
              json.member("value", Int(measure.value ?? 0))
            }
          }
        }
      }
      if misses > 0 {
        json.array("misses") { json in
          for miss in missed(misses) {
            json.object { json in
              json.member("problem", miss.problem)
              json.member("place", miss.place)
              json.member("kind", miss.kind)
              json.member("before", miss.before)
              json.member("text", miss.text)
              json.member("after", miss.after)
            }
          }
        }
      }
      comparison?.write(to: &json)
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }
}
