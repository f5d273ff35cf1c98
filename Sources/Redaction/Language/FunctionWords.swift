/// The commonest function words of the supported languages and of their neighbours, folded.
///
/// A word that several languages share weighs less (see `LanguageEvidence`).
enum FunctionWords {
  /// The languages of the table; bit n of `owners` is the n-th.
  static let languages = table.map(\.language)

  /// By the hash of the folded word: which languages have it.
  static let owners: [UInt64: UInt32] = {
    var owners: [UInt64: UInt32] = [:]
    for (index, entry) in table.enumerated() {
      for word in entry.words.split(whereSeparator: \.isWhitespace) {
        owners[FoldedKey(folded: Fold.string(String(word))).hash, default: 0] |= 1 << index
      }
    }
    return owners
  }()

  private static let table: [(language: String, words: String)] = [
    (
      "en",
      """
      the of and to a in is was that it for on with as he she they we i you be are were been by at
      not this but from or have had has his her their my our your him them us me who which what when
      where there would could should will can do did does if then than so no all one an said after
      before because about into out up over only also any some because how just other two first
      s t don didn wasn am until against while never
      """
    ),
    (
      "fr",
      """
      le la les de des du un une et a au aux en dans que qui quoi dont ou est sont etait etaient ete
      ai as ont avait avaient avoir etre ce cet cette ces se sa son ses mon ma mes ton leur leurs
      notre nos votre je tu il elle on nous vous ils elles me te lui y ne pas plus pour par sur avec
      sans mais si comme tout tous toute meme aussi bien quand puis apres avant jamais rien deux
      j l d c qu n s m t suis fait faire dit entre chez depuis encore parce
      """
    ),
    (
      "ru",
      """
      и в не на я что он она они мы вы с со как это а но к ко у из за от по то же так был была было
      были есть бы его ее их мне меня мы нас нам мой моя мои мое свой своей своего для или если
      когда где кто чтобы уже еще только потом после до без при под над об о во ни да нет все всё
      всех этого этот эта эти тот там тут тогда потому который которая которые себя себе ему ей им
      него нее них ты тебя тебе вас вам наш ваш один очень можно надо зовут сказал сказали
      сейчас здесь через лет год года сам сама сразу теперь опять никто ничего куда
      """
    ),
    (
      "uk",
      """
      і й та в у не на я що він вона вони ми ви з із зі як це а але до від по за то же так був була
      було були є би його її їх їм мені мене нас нам мій моя мої моє свій своєї своїх для або чи якщо
      коли де хто щоб вже ще тільки потім після без при під над про о ні так усе все всі усіх цього
      цей ця ці той там тут тоді тому який яка які себе собі йому їй них нього неї ти тебе тобі вас
      вам наш ваш один дуже можна треба звати сказав сказали має мав зараз тут через років рік року сам
      сама відразу тепер знову ніхто нічого куди бо
      """
    ),
    (
      "be",
      """
      і у не на я што ён яна яны мы вы з са як гэта зараз тут праз гадоў год сам сама цяпер зноў ніхто нічога бо
      а але да ад па за ж так быў была было былі ёсць бы
      яго яе іх мне мяне нас нам мой мая мае свой сваёй для або ці калі дзе хто каб ужо яшчэ толькі
      потым пасля без пры пад над пра аб ні усё усе гэтага гэты гэтая той там тут тады таму які якая
      якія сябе сабе яму ёй ім цябе вас вам наш ваш адзін вельмі можна трэба сказаў сказалі мае меў
      """
    ),
    (
      "bg",
      """
      и в не на аз че той сега тук през години година сам сама пак никой нищо къде
      тя те ние вие с със като това а но към у из за от по то същ така бил беше
      бяха е са се си да ще го я му им ми мен ме нас ни ви мой моята моите своя или ако когато където
      кой за вече още само след преди без при под над до във ги ѝ как какво този тази тези там тогава
      защото който която които един една много може трябва няма има сме съм нито все
      """
    ),
    (
      "sr",
      """
      и у не на ја да он она они ми ви са се је су сам смо као то а али ка из за од по био била било били
      ће би га јој њих мени мене нас нам мој моја своје или ако кад када где ко већ још само после
      пре без при под над до све свега овај ова тај тада зато који која које себе ти вас вам наш ваш
      један врло може треба рекао што како
      """
    ),
    (
      "mk",
      """
      и во не на јас дека тој таа тие ние вие со се е сум сме да ќе го ја му им ми мене нас или ако кога
      каде кој за веќе уште само од до по при под над без како тоа овој оваа тогаш затоа што која
      кои еден една многу може треба нема има беше беа сите ги си бил
      """
    ),
    (
      "kk",
      """
      мен сен ол біз сіз олар және мен да де бұл сол осы емес үшін бар жоқ еді деп болды кейін бірақ
      қалай не кім қайда қашан оның менің біздің өз бір екі көп болған керек ғана дейін туралы мені
      """
    ),
    (
      "de",
      """
      der die das und ist war in den dem des ein eine einen einem einer zu von mit auf fur an im am als
      auch es er sie wir ihr ich nicht sich dass aber oder wenn wie so nach bei aus um nur noch schon
      hat hatte haben sind waren wird wurde sein seine mein meine mich mir uns ihn ihm was wer da dann
      """
    ),
    (
      "nl",
      """
      de het een en van in is was dat op te zijn met voor niet aan er om ook als hij zij ze we wij ik je
      mijn zijn haar hun ons maar of toen bij uit naar over door nog al dan wat wie waar heb heeft had
      hebben werd worden kan zou deze dit die geen meer na tot
      """
    ),
    (
      "af",
      """
      die en van in is was dat op te het met vir nie aan om ook as hy sy ons ek jy my sy haar hulle maar
      of toe by uit na oor deur nog dan wat wie waar sal kan een n hierdie daar geen meer tot se word
      """
    ),
    (
      "es",
      """
      el la los las de del y en que un una es era por para con no se su sus lo le les me mi mis te yo tu
      nos pero como mas muy si ya o al fue ser son han ha habia haber este esta esto ese esa eso cuando
      donde quien porque todo todos sin sobre hasta desde entre tambien nada el ella ellos nosotros
      """
    ),
    (
      "ca",
      """
      el la els les de del i en que un una es era per amb no se el seu la seva meu meva em et ens pero
      com mes molt si ja o al va ser son han ha havia aquest aquesta aixo quan on qui perque tot tots
      sense sobre fins des entre tambe res ell ella nosaltres vaig van dels als l d s
      """
    ),
    (
      "pt",
      """
      o a os as de do da dos das e em no na nos nas que um uma por para com nao se seu sua me meu minha
      eu ele ela eles mas como mais muito ja ou ao foi ser era sao ha havia este esta isso quando onde
      quem porque tudo todos sem sobre ate desde entre tambem nada pelo pela estava tinha
      """
    ),
    (
      "it",
      """
      il lo la i gli le di del della dei delle e in che un una uno per con non si su al alla ai da dal
      dalla nel nella sul sono era erano ha ho hanno aveva essere stato mi ti ci vi mio mia suo sua io
      lui lei noi loro ma come piu anche quando dove chi perche tutto tutti senza fino questo questa
      l d c poi gia molto
      """
    ),
    (
      "ro",
      """
      si in de la cu pe un o este era nu ca sa se am a au ai fost fi eu tu el ea noi ei mi il imi lui
      dar daca cand unde cine pentru din prin dupa inainte fara despre toate tot mai foarte care ce
      acest aceasta sunt avea meu mea sau doar atunci
      """
    ),
    (
      "oc",
      """
      lo la los las de del d e en que un una es era per amb non se son sa mon ma me te nos mas coma tot
      totes quand ont qui al als dins pas foguet aviai aquel aquela aquo i l dels
      """
    ),
    (
      "ht",
      """
      mwen ou li nou yo te ap pa nan ak pou sou ki sa se la a an yon tout gen fe di ka ale vin lè kote
      men paske anpil moun mwen
      """
    ),
    (
      "pl",
      """
      i w na nie z ze do to jest byl byla bylo byli sie jak ale o po od za dla przez czy juz jeszcze
      tylko ja on ona oni my mnie mi go jej ich jego nas nam moj moja swoj ktory ktora ktore co kto gdy
      kiedy gdzie tam tu bo zeby wszystko potem przed bez pod nad
      """
    ),
    (
      "cs",
      """
      a v na ne z ze do to je byl byla bylo byli se jak ale o po od za pro pres jsem jsme jiz jen ja on
      ona oni my me mi ho jeji jejich jeho nas nam muj moje svuj ktery ktera ktere co kdo kdyz kde tam
      protoze aby vse potom pred bez pod nad i uz
      """
    ),
    (
      "hr",
      """
      i u ne na ja da on ona oni mi vi sa s se je su sam smo kao to a ali iz za od po bio bila bilo bili ce
      bi ga joj njih meni mene nas nam moj moja svoje ili ako kad kada gdje gde tko ko vec jos samo
      poslije posle prije pre bez pri pod nad do sve ovaj ova taj tada zato koji koja koje sto kako
      """
    ),
    (
      "sv",
      """
      och i att det som en pa ar av for med den till inte ett han hon de vi jag du var har hade om men sa
      fran eller nar hur vad vem dar har min mitt sin hans hennes oss dem mig ut efter over under
      """
    ),
    (
      "da",
      """
      og i at det som en pa er af for med den til ikke et han hun de vi jeg du var har havde om men sa fra
      eller nar hvordan hvad hvem der her min mit sin hans hendes os dem mig ut efter over under av
      """
    ),
    (
      "tr",
      """
      ve bir bu da de ne o ben sen biz siz onlar icin ile gibi cok daha var yok degil ama sonra once kadar
      her sey benim bana beni bizi onu ona olan oldu olarak ki mi en diye
      """
    ),
    (
      "id",
      """
      yang dan di ke dari itu ini untuk dengan tidak saya dia kami mereka kita pada adalah akan sudah ada
      bisa juga tetapi karena atau seperti saat oleh dalam telah
      """
    ),
    (
      "sw",
      """
      na ya wa kwa ni katika la za cha kuwa mimi yeye sisi wao hiyo hii huo baada kabla lakini kama yangu
      wangu yake sana tu si
      """
    ),
  ]
}
