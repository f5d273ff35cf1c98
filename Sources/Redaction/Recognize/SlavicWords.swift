/// What the endings of Russian and Ukrainian words say of their part of speech.
extension Passage {
  /// The language is Russian or Ukrainian.
  @inline(__always)
  var isSlavic: Bool { language == .russian || language == .ukrainian }

  /// A Cyrillic word with the ending of an adjective made of a name ("Брестской", "Київського").
  func endsAsRelational(_ index: Int) -> Bool {
    guard index < count, tokens[index].isCyrillic, tokens[index].value >= 5 else { return false }
    return ends(index, SlavicEndings.relational)
  }

  /// A Cyrillic word with the ending of an adjective in any case ("швейных", "районному").
  func endsAsAdjective(_ index: Int) -> Bool {
    guard index < count, tokens[index].isCyrillic, tokens[index].value >= 4 else { return false }
    return ends(index, SlavicEndings.adjective)
  }

  /// A Cyrillic word that could be a dative ("Исламу", "Маше", "Юлії").
  func endsAsDative(_ index: Int) -> Bool {
    guard index < count, tokens[index].isCyrillic, tokens[index].value >= 3 else { return false }
    return ends(index, SlavicEndings.dative)
  }

  /// A word with the ending of a verb of one person ("миє", "ушла").
  func endsAsVerb(_ index: Int) -> Bool {
    guard index < count, tokens[index].isCyrillic, tokens[index].shape == .lower,
      tokens[index].value >= 3, !isGrammar(index)
    else { return false }
    return ends(
      index, language == .ukrainian ? SlavicEndings.verbUkrainian : SlavicEndings.verbRussian)
  }

  /// A word with the ending of a past verb, whatever its capitals ("Прийшов", "Пришла").
  func endsAsPastVerb(_ index: Int) -> Bool {
    tokens[index].isCyrillic && tokens[index].value >= 4 && ends(index, SlavicEndings.past)
  }

  /// Whether the folded word at `index` is one of the endings or ends so.
  func endsOrIs(_ index: Int, _ endings: [[UInt8]]) -> Bool {
    let word = folded(index)
    return endings.contains { word.hasSuffix($0) }
  }

  /// A patronymic by its ending ("Казимирівна", "Тагирович").
  func endsAsPatronymic(_ index: Int) -> Bool {
    tokens[index].shape != .lower && tokens[index].value >= 7
      && ends(index, SlavicEndings.patronymic)
  }

  /// Whether the folded word at `index` is longer than one of the endings and ends so.
  func ends(_ index: Int, _ endings: [[UInt8]]) -> Bool {
    let word = folded(index)
    return endings.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
  }
}

/// Endings and stems as folded bytes.
enum SlavicEndings {
  static let relational = of(
    """
    ский ского скому ским ском ская ской скую ское ские ских скими цкий цкого цкому цким цком цкая
    цкой цкую цкое цкие цких ський ського ському ським ська ської ській ську ською ське ські ських
    цький цького цькому цьким цька цької цькій цьку цькою цьке цькі цьких
    """)
  static let adjective = of(
    """
    ый ий ого его ому ему ым им ой ей ую юю ые ие ых их ыми ими ая яя ое ее ьей ьего
    ої ої ій ою ею і ї
    """)
  static let verbUkrainian = of("в ла є ить їть вся лася ється иться")
  static let verbRussian = of("л ла ет ёт ит лся лась ется ится")
  static let patronymic = of(
    """
    ович овича овичу овичем овиче евич евича евичу евичем евиче йович йовича йовичу йовичем
    йовичеві овичеві овна овны овне овну овной евна евны евне евну евной ична ичны ичне ичну ичной
    івна івни івні івну івною ївна ївни ївні ївну ївною
    """)
  static let past = of("шов ал ял ил ел ыл ла ли лась лся лись ав яв ив ів ув вся лася лись")
  static let dative = of("у ю е и ой ей ому ему ові еві єві і ї ій")

  /// The folded bytes of each word of a list.
  static func of(_ words: String) -> [[UInt8]] {
    words.split(whereSeparator: \.isWhitespace).map { Array(Fold.string(String($0)).utf8) }
  }
}

extension Passage {
  /// Whether a word ends as only plurals do ("-ами", "-ів"), or as the nominative plural of a
  /// masculine trade does ("историки", "економісти").
  func endsAsMasculinePlural(_ index: Int) -> Bool {
    let word = folded(index)
    return Self.masculinePlurals.contains {
      word.count > $0.count + 4 && word.suffix($0.count).elementsEqual($0)
    }
  }

  private static let masculinePlurals: [[UInt8]] =
    """
    ами ями ам ям ах ях ів ов исты исти істи їсти анты анти янти енты енти ики їки логи ографы ографи
    оры ори еры ери ари яри арі няки
    """.split(whereSeparator: \.isWhitespace).map { Array(Fold.string(String($0)).utf8) }
}
