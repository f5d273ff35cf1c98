import Audit
import Foundation

/// A folder of a test's own, with a log and a machine's state in it.
final class Folder {
  let path: String
  let log: String
  let state: String

  init() throws {
    path = FileManager.default.temporaryDirectory
      .appending(path: "underseal-audit-\(UUID().uuidString)").path()
    log = path + "/log"
    state = path + "/state"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func open(
    _ announce: @escaping @Sendable (Disk.Step) throws(AuditError) -> Void = { _ in }
  ) -> AuditLog {
    AuditLog(
      Disk(root: log, announce: announce),
      state: MachineState(folder: state, announce: announce))
  }

  /// The log as somebody sees it who knows nothing of it.
  var stranger: AuditLog {
    AuditLog(Disk(root: log), state: MachineState(folder: path + "/stranger"))
  }

  /// Appends decisions about one document, with openings that are not encrypted.
  @discardableResult
  func append(_ count: Int, document: String = "w-1") throws -> AuditLog.Head {
    try open().append(
      try Self.batch(count, document: document), at: "2026-03-01T09:30:00Z", sealing: { $0 })
  }

  static func batch(_ count: Int, document: String = "w-1") throws -> AuditLog.Batch {
    AuditLog.Batch(
      try (0..<count).map { number in
        try Disclosure(
          .decision,
          [
            .init("at", .string("2026-03-01T09:30:00Z")), .init("document", .string(document)),
            .init("start", .number(number)), .init("kind", .string("person")),
          ])
      })
  }

  var files: [String] {
    (FileManager.default.enumerator(atPath: log)?.allObjects as? [String] ?? []).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(log)/\($0)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  subscript(_ file: String) -> [UInt8]? {
    get { FileManager.default.contents(atPath: "\(log)/\(file)").map(Array.init) }
    set {
      let target = "\(log)/\(file)"
      guard let newValue else {
        try? FileManager.default.removeItem(atPath: target)
        return
      }
      let folder = URL(filePath: target).deletingLastPathComponent().path()
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      _ = FileManager.default.createFile(atPath: target, contents: Data(newValue))
    }
  }
}
