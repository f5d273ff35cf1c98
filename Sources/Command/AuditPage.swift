internal import Audit

/// The result of an audit as one page that needs nothing else: for a court or an editor.
struct AuditPage {
  private let result: AuditResult
  private let log: AuditLog
  private let folder: String
  private static let mostProofs = 500

  init(_ result: AuditResult, log: AuditLog, folder: String) {
    self.result = result
    self.log = log
    self.folder = folder
  }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  /// The page.
  func bytes() -> [UInt8] {
    Array(
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Audit: \(result.word)</title>
      <style>
      body{font:15px/1.5 sans-serif;max-width:72em;margin:2em auto;padding:0 1em;color:#111}
      table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.25em .5em;\
      text-align:left;vertical-align:top}
      pre{background:#eee;padding:.5em;overflow:auto;white-space:pre-wrap;word-break:break-all}
      @media print{details{display:block}}
      </style></head><body>
      <h1>\(result.word)</h1>
      <p>\(Self.escape(result.sentence)).</p>
      \(summary)\(findings)\(decisions)\(checkpoint)\(instructions)\(proofs)
      </body></html>

      """.utf8)
  }

  private var summary: String {
    let rows = result.summary.map {
      "<tr><th scope=\"row\">\(Self.escape($0.0))</th><td>\(Self.escape($0.1))</td></tr>"
    }
    return "<h2>Summary</h2><table>\(rows.joined())</table>\n"
  }

  private var findings: String {
    let found = result.findings.map {
      "\($0.verdict.rawValue): \(printable($0.file))\($0.entry.map { ", entry \($0)" } ?? "")"
        + " \($0.what)"
    }
    let all = found + result.differences
    if all.isEmpty { return "" }
    let items = all.map { "<li>\(Self.escape($0))</li>" }
    return "<h2>What was found</h2><ul>\(items.joined())</ul>\n"
  }

  private var decisions: String {
    guard let lines = result.decisions else {
      return "<p>The decisions were not opened: the auditor's key was not given.</p>\n"
    }
    let head = (["entry"] + AuditEntries.columns.map(\.0)).map { "<th scope=\"col\">\($0)</th>" }
    let rows = lines.map { line in
      let cells = AuditEntries.columns.map {
        "<td>\(Self.escape(printable(AuditEntries.text(line.disclosure.body, $0.1))))</td>"
      }
      return "<tr><td>\(line.index)</td>\(cells.joined())</tr>"
    }
    return "<h2>Decisions</h2><table><tr>\(head.joined())</tr>\n"
      + rows.joined(separator: "\n") + "</table>\n"
  }

  private var checkpoint: String {
    guard let note = result.log.checkpoint else { return "" }
    let text = String(decoding: note.bytes, as: UTF8.self)
    return "<h2>The signed head</h2><pre>\(Self.escape(text))</pre>\n"
  }

  private var instructions: String {
    """
    <h2>How to verify without this program</h2>
    <ol>
    <li>The head above is a checkpoint (c2sp.org/tlog-checkpoint) in a signed note \
    (c2sp.org/signed-note); the vkey in the summary verifies it in any tool for those formats, such \
    as golang.org/x/mod/sumdb/note. Ask the log's owner for the key's code by another way.</li>
    <li>The folder of the log is a tiled log (c2sp.org/tlog-tiles) with the hashes of RFC 6962, \
    SHA-256. Its entries are 64 bytes each.</li>
    <li>An entry {"v":1,"c":"…"} holds the base64url SHA-256 of a disclosure in the form of RFC \
    9901. For each decision below, the <code>extra</code> line of its proof, decoded from base64, is \
    that disclosure: <code>base64 -d | sha256sum</code> gives the commitment; decoded once more from \
    base64url, it reads as the salt, the type and the decision.</li>
    <li>Each proof is a file of c2sp.org/tlog-proof: save it, and check that the entry leads through \
    the hashes to the root in the signed head. <code>underseal check-proof</code> does the \
    same.</li>
    </ol>

    """
  }

  private var proofs: String {
    guard let lines = result.decisions, !lines.isEmpty else { return "" }
    var text = "<h2>Proofs</h2>\n"
    for line in lines.prefix(Self.mostProofs) {
      guard let proof = try? log.proof(of: line.index, disclosure: line.disclosure) else {
        continue
      }
      let file = Self.escape(String(decoding: proof.bytes, as: UTF8.self))
      text += "<details><summary>entry \(line.index)</summary><pre>\(file)</pre></details>\n"
    }
    if lines.count > Self.mostProofs {
      text += "<p>\(lines.count - Self.mostProofs) more: 'underseal prove' makes each.</p>\n"
    }
    return text
  }
}
