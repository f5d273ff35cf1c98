/// Sums of money: an amount with its currency before or after it, as a code, a sign or a word.
enum Money {
  /// What is said instead.
  static let said = "a certain sum"

  /// The last token of the sum that begins at `index`.
  static func end(_ passage: Passage, _ index: Int) -> Int? {
    guard index >= 0, index < passage.count else { return nil }
    if isSign(passage[index]) || isCode(passage, index), index + 1 < passage.count,
      passage[index + 1].isNumber, let amount = Amount.read(passage, index + 1)
    {
      return withCode(passage, amount.last)
    }
    guard passage[index].isNumber || passage[index].isWord && passage.has(index, .cardinal),
      let amount = Amount.read(passage, index), amount.last + 1 < passage.count
    else { return nil }
    if isSign(passage[amount.last + 1]) { return amount.last + 1 }
    return currency(passage, after: amount.last).map { withCode(passage, $0) }
  }

  /// "euros", "Polish zlotys", "pounds sterling", "ATS" after an amount.
  private static func currency(_ passage: Passage, after last: Int) -> Int? {
    guard var next = passage.following(last) else { return nil }
    if isCode(passage, next) { return next }
    // "new Turkish liras", "Deutsch marks", "GDR marks".
    for _ in 0..<3 {
      if words.contains(passage[next].key) {
        if let sterling = passage.following(next), passage[sterling].key == Self.sterling {
          return sterling
        }
        return next
      }
      guard passage[next].isCapitalized || passage[next].key == new,
        let further = passage.following(next)
      else { return nil }
      next = further
    }
    return nil
  }

  /// "(EUR)" after a sum in words.
  private static func withCode(_ passage: Passage, _ last: Int) -> Int {
    guard last + 3 < passage.count, passage[last + 1].isMark("("),
      isCode(passage, last + 2) || words.contains(passage[last + 2].key),
      passage[last + 3].isMark(")")
    else { return last }
    return last + 3
  }

  /// Whether the word is the code of a currency, in capitals.
  static func isCode(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].isWord && passage[index].shape == .upper && passage[index].value == 3
      && codes.contains(passage[index].key)
  }

  /// "MDL 12,000", "400 (EUR)": the code of a currency beside its amount.
  static func isCodeOfSum(_ passage: Passage, _ index: Int) -> Bool {
    guard isCode(passage, index) else { return false }
    if index + 1 < passage.count, passage[index + 1].isNumber { return true }
    return index > 0
      && (passage[index - 1].isNumber
        || passage[index - 1].isMark("(") && index + 1 < passage.count
          && passage[index + 1].isMark(")"))
  }

  private static func isSign(_ token: Token) -> Bool {
    token.kind == .mark && signs.contains(token.value)
  }

  private static let signs: Set<UInt32> = Set("€$£¥₽₴₺₸₾₼₹₪₩₦₫₱".unicodeScalars.map(\.value))
  private static let sterling = FoldedKey(folded: "sterling")
  private static let new = FoldedKey(folded: "new")

  /// The codes of ISO 4217, with those of currencies that the euro or a reform has replaced.
  private static let codes: Set<FoldedKey> = Set(
    """
    aed afn all amd aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp byn byr
    bzd cad cdf chf clp cny cop crc cup cve czk djf dkk dop dzd egp ern etb eur fjd fkp gbp gel ghs
    gip gmd gnf gtq gyd hkd hnl hrk htg huf idr ils inr iqd irr isk jmd jod jpy kes kgs khr kmf kpw
    krw kwd kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt mop mro mru mur mvr mwk mxn myr
    mzn nad ngn nio nok npr nzd omr pen pgk php pkr pln plz pyg qar ron rol rsd rub rur rwf sar sbd
    scr sdg sek sgd shp sle sll sos srd ssp stn svc syp szl thb tjs tmt tnd top try trl ytl ttd twd
    tzs uah ugx usd uyu uzs ves vef vnd vuv wst xaf xcd xof xpf yer zar zmw zwl ats bef cyp dem eek
    esp fim frf grd iep itl ltl luf lvl mtl nlg pte sit skk csk csd yum
    """.split(whereSeparator: \.isWhitespace).map { FoldedKey(folded: String($0)) })

  /// What currencies are called in English, one and many.
  private static let words: Set<FoldedKey> = Set(
    """
    euro euros dollar dollars cent cents pound pounds pence penny sterling franc francs centime
    centimes mark marks pfennig schilling schillings shilling shillings lira liras lire zloty zlotys
    zlotych koruna korunas koruny krona kronor krone kroner kronas krones forint forints leu lei lev
    leva levs dinar dinars denar denars drachma drachmas peseta pesetas escudo escudos guilder
    guilders markka rouble roubles ruble rubles kopeck kopecks hryvnia hryvnias hryvnya tenge som
    soms sum lari laris dram drams manat manats somoni rial rials riyal riyals dirham dirhams shekel
    shekels rupee rupees taka yuan renminbi yen won baht dong kyat kyats kip riel ringgit rupiah
    peso pesos real reais bolivar bolivars bolivares quetzal quetzales lempira lempiras cordoba
    cordobas sol soles guarani gourde gourdes naira cedi cedis birr nakfa rand kwacha kwanza pula
    ariary dalasi leone leones afghani afghanis litas lats kroon tolar kuna kunas
    """.split(whereSeparator: \.isWhitespace).map { FoldedKey(folded: String($0)) })
}
