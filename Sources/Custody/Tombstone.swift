internal import Audit

/// What stands in the place of a released text that is no longer released, beside a proof that the
/// log has it:
///
///     {"v":1,"item":"…","revision":1,"state":"superseded","sha256":"…","vkey":"…"}
///
/// The first version's ended with "act", and had no proof.
struct Tombstone {
  static let file = "tombstone.json", proofFile = "tombstone.tlog-proof"

  /// Why it is gone.
  enum State: String {
    /// A later revision took its place.
    case superseded
    /// It was taken back.
    case withdrawn

    /// What the log says of its file.
    var leaf: Leaf.State {
      switch self {
      case .superseded: .superseded
      case .withdrawn: .withdrawn
      }
    }

    /// What the log's word is of; nil for a text that is out.
    init?(leaf: Leaf.State) {
      switch leaf {
      case .superseded: self = .superseded
      case .withdrawn: self = .withdrawn
      case .present, .removed: return nil
      }
    }
  }

  let item: String
  let revision: Int
  let state: State
  /// The digest of the text that stood there, in hexadecimal digits.
  let sha256: String
  /// The key of the log that signed; nil in the first version.
  let vkey: VerifierKey?
  /// In the first version the digest of a file that came with the act, by which an interrupted one
  /// is known to be done.
  let act: Hash?

  var bytes: [UInt8] {
    JSON.object([
      .init("v", 1), .init("item", item), .init("revision", revision),
      .init("state", state.rawValue), .init("sha256", sha256),
      .init("vkey", vkey?.text ?? ""),
    ]).bytes + [0x0A]
  }

  init(item: String, revision: Int, state: State, sha256: String, vkey: VerifierKey) {
    self.item = item
    self.revision = revision
    self.state = state
    self.sha256 = sha256
    self.vkey = vkey
    act = nil
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.last == 0x0A, let json = try? JSON(parsing: Array(bytes.dropLast())),
      case .object(let members) = json, members.count == 6, json["v"]?.number == 1,
      let item = json["item"]?.string, let revision = json["revision"]?.number,
      let state = json["state"]?.string.flatMap(State.init), let sha256 = json["sha256"]?.string
    else { return nil }
    self.item = item
    self.revision = revision
    self.state = state
    self.sha256 = sha256
    if let text = json["vkey"]?.string {
      guard let key = try? VerifierKey(text) else { return nil }
      vkey = key
      act = nil
    } else {
      guard let text = json["act"]?.string else { return nil }
      vkey = nil
      act = Hash(hexadecimal: text)
    }
  }
}
