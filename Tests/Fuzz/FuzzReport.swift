internal import Redaction

@testable import Command

/// A report is read or refused with its line; what is read lies in its text, in order.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReport(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    for report in try ReportFile.reports(in: input, name: "r.json") {
      let scalars = String(decoding: report.text, as: UTF8.self).unicodeScalars.count
      var last = 0
      for entry in report.entries {
        precondition(entry.output.start >= last && entry.output.end <= scalars)
        last = entry.output.end
      }
      _ = report.policyName
      _ = report.isPublic
    }
  } catch let refusal as Refusal {
    precondition(refusal.status == .badInput && refusal.sentence.hasPrefix("r.json:"))
  } catch {
    preconditionFailure("a report is refused in words")
  }
  return 0
}
