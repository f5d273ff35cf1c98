internal import ArgumentParser
internal import Audit
internal import Custody
internal import Redaction
internal import Sealing

/// Runs what a command does to a case, and turns what stands against it into one sentence.
func withCase(_ path: String, _ body: (CaseFolder) async throws -> Void) async throws {
  try await refusingCase(path) {
    guard !path.isEmpty, let status = FileStatus(path) else {
      throw Refusal(.noInput, "there is no folder \(printable(path)); check the name")
    }
    guard status.isFolder else {
      throw Refusal(.badInput, "\(printable(path)) is a file; name the folder of a case")
    }
    try await body(CaseFolder(opening: path, stateFolder: try AuditFolder.stateFolder()))
  }
}

/// The same for what makes its own case.
func refusingCase(_ path: String, _ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error as CaseRefusal {
    throw Refusal(error.status, "\(printable(path)): \(error.sentence)")
  } catch let error as AuditError {
    if error == .otherKey {
      throw Refusal(
        .refused,
        "\(printable(path)): this machine's key is not enrolled; 'underseal status' says how it is")
    }
    throw error.refusal(about: path)
  } catch let error as SealingError {
    throw error.refusal(about: "a file of \(printable(path))", isKeyFile: false)
  } catch let error as PolicyError {
    throw Refusal(.badInput, "\(error)")
  }
}

extension CaseRefusal {
  var status: ExitStatus {
    switch reason {
    case .refused: .refused
    case .badInput: .badInput
    case .notThere: .noInput
    case .inTheWay: .cannotCreate
    case .unfinished: .brokenStream
    case .usage: .usage
    }
  }
}
