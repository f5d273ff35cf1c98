/// Which parts of whose names a folded word may be.
///
/// A form is kept once for each distinct part that has it, not once for each person: a case has
/// hundreds of thousands of forms, and most given names in it are shared.
struct NameFormIndex: Sendable {
  typealias Match = PersonRegistry.PartMatch

  /// Whose name a part stands in, and where.
  struct Owner: Sendable {
    var person: Int
    var part: Int
    var role: NameRole
  }

  /// One part that has a form, and the next one that has it; negative at the end.
  private struct Entry: Sendable {
    var part: Int32
    var next: Int32
    var source: FormSource
  }

  /// An open-addressing table of the forms' keys.
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    /// The first entry of the form; negative where the slot is free.
    var first: Int32 = -1
  }

  private var slots: [Slot]
  private var used = 0
  private var entries: [Entry] = []
  /// Who has each part.
  private var owners: [[Owner]]
  /// A quick no: a bit for the low bits of each key.
  private var filter: [UInt64]

  /// The forms of the distinct parts of a case, which have no owners yet.
  init(_ parts: [NamePart]) {
    let count = parts.reduce(0) { $0 + $1.forms.count }
    slots = Array(repeating: Slot(), count: Self.power(atLeast: 2 * count))
    filter = Array(repeating: 0, count: max(1024, Self.power(atLeast: count / 8)))
    owners = Array(repeating: [], count: parts.count)
    entries.reserveCapacity(count)
    for (place, part) in parts.enumerated() {
      for form in part.forms.entries { insert(form.key, place, form.source) }
    }
  }

  /// Says that a person has a part in the name.
  mutating func add(_ owner: Owner, to place: Int) { owners[place].append(owner) }

  /// Adds the forms of an alias of one word.
  mutating func add(_ forms: Set<FoldedKey>, _ owner: Owner) {
    owners.append([owner])
    for key in forms { insert(key, owners.count - 1, .alias) }
  }

  /// Whether the word is a form of anybody's name.
  func contains(_ key: FoldedKey) -> Bool { mayKnow(key) && slots[slot(of: key)].first >= 0 }

  /// Everybody of whose name the word may be a part, in the order of the people.
  @inline(__always)
  func matches(_ key: FoldedKey) -> [Match] { mayKnow(key) ? known(key) : [] }

  private func known(_ key: FoldedKey) -> [Match] {
    var out: [Match] = []
    var next = slots[slot(of: key)].first
    while next >= 0 {
      let entry = entries[Int(next)]
      for owner in owners[Int(entry.part)] {
        out.append(
          Match(person: owner.person, part: owner.part, role: owner.role, source: entry.source))
      }
      next = entry.next
    }
    out.sort { ($0.person, $0.part) < ($1.person, $1.part) }
    return out
  }

  /// A quick no; a yes may be wrong.
  @inline(__always)
  func mayKnow(_ key: FoldedKey) -> Bool {
    let word = Int(truncatingIfNeeded: key.hash &>> 6) & (filter.count - 1)
    return filter[word] & 1 << (key.hash & 63) != 0
  }

  private mutating func insert(_ key: FoldedKey, _ part: Int, _ source: FormSource) {
    if 2 * used >= slots.count { grow() }
    filter[Int(truncatingIfNeeded: key.hash &>> 6) & (filter.count - 1)] |= 1 << (key.hash & 63)
    let place = slot(of: key)
    if slots[place].first < 0 { used += 1 }
    entries.append(Entry(part: Int32(part), next: slots[place].first, source: source))
    slots[place] = Slot(hash: key.hash, first: Int32(entries.count - 1))
  }

  private func slot(of key: FoldedKey) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key.hash ^ key.hash &>> 32) & mask
    while slots[place].first >= 0, slots[place].hash != key.hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: 2 * old.count)
    for one in old where one.first >= 0 { slots[slot(of: FoldedKey(hash: one.hash))] = one }
  }

  private static func power(atLeast count: Int) -> Int {
    var size = 16
    while size < count { size *= 2 }
    return size
  }
}
