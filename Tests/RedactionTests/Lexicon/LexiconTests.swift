import CLexicon
import Testing

@testable import Redaction

/// The key of a name whose words are already folded and stand between spaces.
private func key(_ folded: String) -> FoldedKey {
  let parts = folded.split(separator: " ").map { FoldedKey(folded: String($0)) }
  return parts.dropFirst().reduce(parts[0]) { $0.followed(by: $1) }
}

/// SplitMix64: the same keys in every run.
private struct SeededKeys {
  var state: UInt64
  mutating func next() -> FoldedKey {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return FoldedKey(hash: z ^ (z >> 31))
  }
}

@Suite struct LexiconTests {
  let lexicon = Lexicon.embedded

  func isOrdinary(_ word: Substring, in language: Language) -> Bool {
    Array(word.utf8).withUnsafeBufferPointer { lexicon.isOrdinary($0, in: language) }
  }

  @Test(
    arguments: [
      UndersealNames, UndersealPlaces, UndersealPlaceStarts, UndersealCountries,
      UndersealCountryStarts,
    ].map(\.rawValue))
  func everyTableHasASoundHeader(kind: UInt32) {
    #expect(KeyTable.headerIsSound(UndersealTableKind(rawValue: kind)))
    #expect(KeyTable(UndersealTableKind(rawValue: kind)).count > 100)
  }

  /// Names, places and words together stay small enough to be carried along anywhere.
  @Test func allTablesTogetherStayUnderTwelveMegabytes() {
    let tables = (0...UndersealCountryNames.rawValue).reduce(0) {
      $0 + Int(underseal_table(UndersealTableKind(rawValue: $1)).count)
    }
    let texts = Language.allCases.reduce(0) {
      $0 + LanguageData.file(.words, of: $1).count + LanguageData.file(.lists, of: $1).count
        + Int(LanguageData.graph($1)?.count ?? 0)
    }
    let lists = Int(clexicon_diminutives_count + clexicon_pseudonyms_count)
    #expect(tables + texts + lists <= 12_000_000)
  }

  @Test func theCountryNamesHaveASoundHeader() {
    #expect(CountryNames.isSound(UndersealCountryNames))
    #expect(lexicon.countryCount > 240)
  }

  /// Keys computed by Scripts/lexicon/folding.py for "ß", "’", "ё" and sequences.
  @Test func bothSidesComputeTheSameKeys() {
    #expect(key("strasse").hash == 0x2595_A86F_A482_4774)  // Straße
    #expect(key("kart e parwan").hash == 0xC3B6_FDF2_D719_1F0F)  // Kart-e-Parwan
    #expect(key("n djamena").hash == 0x340A_5DC1_2436_0E98)  // N'Djamena
    #expect(key("st petersburg").hash == 0xB286_C0E7_16DE_FB77)  // St. Petersburg
    #expect(key("артем").hash == 0xC062_3D5E_0D5A_981C)  // Артём
    #expect(key("м'янма").hash == 0x8008_0482_1314_5A6D)  // М’янма
    #expect(key("lodz").hash == 0xCDFD_DCAD_70E3_E386)  // Łódź
    #expect(key("ile de france").hash == 0xADD0_FB16_1C0C_E51B)  // Île-de-France
    #expect(key("їжакевич").hash == 0x3F1C_4EDD_05E1_1224)  // Їжакевич
  }

  /// Words with their folded forms by Scripts/lexicon/folding.py.
  @Test(arguments: [
    ("Straße", "strasse"), ("ŒUVRE", "oeuvre"), ("Łódź", "lodz"), ("Ağrı", "agri"),
    ("İstanbul", "istanbul"), ("Đỗ", "do"), ("Þór", "thor"), ("Əliyev", "eliyev"),
    ("Артём", "артем"), ("Йосиф", "йосиф"), ("Їжакевич", "їжакевич"), ("М’янма", "м'янма"),
    ("Қазақстан", "қазақстан"), ("Мінська\u{301}", "мінська"), ("Дзьмі\u{AD}тры", "дзьмітры"),
  ])
  func foldAgreesWithTheCompiler(word: String, folded: String) {
    #expect(Fold.string(word) == folded)
  }

  @Test(arguments: [
    (Language.english, "the soldier was mobilized colour trenches don t deserter checkpoint i a"),
    (.french, "soldats mobilise guerre aujourd hui ete desertion tranchees l d qu ai yeux oeil"),
    (.russian, "солдат солдатами войне мобилизованного пошел военкомата повестку сказали блиндаже"),
    (.ukrainian, "солдатів війні мобілізованого пішов військкомату п'ять м'яса сказали окопах"),
  ])
  func ordinaryWordsAreKnownInAllTheirForms(language: Language, words: String) {
    for word in words.split(separator: " ") {
      #expect(isOrdinary(word, in: language), "\(word)")
    }
  }

  @Test(arguments: [
    (Language.english, "kharkiv volkov anastasia mogadishu"), (.french, "lyon volkov bakhmout"),
    (.russian, "волков харькове анастасией бурятии"), (.ukrainian, "харкові шевченком львові"),
  ])
  func namesAreNotOrdinaryWords(language: Language, words: String) {
    let known = words.split(separator: " ").filter {
      isOrdinary($0, in: language)
    }
    #expect(known == (language == .russian ? ["волков"] : []))  // "of wolves"
  }

  @Test func nothingIsOrdinaryInNoLanguage() {
    #expect(!isOrdinary("the", in: .none))
  }

  @Test func foreignKeysAreNeverTakenForNamesOrPlaces() {
    var keys = SeededKeys(state: 21)
    for _ in 0..<300_000 {
      let key = keys.next()
      #expect(lexicon.name(key) == [] && lexicon.place(key) == nil && lexicon.country(key) == nil)
    }
  }

  @Test(
    arguments: [
      ("sergei", NameFacts.givenMale), ("сергей", .givenMale), ("сергій", .givenMale),
      ("оксана", .givenFemale), ("oksana", .givenFemale), ("siobhan", .givenFemale),
      ("mahmoud", .givenMale), ("zelimkhan", .givenMale), ("айгуль", .givenFemale),
      ("aigerim", .givenFemale), ("tesfaye", .givenMale), ("niloofar", .givenFemale),
      ("волков", .surname), ("волкова", .surname), ("volkova", .surname), ("garcia", .surname),
      ("шевченко", .surname), ("diallo", .surname), ("леха", [.givenMale, .diminutive]),
      ("сашко", [.givenMale, .diminutive]), ("настя", .diminutive), ("иванович", .patronymic),
      ("kyaw", .given), ("noor", .givenMale), ("shevchenko", .surname),
    ] as [(String, NameFacts)])
  func namesOfManyPeoplesAreKnown(name: String, facts: NameFacts) {
    #expect(lexicon.name(key(name)).isSuperset(of: facts))
  }

  @Test(arguments: [
    ("kharkiv", "UA", PlaceSize.metropolis), ("харьков", "UA", .metropolis),
    ("харків", "UA", .metropolis), ("bakhmut", "UA", .town), ("buryatia", "RU", .region),
    ("бурятия", "RU", .region), ("чечня", "RU", .region), ("lille", "FR", .city),
    ("rennes", "FR", .city), ("kart e", "", .unknown), ("st petersburg", "RU", .metropolis),
    ("n djamena", "TD", .metropolis), ("mandalay", "MM", .metropolis), ("rakhine", "MM", .region),
    ("darfour", "SD", .region), ("nord kivu", "CD", .region), ("казань", "RU", .metropolis),
    ("нижний новгород", "RU", .metropolis), ("івано франківськ", "UA", .city),
    ("saint etienne", "FR", .city), ("makhachkala", "RU", .city),
  ])
  func placesAreKnownWithCountryAndSize(name: String, country: String, size: PlaceSize) {
    let fact = lexicon.place(key(name))
    guard !country.isEmpty else {
      #expect(fact == nil)
      return
    }
    #expect(fact.map { lexicon.countryCode($0.country) } == country)
    #expect(fact?.size == size)
  }

  @Test func caseFormsOfPlacesAreMarkedAsSuch() {
    for form in ["харькове", "бурятии", "казани", "львові", "одесі", "донбассе"] {
      #expect(lexicon.place(key(form))?.isInflected == true, "\(form)")
    }
    #expect(lexicon.place(key("харьков"))?.isInflected == false)
  }

  @Test func placesTellTheirPartOfTheCountry() {
    #expect(lexicon.place(key("kharkiv"))?.part == .northeast)
    #expect(lexicon.place(key("lviv"))?.part == .west)
    #expect(lexicon.place(key("lille"))?.part == .north)
    #expect(lexicon.place(key("marseille"))?.part == .southeast)
    #expect(lexicon.place(key("luxembourg"))?.part == .unknown)
  }

  @Test func capitalsBroadLandsAndWordLikePlacesCarryTheirMarks() {
    #expect(lexicon.place(key("kyiv"))?.isCapital == true)
    #expect(lexicon.place(key("paris"))?.isCapital == true)
    #expect(lexicon.place(key("siberia"))?.isBroad == true)
    #expect(lexicon.place(key("крым"))?.isBroad == true)
    #expect(lexicon.place(key("lille"))?.isBroad == false)
    #expect(lexicon.place(key("reading"))?.isOrdinaryWord == true)
    #expect(lexicon.place(key("valencia"))?.isAmbiguous == true)
  }

  @Test func aScannerLearnsHowManyWordsToTry() {
    #expect(lexicon.longestPlace(startingWith: key("new")) >= 2)
    #expect(lexicon.longestPlace(startingWith: key("нижний")) >= 2)
    #expect(lexicon.longestPlace(startingWith: key("qqqq")) == 0)
    #expect(lexicon.longestCountry(startingWith: key("united")) >= 3)
    #expect(lexicon.longestCountry(startingWith: key("ukraine")) == 1)
    #expect(lexicon.longestCountry(startingWith: key("qqqq")) == 0)
  }

  @Test(arguments: [
    ("украины", "UA", CountryWordKinds.name), ("україні", "UA", .name),
    ("ukrainians", "UA", .demonym),
    ("казахский", "KZ", .adjective), ("казахскими", "KZ", .adjective), ("russes", "RU", .demonym),
    ("українець", "UA", .demonym), ("українцями", "UA", .demonym), ("russian", "RU", .adjective),
    ("etats unis", "US", .name), ("соединенных штатов", "US", .name), ("туреччині", "TR", .name),
    ("россиянами", "RU", .demonym), ("birmane", "MM", .adjective), ("вьетнамцев", "VN", .demonym),
    ("cote d ivoire", "CI", .name), ("the netherlands", "NL", .name), ("афганистане", "AF", .name),
  ])
  func countriesPeoplesAndAdjectivesAreKnown(word: String, code: String, kind: CountryWordKinds) {
    let fact = lexicon.country(key(word))
    #expect(fact.map { lexicon.countryCode($0.index) } == code)
    #expect(fact?.kinds.contains(kind) == true)
  }

  @Test func partsOfTheWorldHaveNoCountry() {
    for name in ["europe", "ближнего востока", "moyen orient", "центральній азії", "кавказа"] {
      #expect(lexicon.country(key(name))?.kinds == .continent, "\(name)")
      #expect(lexicon.country(key(name))?.index == 0)
    }
  }

  @Test func countryNamesComeInTheFormsASentenceNeeds() throws {
    func name(_ word: String, _ language: Language, _ form: CountryNameForm) throws -> String {
      lexicon.countryName(
        try #require(lexicon.country(key(word))).index, in: language, form: form)
    }
    #expect(try name("usa", .english, .locative) == "in the United States")
    #expect(try name("usa", .french, .locative) == "aux États-Unis")
    #expect(try name("peru", .french, .genitive) == "du Pérou")
    #expect(try name("france", .french, .locative) == "en France")
    #expect(try name("france", .russian, .locative) == "во Франции")
    #expect(try name("ukraine", .ukrainian, .locative) == "в Україні")
    #expect(try name("poland", .ukrainian, .genitive) == "Польщі")
    #expect(try name("egypt", .russian, .genitive) == "Египта")
    #expect(lexicon.countryName(0, in: .english, form: .plain) == "")
    #expect(lexicon.countryCode(0) == "")
  }

  @Test func everyCountryHasANameInEveryFormAndLanguage() {
    for index in 1..<lexicon.countryCount {
      for language in [Language.english, .french, .russian, .ukrainian] {
        for form in CountryNameForm.allCases {
          #expect(!lexicon.countryName(UInt8(index), in: language, form: form).isEmpty)
        }
      }
    }
  }
}
