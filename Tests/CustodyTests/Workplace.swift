import Audit
import Custody
import Foundation
import HybridSealing
import Sealing

/// A folder of a test's own, with a case, a machine's state and keys.
final class Workplace: Sendable {
  static let time = "2026-03-01T09:30:00Z"

  let path: String
  let first: any IdentityKey
  let second: any IdentityKey

  init(compat: Bool = false) throws {
    path = FileManager.default.temporaryDirectory
      .appending(path: "underseal-custody-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #if PostQuantum
      if !compat {
        (first, second) = (try HybridIdentity(), try HybridIdentity())
        return
      }
    #endif
    (first, second) = (try X25519Identity(), try X25519Identity())
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var folder: String { path + "/case" }
  var state: String { path + "/state" }

  func create(auditors: [any RecipientKey] = []) async throws -> CaseFolder {
    try await CaseFolder.create(
      folder, stateFolder: state,
      CaseFolder.Beginning(
        recipients: [first.recipient, second.recipient], auditors: auditors, identities: [first]),
      at: Self.time)
  }

  func open(state other: String? = nil) throws -> CaseFolder {
    try CaseFolder(opening: folder, stateFolder: other ?? state)
  }

  /// Every file below the case, without the lock.
  var files: [String] {
    (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\($0)", isDirectory: &isFolder)
        && !isFolder.boolValue && $0 != "lock"
    }.sorted()
  }

  subscript(_ file: String) -> Data? {
    get { FileManager.default.contents(atPath: "\(path)/\(file)") }
    set {
      let target = "\(path)/\(file)"
      guard let newValue else {
        try? FileManager.default.removeItem(atPath: target)
        return
      }
      _ = FileManager.default.createFile(atPath: target, contents: newValue)
    }
  }
}
