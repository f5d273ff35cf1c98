/// Names that one letter more, less or changed would make a name of the case.
///
/// Two words one letter apart share the first half or the second: both halves are looked up.
struct NearNames {
  /// Shorter names have too many neighbours that are words.
  static let shortest = 6

  private var forms: [[UInt32]] = []
  private var owners: [Int] = []
  private var byHalf: [UInt64: [Int32]] = [:]

  /// The forms of those people of a registry who are not to be named.
  init(_ registry: PersonRegistry, people: Set<Int>) {
    var seen: Set<[UInt32]> = []
    for person in people.sorted() {
      let forms = registry.forms[person]
      for part in forms.parts + forms.aliases.joined() where part.role != .particle {
        for form in part.forms.entries where form.source <= .transliteration {
          let letters = form.text.unicodeScalars.map(\.value)
          if letters.count >= Self.shortest, seen.insert(letters).inserted {
            add(letters, person)
          }
        }
      }
    }
  }

  private mutating func add(_ letters: [UInt32], _ person: Int) {
    let index = Int32(forms.count)
    forms.append(letters)
    owners.append(person)
    let half = letters.count / 2
    byHalf[Self.key(letters[..<half], letters.count, 1), default: []].append(index)
    byHalf[Self.key(letters[half...], letters.count, 2), default: []].append(index)
  }

  private static func key(_ letters: ArraySlice<UInt32>, _ count: Int, _ side: UInt64) -> UInt64 {
    var hash = UInt64(count) << 2 | side
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15 }
    return hash
  }

  /// The person to one of whose names a folded word comes within one letter.
  func person(near word: [UInt8]) -> Int? {
    let letters = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    guard letters.count >= Self.shortest else { return nil }
    for count in letters.count - 1...letters.count + 1 {
      let half = count / 2
      let keys = [
        Self.key(letters.prefix(half), count, 1), Self.key(letters.suffix(count - half), count, 2),
      ]
      for key in keys {
        for index in byHalf[key] ?? [] where Self.isWithinOne(letters, forms[Int(index)]) {
          return owners[Int(index)]
        }
      }
    }
    return nil
  }

  /// Whether one letter added, dropped or changed, or two neighbours swapped, makes one the other.
  static func isWithinOne(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    let shorter = min(a.count, b.count)
    guard abs(a.count - b.count) <= 1 else { return false }
    var head = 0
    while head < shorter, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    let rest = (a.count - head - tail, b.count - head - tail)
    if max(rest.0, rest.1) <= 1 { return true }
    return rest == (2, 2) && a[head] == b[head + 1] && a[head + 1] == b[head]
  }
}
