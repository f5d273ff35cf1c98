/// The valid word a typing mistake was most likely meant to be.
enum NearestWord {
  /// The word of `valid` with the fewest edits from `word`, or nil when none is close.
  ///
  /// An edit inserts, drops, changes or swaps letters. A word that starts another counts as
  /// one edit away ("male" for "m"). The first of equals wins.
  static func to(_ word: String, among valid: [String]) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    guard !typed.isEmpty, typed.count <= 40 else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in valid {
      let letters = Array(candidate.unicodeScalars)
      var distance = editDistance(typed, letters)
      if typed.starts(with: letters) || letters.starts(with: typed) { distance = min(distance, 1) }
      guard distance <= max(1, max(typed.count, letters.count) / 2) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// The number of edits between two words, a swap of neighbours counting once.
  static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var older = [Int](repeating: 0, count: b.count + 1)
    var old = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var new = [i + 1]
      new.reserveCapacity(b.count + 1)
      for (j, other) in b.enumerated() {
        var least = min(old[j + 1] + 1, new[j] + 1, old[j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other {
          least = min(least, older[j - 1] + 1)
        }
        new.append(least)
      }
      older = old
      old = new
    }
    return old[b.count]
  }
}
