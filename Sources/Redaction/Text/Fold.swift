/// Folding: what a reader would take for the same word gets the same bytes.
///
/// Lower case; Latin letters lose their diacritics (ß is ss, æ ae, œ oe, þ th); Cyrillic keeps its
/// letters but ё is е; invisible characters and combining marks go; full-width, circled and
/// mathematical letters are their plain selves; in a word that mixes scripts the look-alike
/// letters ("Pаvel" with a Cyrillic а) join the script of the rest. The compiled tables of
/// CLexicon are folded by the same rules.
enum Fold {
  /// The folded form of one word, as text (for tables, people files and tests).
  static func string(_ word: String) -> String {
    word.utf8.withContiguousStorageIfAvailable { string($0) }
      ?? String(decoding: bytes(Array(word.utf8)), as: UTF8.self)
  }

  /// The folded UTF-8 bytes of one word.
  static func bytes(_ word: some Collection<UInt8>) -> [UInt8] {
    if let plain = word.withContiguousStorageIfAvailable({ plain($0) }), let plain { return plain }
    var scalars: [UInt32] = []
    scalars.reserveCapacity(word.count)
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      let plain = compatible(scalar.value)
      if !isInvisible(plain) { scalars.append(plain) }
    }
    unmix(&scalars)
    var out: [UInt8] = []
    out.reserveCapacity(word.count)
    var index = 0
    while index < scalars.count {
      var scalar = scalars[index]
      index += 1
      if isCombining(scalar) { continue }
      if index < scalars.count, let composed = composedCyrillic(scalar, scalars[index]) {
        scalar = composed
        index += 1
      }
      append(scalar, to: &out)
    }
    return out
  }

  /// Appends the folded form of one visible scalar.
  @inline(__always)
  static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    let folded = simple(scalar)
    if folded != 0 {
      appendUTF8(folded, to: &out)
    } else {
      out.append(contentsOf: expansion(scalar))
    }
  }

  /// The one scalar that `scalar` folds to, or 0 where it folds to several (see `expansion`).
  @inline(__always)
  static func simple(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: return scalar + 32
    case 0..<0xC0:
      return scalar == 0x60 || scalar == 0xB4 ? 0x27 : scalar
    case 0xC0..<0x250:
      let base = latin.utf8Start[Int(scalar - 0xC0)]
      return base == 0x2E ? (scalar == 0xD7 || scalar == 0xF7 ? scalar : 0) : UInt32(base)
    case 0x259: return 0x65
    case 0x1E00..<0x1F00:
      let base = latinAdditional.utf8Start[Int(scalar - 0x1E00)]
      return base == 0x2E ? 0 : UInt32(base)
    case 0x410...0x42F: return scalar + 32
    case 0x401, 0x400, 0x450, 0x451: return 0x435
    case 0x40D, 0x45D: return 0x438
    case 0x402...0x40F: return scalar + 80
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: return scalar | 1
    case 0x4C0: return 0x4CF
    case 0x4C1...0x4CE: return scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x391...0x3A9: return scalar + 32
    case 0x2BC, 0x2018, 0x2019, 0x2032, 0xFF07, 0x2B9, 0x55A: return 0x27
    default: return scalar
    }
  }

  /// The letters of a scalar that folds to more than one.
  static func expansion(_ scalar: UInt32) -> [UInt8] {
    switch scalar {
    case 0xDF, 0x1E9E: Array("ss".utf8)
    case 0xC6, 0xE6, 0x1E2, 0x1E3, 0x1FC, 0x1FD: Array("ae".utf8)
    case 0x152, 0x153: Array("oe".utf8)
    case 0xDE, 0xFE: Array("th".utf8)
    case 0x132, 0x133: Array("ij".utf8)
    case 0x149: Array("n".utf8)
    case 0x1C4...0x1C6, 0x1F1...0x1F3: Array("dz".utf8)
    case 0x1C7...0x1C9: Array("lj".utf8)
    case 0x1CA...0x1CC: Array("nj".utf8)
    default: utf8(scalar)
    }
  }

  /// The plain letter or digit of a compatibility form (full-width, circled, mathematical).
  @inline(__always)
  static func compatible(_ scalar: UInt32) -> UInt32 {
    scalar < 0x2460 ? scalar : compatibleHigh(scalar)
  }

  private static func compatibleHigh(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFF01 + 0x21
    case 0x24B6...0x24CF: scalar - 0x24B6 + 0x61
    case 0x24D0...0x24E9: scalar - 0x24D0 + 0x61
    case 0x1D400...0x1D6A3: (scalar - 0x1D400) % 26 + 0x61
    case 0x1D7CE...0x1D7FF: (scalar - 0x1D7CE) % 10 + 0x30
    case 0x1F130...0x1F149: scalar - 0x1F130 + 0x61
    case 0x1F150...0x1F169: scalar - 0x1F150 + 0x61
    case 0x1F170...0x1F189: scalar - 0x1F170 + 0x61
    case 0x1F1E6...0x1F1FF: scalar - 0x1F1E6 + 0x61
    default: scalar
    }
  }

  /// Whether a scalar shows nothing: joiners, soft hyphens, direction marks, variation selectors.
  @inline(__always)
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0xAD: false
    case 0xAD, 0x34F, 0x61C, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF, 0x115F, 0x1160, 0x3164, 0xFFA0:
      true
    default: false
    }
  }

  /// Whether a scalar is a mark that combines with the letter before it.
  @inline(__always)
  static func isCombining(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300: false
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0xFE20...0xFE2F:
      true
    default: false
    }
  }

  /// й, ї and ў written as a letter and a combining mark.
  static func composedCyrillic(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    switch (letter, mark) {
    case (0x438, 0x306), (0x418, 0x306): 0x439
    case (0x456, 0x308), (0x406, 0x308): 0x457
    case (0x443, 0x306), (0x423, 0x306): 0x45E
    default: nil
    }
  }

  @inline(__always)
  static func appendUTF8(_ scalar: UInt32, to out: inout [UInt8]) {
    if scalar < 0x80 {
      out.append(UInt8(scalar))
    } else if scalar < 0x800 {
      out.append(UInt8(0xC0 | scalar >> 6))
      out.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      out.append(contentsOf: utf8(scalar))
    }
  }

  private static func utf8(_ scalar: UInt32) -> [UInt8] {
    Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
  }

  /// Base letters of U+00C0 to U+024F; a full stop where there is none or more than one.
  private static let latin: StaticString = """
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccdd\
    ddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllllllllnnnnnn.nnoooooo..rrrrrrssssss\
    ssttttttuuuuuuuuuuuuwwyyyzzzzzzsbb....occdddd.eeeffgghiikkl.mnnooo..ppr..s.ttttu\
    uuvyyzz......................aaiioouuuuuuuuuueaaaa..ggggkkoooo..j...ggh.nnaa..oo\
    aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj..acclts...buveejjqqrryy
    """

  /// Base letters of U+1E00 to U+1EFF.
  private static let latinAdditional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo\
    oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....\
    aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu\
    uuyyyyyyyy......
    """
}
