import Testing

@testable import Redaction

/// Invented people; the forms are what a reader of the language would write.
struct NameFormsTests {
  private func forms(_ name: String, _ gender: Gender = .unknown) -> Set<String> {
    NameForms(name: name, gender: gender).all
  }

  /// Canonical name, gender, and words each of which must be among the forms.
  static let golden: [(String, Gender, String)] = [
    (
      "Всеволод Карпович Лосев", .male,
      "всеволода всеволоду всеволодом всеволоде сева севой севу севкой карповича карповичем лосева лосеву лосевым лосеве лосевой лосевы лосевых лосевыми vsevolod wsewolod losev losew lossev loseva"
    ),
    ("Павел Заяц", .male, "павла павлу павлом павле паша пашей пашку зайца зайцу зайцы pavel"),
    (
      "Тимофей Зарецкий", .male,
      "тимофея тимофеем тима тимоша зарецкого зарецкому зарецкая зарецкую зарецкие зарецких timofei timofey zaretsky zaretskiy zaretskii"
    ),
    (
      "Любовь Жигарева", .female,
      "любови любовью люба любе любашей жигарев жигаревой жигареву zhigareva jigareva zhigarev lyubov liubov"
    ),
    (
      "Ольга Чайка", .female,
      "ольги ользі ольгу оля олей олин олиной ольгин чайки чайці чаек чайку tchaika chayka"
    ),
    (
      "Федір Рудий", .male,
      "федора федорові федором федоре федю рудого рудому рудим руда fedir"
    ),
    (
      "Марія Кисіль", .female,
      "марії марію маріє маруся марусю марусин марійка кисіль киселя кисілі киселів кисель mariia kysil"
    ),
    (
      "Остап Левкович Швець", .male,
      "остапе остапові остапом левковича левковичу шевця швеця швецеві"
    ),
    (
      "Ярина Петренко", .female,
      "ярино ярини ярині петренка петренкові петренки петренків petrenko"
    ),
    ("Любомир Яцків", .male, "любомире любомирові яцкова яцківа яцкову"),
    ("Роксолана Гук", .female, "роксолано гука гукові гуки гуків huk guk houk"),
    (
      "Rustam Zhumabek", .male,
      "рустам рустама рустаму рустамом rustam roustam рустик жумабек жумабека joumabek"
    ),
    ("Hélène Marchand", .female, "helene marchand элен марчанд"),
    ("Francisco Olmedo", .male, "paco pancho francisco olmedo ольмедо"),
    ("Margaret Quill", .female, "maggie meg peggy quill"),
    ("Davit Lomtadze", .male, "davit dato lomtadze ломтадзе"),
    ("Бауыржан Тлеуов", .male, "бауыржана баур тлеуова тлеуову tleuov"),
    ("Кайрат Мухтаров", .male, "қайрат мұхтаров кайрата kairat kayrat"),
    ("Зухра Ильясова", .female, "зухры зухре зухрой ильясов ильясовой iliasova ilyasova"),
    (
      "Nikolai Ershov", .male,
      "kolya kolia коля колю николай николая николаем ершов ершова ершовым"
    ),
    (
      "Aleksandr Ignatenko", .male,
      "sasha sacha саша саше сашу shura alexander игнатенко игнатенки"
    ),
    ("Джамшед Пирзода", .male, "джамшеда jamshed djamched"),
    ("Désiré Lubanzi", .male, "desire dede lubanzi лубанзи"),
  ]

  @Test(arguments: golden)
  func everyFormThatAReaderWouldWriteIsThere(_ name: String, _ gender: Gender, _ words: String) {
    let all = forms(name, gender)
    for word in words.split(separator: " ") {
      let isThere = all.contains(String(word))
      #expect(isThere, "of \(name) a form is missing: \(word)")
    }
  }

  @Test func rolesAreToldWhateverTheOrder() {
    let orders = ["Олег Маркович Рябов", "Рябов Олег Маркович", "РЯБОВ, Олег Маркович"]
    for order in orders {
      let parts = NameForms(name: order).parts
      #expect(parts.first { $0.role == .surname }?.canonical == "рябов")
      #expect(parts.first { $0.role == .given }?.canonical == "олег")
      #expect(parts.first { $0.role == .patronymic }?.canonical == "маркович")
    }
    #expect(NameForms(name: "VAREILLE Odile").parts.map(\.role) == [.surname, .given])
  }

  @Test func titlesAreNoPartOfAName() {
    #expect(NameForms(name: "Father Brannigan").parts.map(\.canonical) == ["brannigan"])
  }

  @Test func anInitialAloneMakesNoForm() {
    let parts = NameForms(name: "Олжас Т.").parts
    #expect(parts.count == 2)
    #expect(parts[1].forms.entries.isEmpty)
    #expect(parts[1].initials.contains("т"))
    #expect(parts[1].initials.contains("t"))
  }

  @Test func initialsStandInBothAlphabets() {
    #expect(Set(NameForms(name: "Жан").parts[0].initials).isSuperset(of: ["ж", "zh", "j"]))
    #expect(NameForms(name: "Yuri").parts[0].initials.contains("ю"))
  }

  @Test func hyphensAndApostrophesSplitLatinNamesOnly() {
    let parts = NameForms(name: "Jean-Marc O'Farrow").parts
    #expect(parts.map(\.canonical) == ["jean", "marc", "o", "farrow"])
    #expect(parts[3].matches(folded: "ofarrow"))
    #expect(NameForms(name: "Дем'ян").parts.map(\.canonical) == ["дем'ян"])
  }

  @Test func aliasesKeepTheirOrderAndDecline() {
    let forms = NameForms(name: "Игорь", gender: .male, aliases: ["the Lamp", "Кузнечик"])
    #expect(forms.aliases.map { $0.map(\.canonical) } == [["the", "lamp"], ["кузнечик"]])
    #expect(forms.aliases[1][0].matches(folded: "кузнечика"))
  }

  @Test func formsAreFoldedAndNeverTwice() {
    for (name, gender, _) in Self.golden {
      for part in NameForms(name: name, gender: gender).parts {
        #expect(Set(part.forms.keys).count == part.forms.count)
        #expect(part.forms.entries.first?.text == part.canonical)
        #expect(part.forms.entries.allSatisfy { Fold.string($0.text) == $0.text })
        #expect(part.forms.entries.allSatisfy { $0.key == FoldedKey(folded: $0.text) })
      }
    }
  }

  @Test func theSameNameMakesTheSameForms() {
    var made = NamePartShare()
    for _ in 0..<2 {
      let a = NameForms(name: "Ганна Лисенко", gender: .female)
      let b = NameForms(name: "Ганна Лисенко", gender: .female, aliases: [], reusing: &made)
      #expect(a.parts.map(\.forms.entries) == b.parts.map(\.forms.entries))
    }
  }

  @Test func anyInputIsSurvived() {
    for name in [
      "", " ", "-", "'", "Ё", "Xx", "张伟", "محمد", "A B C D E F", "ь", "йй", ",,", "О'", "ł",
    ] {
      _ = NameForms(name: name, gender: .unknown, aliases: [name])
    }
  }
}
