/// Russian and Ukrainian names that are words: what they govern, and the phrases they stand in.
struct SlavicNamesThatAreWords {
  let passage: Passage
  let index: Int

  var isWord: Bool {
    guard let next = passage.following(index), next == index + 1 else { return false }
    let key = passage[index].key
    if let after = passage.following(next), after == next + 1 {
      let link = passage[next].key
      if Forms.faith.contains(key), Forms.into.contains(link), isOf(after, Forms.believed) {
        return true
      }
      if Forms.hope.contains(key), Forms.onto.contains(link), isOf(after, Forms.hopedFor) {
        return true
      }
      if Forms.love.contains(key), Forms.towards.contains(link), isOf(after, Forms.beloved) {
        return !follows(after, Forms.motions)
      }
      if Forms.novel.contains(key), Forms.about.contains(link), follows(after, Forms.ofBooks) {
        return !follows(after, Forms.speech)
      }
      // «Вера и надежда», «Любовь и ненависть»
      if Forms.abstract.contains(key), Forms.and.contains(link), passage[after].shape == .lower,
        Forms.abstract.contains(passage[after].key)
      {
        return true
      }
    }
    if Forms.glory.contains(key), Forms.praised.contains(passage[next].key) { return true }
    if Forms.rose.contains(key), Forms.ofWinds.contains(passage[next].key) { return true }
    return isExhausted(next) || isNeuter(next) || diesLast(next)
  }

  /// «Надежды почти не осталось», «Веры вже не лишилося»: of a person it is not said so.
  private func isExhausted(_ next: Int) -> Bool {
    guard Forms.genitives.contains(passage[index].key) else { return false }
    var cursor = next
    for _ in 0..<4 {
      guard cursor + 1 < passage.count, passage[cursor].isWord else { return false }
      if Forms.not.contains(passage[cursor].key) {
        return Forms.remained.contains(passage[cursor + 1].key)
      }
      cursor += 1
    }
    return false
  }

  /// «Поле горело»: no person is neuter.
  private func isNeuter(_ next: Int) -> Bool {
    guard passage[next].shape == .lower, passage[next].value > 3,
      passage.ends(index, Forms.neuterNouns)
    else { return false }
    return passage.ends(next, Forms.neuterVerbs) && !Forms.impersonal.contains(passage[next].key)
  }

  /// «Надежда умирает последней»
  private func diesLast(_ next: Int) -> Bool {
    Forms.abstract.contains(passage[index].key) && Forms.dies.contains(passage[next].key)
      && passage.following(next).map { Forms.last.contains(passage[$0].key) } == true
  }

  /// Whether the noun at `index`, or the one after an adjective there, is one of a list.
  private func isOf(_ index: Int, _ nouns: Set<FoldedKey>) -> Bool {
    if nouns.contains(passage[index].key) { return true }
    guard passage.endsAsAdjective(index), let noun = passage.following(index), noun == index + 1
    else { return false }
    return nouns.contains(passage[noun].key)
  }

  /// Whether a word with one of the stems comes before the sentence ends.
  private func follows(_ index: Int, _ stems: [[UInt8]]) -> Bool {
    for cursor in index..<min(index + 12, passage.count) {
      if cursor > index, passage[cursor].opensSentence { return false }
      guard passage[cursor].isWord else { continue }
      let word = passage.folded(cursor)
      if stems.contains(where: { word.starts(with: $0) }) { return true }
    }
    return false
  }

  private enum Forms {
    static let faith = keys("вера веры вере веру верой верою віра віри вірі віру вірою")
    static let hope = keys("надежда надежды надежде надежду надеждой надія надії надію надією")
    static let love = keys("любовь любви любовью любов любові любов'ю")
    static let novel = keys("роман романа роману романом")
    static let rose = keys("роза розы розу розой троянда роза рози")
    static let glory = keys("слава славу")
    static let abstract = keys(
      """
      вера веру верой надежда надежду надеждой любовь любви любовью воля волю слава славу правда
      правду ненависть ненавистью свобода свободу страх боль злость радость счастье смерть мир
      віра віру вірою надія надію надією любов любові воля слава свобода радість щастя біль лють
      """)
    static let genitives = keys(
      "веры надежды любви воли славы віри надії любові волі слави свободы правды")
    static let into = keys("в во у")
    static let onto = keys("на")
    static let towards = keys("к ко до")
    static let about = keys("о об про")
    static let and = keys("и і й та")
    static let not = keys("не")
    static let remained = keys(
      "осталось оставалось хватило лишилося лишилось залишилося залишилось вистачило стало")
    static let praised = keys(
      """
      богу господу аллаху иисусу героям україні украине нації нации зсу всу армии армії павшим
      """)
    static let ofWinds = keys("ветров вітрів")
    static let dies = keys("умирает умирала помирає помирала вмирає вмирала")
    static let last = keys("последней останньою остання последняя")
    static let impersonal = keys("было стало було")
    /// What one believes in. A place is none of it: «Вера в больницу не дошла».
    static let believed = keys(
      """
      бога господа аллаха победу людей себя успех будущее справедливость чудо чудеса лучшее добро
      правду человека человечество закон родину страну государство армию народ спасение судьбу
      бессмертие любовь свободу жизнь мир революцию царя партию науку разум
      перемогу себе успіх майбутнє справедливість диво краще людину людство батьківщину країну
      державу армію порятунок долю безсмертя любов життя революцію науку розум україну всевышнего
      """)
    /// What one hopes for: «Надежда на работу ушла» is of somebody who went to work.
    static let hopedFor = keys(
      """
      спасение помощь лучшее победу мир будущее успех жизнь возвращение освобождение чудо бога
      справедливость встречу обмен выздоровление перемены свободу него неё них амнистию помилование
      порятунок допомогу краще перемогу майбутнє успіх життя повернення звільнення диво зустріч
      справедливість обмін одужання зміни амністію
      """)
    static let beloved = keys(
      """
      детям родине людям жизни свободе отчизне отечеству народу богу ближнему ближним музыке книгам
      животным стране земле правде истине языку природе искусству власти деньгам
      дітей батьківщини людей життя свободи вітчизни народу бога ближнього музики книг тварин країни
      землі правди істини мови природи мистецтва влади грошей
      """)
    static let neuterNouns = SlavicEndings.parts("о е")
    static let neuterVerbs = SlavicEndings.parts("ло лось лося")
    static let motions = SlavicEndings.of(
      """
      поеха поїха уеха приеха приїха пошл пішл пришл прийшл ушл вийшл вышл бежа побежа бігл побігл
      шла іде идет едет їде їзди езди ходи вернул поверну броси кинул добра дістал прибеж прибіг
      """)
    /// What is done with a book.
    static let ofBooks = SlavicEndings.of(
      """
      лежа лежи чита прочи прочё прочл напис изда вида публик сжег сжёг спали купи купл друк печат
      """)
    static let speech = SlavicEndings.of(
      """
      говор сказа каза молч мовча расска розпов дума зна писа пишет слыша чув спроси пита вспомин згаду
      забыл забу мечта мрія
      """)

    private static func keys(_ words: String) -> Set<FoldedKey> {
      Set(
        words.split(whereSeparator: \.isWhitespace).map {
          FoldedKey(folded: Fold.string(String($0)))
        })
    }
  }
}
