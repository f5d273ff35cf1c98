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
  func endsOrIs(_ index: Int, _ endings: WordParts) -> Bool {
    endings.ending(of: folded(index)) != nil
  }

  /// A patronymic by its ending ("Казимирівна", "Тагирович").
  func endsAsPatronymic(_ index: Int) -> Bool {
    tokens[index].shape != .lower && tokens[index].value >= 7
      && ends(index, SlavicEndings.patronymic)
  }

  /// Whether the folded word at `index` is longer than one of the endings and ends so.
  func ends(_ index: Int, _ endings: WordParts) -> Bool {
    endings.ending(of: folded(index)) { $0 > 0 } != nil
  }
}

/// Endings and stems as folded bytes.
enum SlavicEndings {
  static let relational = parts(
    """
    ский ского скому ским ском ская ской скую ское ские ских скими цкий цкого цкому цким цком цкая
    цкой цкую цкое цкие цких ський ського ському ським ська ської ській ську ською ське ські ських
    цький цького цькому цьким цька цької цькій цьку цькою цьке цькі цьких
    """)
  static let adjective = parts(
    """
    ый ий ого его ому ему ым им ой ей ую юю ые ие ых их ыми ими ая яя ое ее ьей ьего
    ої ої ій ою ею і ї
    """)
  static let verbUkrainian = parts("в ла є ить їть вся лася ється иться")
  static let verbRussian = parts("л ла ет ёт ит лся лась ется ится")
  static let patronymic = parts(
    """
    ович овича овичу овичем овиче евич евича евичу евичем евиче йович йовича йовичу йовичем
    йовичеві овичеві овна овны овне овну овной евна евны евне евну евной ична ичны ичне ичну ичной
    івна івни івні івну івною ївна ївни ївні ївну ївною
    """)
  static let past = parts("шов ал ял ил ел ыл ла ли лась лся лись ав яв ив ів ув вся лася лись")
  static let dative = parts("у ю е и ой ей ому ему ові еві єві і ї ій")

  /// The words of a list, folded, as parts of words.
  static func parts(_ words: String) -> WordParts { WordParts(of(words)) }

  /// The folded bytes of each word of a list.
  static func of(_ words: String) -> [[UInt8]] {
    words.split(whereSeparator: \.isWhitespace).map { Array(Fold.string(String($0)).utf8) }
  }
}

extension Passage {
  /// Whether a word ends as only plurals do ("-ами", "-ів"), or as the nominative plural of a
  /// masculine trade does ("историки", "економісти").
  func endsAsMasculinePlural(_ index: Int) -> Bool {
    Self.masculinePlurals.ending(of: folded(index)) { $0 > 4 } != nil
  }

  private static let masculinePlurals = SlavicEndings.parts(
    """
    ами ями ам ям ах ях ів ов исты исти істи їсти анты анти янти енты енти ики їки логи ографы ографи
    оры ори еры ери ари яри арі няки
    """)
}
