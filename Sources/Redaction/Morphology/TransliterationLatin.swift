/// Cyrillic names in Latin letters, as passports, newspapers and scholars write them. All output
/// is folded: ž is z, ï is i.
///
/// A group of letters has one spelling for each system, in this order:
/// BGN/PCGN and press, passport (ICAO), scholarly, French, German, Polish, Ukrainian, chat.
enum LatinSpelling {
  fileprivate final class Group: Sendable {
    /// One spelling a system.
    let systems: [Letters]
    /// All spellings, the usual first.
    let options: [Letters]

    init(_ systems: StaticString, _ more: StaticString? = nil) {
      var spellings = systems.words
      if spellings.count == 1 { spellings = Array(repeating: spellings[0], count: 8) }
      precondition(spellings.count == 8, "a spelling for each system")
      self.systems = spellings
      var options: [Letters] = []
      for one in spellings + (more?.words ?? []) where !options.contains(one) {
        options.append(one)
      }
      self.options = options
    }

    /// A sign that is no known letter stands for itself.
    init(plain unit: Letters) {
      systems = Array(repeating: unit, count: 8)
      options = [unit]
    }
  }

  /// Every spelling of the word in one of the systems, then mixed spellings up to `limit`.
  static func spellings(of word: Letters, ukrainian: Bool, limit: Int) -> [Letters] {
    var out: [Letters] = []
    forEachSpelling(of: word, ukrainian: ukrainian, limit: limit) { out.append(Letters($0)) }
    return out
  }

  /// Calls `body` with each of those spellings.
  static func forEachSpelling(
    of word: Letters, ukrainian: Bool, limit: Int, _ body: (ArraySlice<UInt8>) -> Void
  ) {
    let out = distinct(of: word, ukrainian: ukrainian, limit: limit)
    var start = 0
    for end in out.row.ends {
      body(out.row.bytes[start..<end])
      start = end
    }
  }

  private static func distinct(of word: Letters, ukrainian: Bool, limit: Int) -> DistinctWords {
    let groups = split(word, ukrainian: ukrainian)
    var out = DistinctWords(limit)
    for system in 0..<min(8, limit) {
      out.add { spelled in
        for group in groups { spelled.append(contentsOf: group.systems[system]) }
      }
    }
    guard limit > 8 else { return out }
    // Each system with another beginning or another end: Evgueni, Prigojine, Selenskyj.
    let ends = groups.count > 1 ? [0, groups.count - 1] : []
    for position in ends {
      for system in 0..<8 {
        let group = groups[position]
        for option in group.options
        where out.count < limit && option != group.systems[system] {
          out.add { spelled in
            for (index, group) in groups.enumerated() {
              spelled.append(contentsOf: index == position ? option : group.systems[system])
            }
          }
        }
      }
    }
    guard out.count < limit else { return out }
    let mixed = beam(groups, width: limit)
    var start = 0
    for end in mixed.ends where out.count < limit {
      out.add { $0.append(contentsOf: mixed.bytes[start..<end]) }
      start = end
    }
    return out
  }

  /// Words one after another.
  private struct Row {
    var bytes: [UInt8] = []
    /// Where each word ends.
    var ends: [Int] = []
  }

  /// The spellings that differ least from the usual one.
  private static func beam(_ groups: [Group], width: Int) -> Row {
    var row = Row(bytes: [], ends: [0])
    var costs = [0]
    var next: [(state: Int, option: Int, cost: Int)] = []
    for group in groups {
      next.removeAll(keepingCapacity: true)
      for state in row.ends.indices {
        for option in group.options.indices {
          next.append((state, option, costs[state] + (option + 1) / 2))
        }
      }
      if next.count > width { keepCheapest(width, of: &next) }
      var longer = Row()
      longer.bytes.reserveCapacity(row.bytes.count * 2 + 2 * next.count)
      longer.ends.reserveCapacity(next.count)
      for one in next {
        let start = one.state > 0 ? row.ends[one.state - 1] : 0
        longer.bytes.append(contentsOf: row.bytes[start..<row.ends[one.state]])
        longer.bytes.append(contentsOf: group.options[one.option])
        longer.ends.append(longer.bytes.count)
      }
      row = longer
      costs = next.map(\.cost)
    }
    return row
  }

  /// Keeps the cheapest, among equals the first, in the order of their costs.
  private static func keepCheapest(
    _ width: Int, of states: inout [(state: Int, option: Int, cost: Int)]
  ) {
    var kept: [(state: Int, option: Int, cost: Int)] = []
    kept.reserveCapacity(width)
    var cost = 0
    while kept.count < width, cost < 40 {
      for state in states where state.cost == cost && kept.count < width { kept.append(state) }
      cost += 1
    }
    states = kept
  }

  /// Words, none of them twice, in the order in which they came.
  private struct DistinctWords {
    private(set) var row = Row()
    /// An open-addressing set of the words' hashes; 0 is free.
    private var slots: [UInt64]

    init(_ limit: Int) {
      var size = 16
      while size < 2 * limit { size *= 2 }
      slots = Array(repeating: 0, count: size)
      row.ends.reserveCapacity(limit)
      row.bytes.reserveCapacity(12 * limit)
    }

    var count: Int { row.ends.count }

    mutating func add(_ write: (inout Letters) -> Void) {
      let start = row.bytes.count
      write(&row.bytes)
      let hash = max(1, FoldedKey(folded: row.bytes[start...]).hash)
      var place = Int(truncatingIfNeeded: hash ^ hash &>> 32) & (slots.count - 1)
      while slots[place] != 0 {
        if slots[place] == hash {
          row.bytes.removeLast(row.bytes.count - start)
          return
        }
        place = (place + 1) & (slots.count - 1)
      }
      slots[place] = hash
      row.ends.append(row.bytes.count)
    }
  }

  fileprivate static func split(_ word: Letters, ukrainian: Bool) -> [Group] {
    var groups: [Group] = []
    let text = word.units
    let scalars = text.map { unit in Array(unit).lastScalar }
    var index = 0
    while index < scalars.count {
      let rest = scalars.count - index
      let here = scalars[index]
      let next = rest > 1 ? scalars[index + 1] : 0
      let before = index > 0 ? scalars[index - 1] : 0
      if rest == 2, next == 0x439, let group = endings[here] {
        groups.append(group)
        index += 2
      } else if here == 0x43A, next == 0x441 {
        groups.append(ks)
        index += 2
      } else if here == 0x434, next == 0x436 {
        groups.append(dzh)
        index += 2
      } else if here == 0x448, next == 0x442 {
        groups.append(sht)
        index += 2
      } else if here == 0x44C, next == 0x43E {
        groups.append(softO)
        index += 2
      } else {
        let group = single(here, before: before, next: next, last: rest == 1, ukrainian)
        groups.append(group ?? Group(plain: Array(text[index])))
        index += 1
      }
    }
    return groups
  }

  private static func single(
    _ here: UInt32, before: UInt32, next: UInt32, last: Bool, _ ukrainian: Bool
  ) -> Group? {
    switch here {
    case 0x433:  // г
      if ukrainian { return ukrainianG }
      return softening.contains(next) ? softG : letters[here]
    case 0x432: return last ? finalV : letters[here]
    case 0x43A: return last ? finalK : letters[here]
    case 0x43D: return last ? finalN : letters[here]
    case 0x442: return last ? finalT : letters[here]
    case 0x451 where Letter.isHushing(before): return hushedYo
    case 0x435 where before == 0x438: return secondE
    case 0x435:  // е
      let iotated = before == 0 || Letter.isVowel(before) || before == 0x44C || before == 0x44A
      return iotated ? iotatedE : ukrainian ? letters[0x44D] : letters[here]
    case 0x438: return ukrainian ? ukrainianY : letters[here]
    case 0x441: return Letter.isVowel(before) && Letter.isVowel(next) ? doubledS : letters[here]
    case 0x44F: return last ? finalYa : letters[here]
    default: return letters[here]
    }
  }

  private static let softening: Set<UInt32> = [0x435, 0x438, 0x451, 0x44B, 0x456, 0x44D]
  private static let ks = Group("ks ks ks x x ks ks x", "x")
  private static let sht = Group("sht sht st cht st szt sht sht", "scht cht")
  private static let hushedYo = Group("e e e e o o o e", "yo io")
  private static let secondE = Group("ye e e e je je ye e", "ie")
  private static let dzh = Group("dzh dzh dz dj dsch dz dzh j", "j dj")
  private static let softO = Group("yo io o io jo io io yo", "ye e")
  private static let softG = Group("g g g gu g g g g", "gh h")
  private static let ukrainianG = Group("h h h h h h h g", "g gu")
  private static let ukrainianY = Group("y y y y y y y i", "i")
  private static let finalV = Group("v v v v w w v v", "ff f")
  private static let finalK = Group("k", "ck c")
  private static let finalT = Group("t", "te")
  private static let finalN = Group("n n n n n n n n", "ne nn")
  private static let doubledS = Group("s s s ss ss s s s", "z")
  private static let finalYa = Group("ya ia ja ia ja ia ia ya", "a iya ija")
  private static let iotatedE = Group("ye e e ie je je ye e", "i")
  private static let endings: [UInt32: Group] = [
    0x438: Group("iy ii ij i i i yi y", "y yy ij yj iyi"),  // ий
    0x44B: Group("yy y yj y y y yi y", "iy i ij yi"),  // ый
    0x456: Group("iy ii ij i ij ij ii y", "i yi y"),  // ій
    0x435: Group("ey ei ej ei ej ej ei ei", "ay eyy ejj"),  // ей
    0x430: Group("ay ai aj ai ai aj ai ai", "aj"),  // ай
    0x43E: Group("oy oi oj oi oi oj oi oi", "oj y"),  // ой
  ]
  private static let letters: [UInt32: Group] = [
    0x430: Group("a"), 0x431: Group("b"), 0x432: Group("v v v v w w v v"), 0x433: Group("g", "h"),
    0x434: Group("d"), 0x435: Group("e", "ie ye"), 0x451: Group("yo e e io jo io yo e", "o eo"),
    0x436: Group("zh zh z j sch z zh j", "zh sh g"), 0x437: Group("z z z z s z z z"),
    0x438: Group("i i i i i i y i", "ee y"), 0x439: Group("y i j i i j i y", "j -"),
    0x43A: Group("k", "c"), 0x43B: Group("l", "ll"), 0x43C: Group("m"), 0x43D: Group("n"),
    0x43E: Group("o"), 0x43F: Group("p"), 0x440: Group("r"), 0x441: Group("s", "ss"),
    0x442: Group("t"), 0x443: Group("u u u ou u u u u", "oo"), 0x444: Group("f", "ph"),
    0x445: Group("kh kh ch kh ch ch kh h", "x"), 0x446: Group("ts ts c ts z c ts c", "tz"),
    0x447: Group("ch ch c tch tsch cz ch ch", "tj"), 0x448: Group("sh sh s ch sch sz sh sh"),
    0x449: Group("shch shch sc chtch schtsch szcz shch sch", "sh sc"), 0x44A: Group("-", "ie"),
    0x44B: Group("y y y y y y y i", "ui"), 0x44C: Group("-", "i"), 0x44D: Group("e", "ae"),
    0x44E: Group("yu iu ju iou ju iu yu u", "you ou"),
    0x44F: Group("ya ia ja ia ja ia ia ya", "a ea"), 0x454: Group("ye ie je ie je ie ie e"),
    0x456: Group("i", "y"), 0x457: Group("yi i ji i ji ji i i"), 0x491: Group("g"),
    0x45E: Group("w u u w u u w v"), 0x27: Group("-", "i"), 0x4D9: Group("a e a a a a a e", "ae"),
    0x493: Group("gh g g gh g g gh g"), 0x49B: Group("q k k k k k q k"),
    0x4A3: Group("ng n n ng ng ng ng n"),
    0x4E9: Group("o o o o o o o u", "oe"), 0x4B1: Group("u u u ou u u u u"),
    0x4AF: Group("u u u u u u u u", "ou"), 0x4BB: Group("h"),
  ]
}

extension LatinSpelling {
  /// The spelling of an English newspaper.
  static func english(_ word: Letters, ukrainian: Bool) -> Letters {
    let spelled = split(word, ukrainian: ukrainian).reduce(into: []) { $0 += $1.systems[0] }
    return spelled.replacingEnd("iy", ukrainian ? "ii" : "y") ?? spelled
  }

  /// The spelling of a newspaper of the language.
  static func spelling(of word: Letters, ukrainian: Bool, in language: Language) -> Letters {
    language.grammar.has(.romanizesAsFrench)
      ? french(word, ukrainian: ukrainian) : english(word, ukrainian: ukrainian)
  }

  /// The spelling of a French newspaper.
  static func french(_ word: Letters, ukrainian: Bool) -> Letters {
    split(word, ukrainian: ukrainian).reduce(into: []) { $0 += $1.systems[3] }
  }
}
