internal import Audit

/// What stands in the place of a released text that is no longer released:
///
///     {"v":1,"item":"…","revision":1,"state":"superseded","sha256":"…","act":"…"}
struct Tombstone {
  static let file = "tombstone.json"

  /// Why it is gone.
  enum State: String {
    /// A later revision took its place.
    case superseded
    /// It was taken back.
    case withdrawn
  }

  let item: String
  let revision: Int
  let state: State
  /// The digest of the text that stood there, in hexadecimal digits.
  let sha256: String
  /// The digest of a file that came with the act, in hexadecimal digits: by it an interrupted one
  /// is known to be done.
  let act: String

  var bytes: [UInt8] {
    JSON.object([
      .init("v", 1), .init("item", item), .init("revision", revision),
      .init("state", state.rawValue), .init("sha256", sha256), .init("act", act),
    ]).bytes + [0x0A]
  }

  init(item: String, revision: Int, state: State, sha256: String, act: String) {
    self.item = item
    self.revision = revision
    self.state = state
    self.sha256 = sha256
    self.act = act
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.last == 0x0A, let json = try? JSON(parsing: Array(bytes.dropLast())),
      json["v"]?.number == 1, let item = json["item"]?.string,
      let revision = json["revision"]?.number,
      let state = json["state"]?.string.flatMap(State.init), let sha256 = json["sha256"]?.string,
      let act = json["act"]?.string
    else { return nil }
    self.init(item: item, revision: revision, state: state, sha256: sha256, act: act)
  }
}

extension CaseFolder {
  /// Why a revision is no longer released; nil where it is.
  func tombstone(_ id: String, _ revision: Int) throws -> Tombstone.State? {
    try disk.read("\(CaseLayout.released(id, revision))/\(Tombstone.file)").flatMap(
      Tombstone.init)?.state
  }
}
