import Testing

@testable import Redaction

/// Sentences of invented people, and what has to be masked in them in French.
struct FrenchTests {
  struct Sentence: CustomTestStringConvertible, Sendable {
    let text: String
    /// Kind and words, in order; an empty list where nothing may be masked.
    let masked: [(EntityKind, String)]
    var testDescription: String { text }
  }

  private static func s(_ text: String, _ masked: (EntityKind, String)...) -> Sentence {
    Sentence(text: text, masked: masked)
  }

  static let ages = [
    s("Elle avait alors quatre-vingt-dix-sept ans.", (.age, "quatre-vingt-dix-sept ans")),
    s("Mon neveu a soixante et onze ans.", (.age, "soixante et onze ans")),
    s("Un garçon de huit ans pleurait.", (.age, "huit ans")),
    s("À seize ans, on l'a enrôlé.", (.age, "seize ans")),
    s("Elle vient de fêter ses quarante-six ans.", (.age, "quarante-six ans")),
    s("Deux frères de 14 et 16 ans ont suivi.", (.age, "14 et 16 ans")),
    s("Il a fait dix ans de prison."),
    s("Il y a six ans que nous attendons."),
    s("Nous avons vécu vingt ans dans ce village."),
    s("Le procès a duré huit ans."),
  ]

  static let dates = [
    s("Le 5 décembre 2013, ils sont entrés.", (.date, "5 décembre 2013")),
    s("La nuit du 14 au 15 août, ils ont tiré.", (.date, "nuit du 14 au 15 août")),
    s("On est arrivés vendredi 14.", (.date, "vendredi 14")),
    s("Le 8, on a marché.", (.date, "8")),
    s("Il est parti le 1er juin.", (.date, "1er juin")),
    s("Le dix-sept mars, plus rien.", (.date, "dix-sept mars")),
    s("Sept personnes ont dormi dehors pendant sept mois."),
  ]

  static let people = [
    s("Mme Ndoumba est venue.", (.person, "Ndoumba")),
    s("C'est l'abbé Célestin qui ouvre.", (.person, "Célestin")),
    s("Le sergent-chef Kouyaté commandait.", (.person, "Kouyaté")),
    s("Mon frère s'appelle Bonheur.", (.person, "Bonheur")),
    s("On ne sait rien, soupire Zawadi.", (.person, "Zawadi")),
    s("Gloire a survécu.", (.person, "Gloire")),
    s("Trésor n'est pas venu.", (.person, "Trésor")),
    s("Un enfant, c'est un trésor."),
    s("Dieu merci, tout le monde est vivant."),
    s("L'Église et l'État ont refusé."),
  ]

  static let places = [
    s("Ils dormaient 14, rue des Tilleuls, sous les toits.", (.contact, "14, rue des Tilleuls")),
    s("J'habite au 27 bis, avenue du 30-Juin.", (.contact, "27 bis, avenue du 30-Juin")),
    s("On s'est retrouvés au marché de Ngomba.", (.place, "marché de Ngomba")),
    s("Il vient du village de Kwasibo.", (.place, "Kwasibo")),
    s("L'unité 5512 n'existe plus.", (.unit, "unité 5512")),
    s("La Croix-Rouge et l'ONU sont parties."),
  ]

  static let lives = [
    s("Elle est greffière au tribunal.", (.job, "greffière au tribunal")),
    s("C'est un professeur de piano.", (.job, "professeur de piano")),
    s("J'étais le seul mécanicien du village.", (.job, "seul mécanicien du village")),
    s("Elle vend du manioc.", (.job, "vend du manioc")),
    s("Deux policiers ont frappé un journaliste."),
    s("Le boulanger est parti."),
    s("Elle est mère de neuf enfants.", (.demographic, "mère de neuf enfants")),
    s("Il a un tatouage sur l'épaule droite.", (.demographic, "tatouage sur l'épaule droite")),
    s("Elle est enceinte de sept mois.", (.demographic, "enceinte de sept mois")),
    s("Titre de séjour n° 9923045817", (.identifier, "9923045817")),
    s("Il a payé 300 000 francs CFA."),
  ]

  @Test(arguments: ages + dates + people + places + lives)
  func frenchIsMaskedByItsGrammar(_ sentence: Sentence) throws {
    let pipeline = Pipeline(
      rulesUnder: try #require(Policy.shipped(named: "press")), people: PeopleFile())
    let testimony = Testimony(id: "fr", text: sentence.text, language: .french)
    let plan = try #require(pipeline.plan([testimony]).first)
    let bytes = Array(sentence.text.utf8)
    let found = plan.decisions.filter { $0.treatment != .keep }.map {
      ($0.kind, String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self))
    }
    #expect(found.map(\.0) == sentence.masked.map(\.0))
    // The article and the preposition before it may go with the mention.
    for (found, masked) in zip(found, sentence.masked) {
      let before = found.1.dropLast(masked.1.count)
      #expect(found.1.hasSuffix(masked.1))
      #expect(before.count <= 15 && !before.contains { $0.isNumber })
    }
  }

  @Test func aVowelFallsOnlyBeforeAVowel() {
    let text = Array("le sac d'Awa et celui de Fatou".utf8)
    text.withUnsafeBufferPointer { bytes in
      let awa = Surroundings(bytes: bytes, span: TextSpan(9, 12), start: 0, end: text.count)
      #expect(FrenchElision.fit("Clarisse", awa.span, awa).1 == "de Clarisse")
      #expect(FrenchElision.fit("Odile", awa.span, awa).1 == "Odile")
      let fatou = Surroundings(bytes: bytes, span: TextSpan(25, 30), start: 0, end: text.count)
      #expect(FrenchElision.fit("Odile", fatou.span, fatou).1 == "d'Odile")
      #expect(FrenchElision.fit("Clarisse", fatou.span, fatou).1 == "Clarisse")
    }
  }
}
