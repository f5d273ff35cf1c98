internal import Audit

/// What the log says of a case: which file lies where, and what that makes of each item. Nothing of
/// it is taken from the names of files.
struct CaseLog: Sendable {
  let verification: LogVerification
  /// What is known of each item, by id.
  private(set) var items: [String: Item] = [:]
  /// The registry's generations that are there.
  private(set) var generations: [Int] = []
  /// The newest of them; 0 where there is none.
  var generation: Int { generations.max() ?? 0 }

  /// What the log says of one item.
  struct Item: Sendable {
    var isSealed = false
    /// Whether its key is there; it is not when it was shredded.
    var hasKey = false
    /// Its plan, or the notice that it was withdrawn.
    var plan: Placed?
    /// What was released, by revision: a text that is out, or the note of one that no longer is.
    var revisions: [Int: Placed] = [:]

    /// The newest revision that is out, or was; 0 before the first.
    var newestRevision: Int { revisions.keys.max() ?? 0 }
    var isWithdrawn: Bool { plan?.state == .withdrawn }
    var hasPlan: Bool { plan?.isThere == true }
  }

  init(_ verification: LogVerification) {
    self.verification = verification
    for (place, placed) in verification.places { add(place, placed) }
  }

  private mutating func add(_ place: String, _ placed: Placed) {
    let parts = place.split(separator: "/").map(String.init)
    guard parts.count > 1 else { return }
    if parts[0] == CaseLayout.released, parts.count == 3, let revision = Int(parts[2]) {
      items[parts[1], default: Item()].revisions[revision] = placed
    } else if parts[0] == CaseLayout.registry, let generation = CaseLayout.generation(parts[1]) {
      if placed.isThere { generations.append(generation) }
    } else if let id = CaseLayout.id(ofFile: parts[1]) {
      switch parts[0] {
      case CaseLayout.sealed: items[id, default: Item()].isSealed = placed.isThere
      case CaseLayout.keys: items[id, default: Item()].hasKey = placed.isThere
      case CaseLayout.plans: items[id, default: Item()].plan = placed
      default: break
      }
    }
  }

  subscript(_ id: String) -> Item { items[id] ?? Item() }

  /// The ids of all items, sorted.
  var ids: [String] { items.filter { $0.value.isSealed }.keys.sorted() }

  /// What the log says of the file of a path; nil where it names none.
  func placed(_ path: String) -> Placed? { verification.places[CaseLayout.place(of: path)] }

  /// Whether a file of these bytes belongs at a path.
  func names(_ path: String, _ digest: Hash) -> Bool {
    placed(path).map { $0.isThere && $0.digest == digest } ?? false
  }
}
