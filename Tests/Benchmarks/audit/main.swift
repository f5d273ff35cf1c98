// How appending, verifying and proving grow with the log. Run it as
//
//     swift run -c release AuditBenchmark [FOLDER] [DECISIONS]
//
// It makes a log in a folder of its own below FOLDER (default: the current one), which it removes.

import Audit
import Foundation

let arguments = CommandLine.arguments
let parent = arguments.count > 1 ? arguments[1] : "."
let most = arguments.count > 2 ? Int(arguments[2]) ?? 1_000_000 : 1_000_000
let path = "\(parent)/audit-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
let time = "2026-03-01T09:30:00Z"

/// The entries of one document, as `redact --log` makes them.
func batch(_ count: Int, document: Int) throws -> AuditLog.Batch {
  AuditLog.Batch(
    try (0..<count).map { number in
      try Disclosure(
        .decision,
        [
          .init("at", .string(time)), .init("document", .string("statement-\(document).txt")),
          .init("start", .number(number * 40)), .init("end", .number(number * 40 + 7)),
          .init("outStart", .number(number * 42)), .init("outEnd", .number(number * 42 + 5)),
          .init("kind", .string("person")), .init("treatment", .string("pseudonymize")),
          .init("replacement", .string("Pavel")), .init("recognizer", .string("roster")),
          .init("confidence", .number(1000)), .init("rule", .string("press")),
          .init("reason", .string("protected people")), .init("by", .string("machine")),
          .init("person", .string("p-1")),
        ])
    })
}

func seconds(_ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let passed = try clock.measure(work).components
  return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
}

func text(_ number: Double, _ digits: Int = 2) -> String { String(format: "%.\(digits)f", number) }

final class Syncs: @unchecked Sendable {
  var count = 0
}

let syncs = Syncs()
let count: @Sendable (Disk.Step) throws(AuditError) -> Void = { step in
  if step == .sync { syncs.count += 1 }
}
let log = AuditLog(
  Disk(root: path + "/log", announce: count),
  state: MachineState(folder: path + "/state", announce: count))
try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: path) }

var size = 0
var target = most / 100
while target <= most {
  while size < target {
    size = try log.append(batch(min(50_000, target - size), document: 0), at: time).checkpoint.size
  }
  var appends: [Double] = []
  syncs.count = 0
  for document in 1...40 {
    let entries = try batch(200, document: document)
    appends.append(
      try seconds { size = try log.append(entries, at: time, sealing: { $0 }).checkpoint.size })
  }
  appends.sort()
  let result = log.verify()
  let verify = seconds { _ = log.verify() }
  var prove = 0.0
  for index in stride(from: 0, to: size, by: max(1, size / 50)) {
    prove = max(prove, try seconds { _ = try log.proof(of: index, disclosure: nil) })
  }
  var bytes = 0
  for file in try log.disk.files(below: "tile") {
    bytes += try log.disk.read("tile/" + file.dropFirst(5))?.count ?? 0
  }
  print(
    """
    \(size) entries: \(result.verdict.rawValue); append of 200 decisions: median \
    \(text(appends[20] * 1000, 1)) ms, worst \(text(appends[39] * 1000, 1)) ms, \
    \(syncs.count / 40) syncs; verify \(text(verify)) s; slowest proof \(text(prove * 1000)) ms; \
    \(text(Double(bytes) / Double(size), 1)) bytes an entry
    """)
  target *= 10
}
