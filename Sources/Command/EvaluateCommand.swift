internal import ArgumentParser
internal import Redaction

/// `underseal evaluate`: recall and precision on documents that somebody has annotated.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure what is found and what is left on documents you have annotated.",
    discussion: """
      Mark in copies of your own documents what leads to somebody, redact them \
      all, and see what was missed. A mark holds the kind, who or what is meant, \
      how much it gives away, and the words:

        ---
        lang: en
        case: harbour
        ---
        My sister [[PERSON:p-2:D|Mirela]] left [[PLACE:pl-1:Q|Otok]] by ship.

      Kinds: PERSON PLACE UNIT DATE AGE ORG JOB CONTACT ID DEMOG EVENT. D leads \
      to the person by itself and has to be covered; Q does so together with \
      other things; P is public and has to stay. The header may be left out. The \
      people file harbour.roster.yaml (the case's, or the document's name) beside \
      the document is used; neutral.tsv beside it lists marks that do not count.

      D_recall, Q_recall: share of marks with every letter covered. D_docs: \
      documents that show a D. P_kept: public marks left alone. tok_prec: covered \
      words that a mark allows to be covered. shown: D marks whose words still \
      stand in the output. holes: replacements that do not fit where they stand. \
      bracketed: share of replacement text that is not prose.

      A file may be sealed (give -i), or an archive of documents, as 'underseal \
      review CASE --export-gold' writes.

      A JSON file is read as the Text Anonymization Benchmark (Pilán and others \
      2022), whose measures are given: ER entity recall, MR mention recall, TR \
      token recall, P precision.

      With --misses text of the documents is shown on stdout. Exit status 1 when \
      --against finds a measure worse than it was.
      """)

  @Argument(
    help: ArgumentHelp(
      "Annotated documents, archives of them, or JSON of the benchmark.", valueName: "GOLD"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "A policy by name, or a policy file. Default: press; strict for the benchmark.",
      valueName: "NAME|PATH"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "The people of all documents (YAML, may be sealed), in place of those beside them.",
      valueName: "FILE"))
  var people: String?

  @Flag(help: "Use no people files: what is found without knowing anybody?")
  var noPeople = false

  @Option(
    help: ArgumentHelp(
      "The language of documents that do not say theirs; auto tells it from each.",
      valueName: "LANG"))
  var language = LanguageChoice.auto

  @Option(
    help: ArgumentHelp("Show N misses of each sort, with a few words around.", valueName: "N"))
  var misses = 0

  @Option(
    help: ArgumentHelp("Compare with what --json wrote earlier.", valueName: "EARLIER.json"))
  var against: String?

  @OptionGroup var reading: ReaderOption

  @OptionGroup var work: JobsOption

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "Write the measures as one JSON object.")
  var json = false

  @Flag(help: "Say nothing but errors on stderr.")
  var quiet = false

  func run() throws {
    guard people == nil || !noPeople else {
      throw Refusal(.usage, "--people and --no-people exclude each other; leave one out")
    }
    guard (0...100_000).contains(misses) else {
      throw Refusal(.usage, "--misses takes a number from 0 to 100000")
    }
    try work.check()
    let earlier = try against.map { try EvaluationComparison.measures(inFile: $0) }
    let evaluation = try EvaluationRun(self).result()
    let comparison = earlier.map { EvaluationComparison($0, evaluation.measures) }
    let output =
      json
      ? evaluation.json(misses: misses, comparison)
      : evaluation.page(misses: misses) + (comparison?.page ?? "")
    try StandardOutput.write(Array(output.utf8))
    if let comparison, comparison.isWorse {
      throw Refusal(.refused, "something is worse than in \(printable(against ?? ""))")
    }
  }
}
