internal import Custody
internal import Redaction

/// One run of `evaluate`: reads the annotated documents, redacts each by itself, and scores it.
struct EvaluationRun {
  private let command: EvaluateCommand

  /// The largest annotated file that is read, in bytes.
  private static let largest = 1 << 28

  init(_ command: EvaluateCommand) { self.command = command }

  func result() throws -> Evaluation {
    var annotated: [(path: String, document: AnnotatedDocument)] = []
    var entities: [EntityDocument] = []
    for path in command.files {
      let name = path == "-" ? "stdin" : printable(path)
      if FileStatus(path)?.isFolder == true {
        throw Refusal(.usage, "\(name) is a folder; name the annotated files in it")
      }
      for file in try files(path, name) {
        let bytes = try InputText.utf8(file.bytes, name: file.name)
        if BenchmarkFile.isOne(bytes) {
          entities += try BenchmarkFile.documents(in: bytes, name: file.name)
        } else {
          annotated.append((file.path, try Self.document(bytes, file.path, file.name)))
        }
      }
    }
    var evaluation = Evaluation()
    if !annotated.isEmpty { try score(annotated, &evaluation) }
    if !entities.isEmpty { try score(entities, &evaluation) }
    return evaluation
  }

  /// The documents of a file: itself, or what is in the archive it is. A sealed one is opened with
  /// the identities. Each of an archive counts as lying beside it.
  private func files(
    _ path: String, _ name: String
  ) throws -> [(path: String, name: String, bytes: [UInt8])] {
    var bytes = try contents(of: path, limit: Self.largest)
    if SealedBytes.isSealed(bytes) {
      bytes = try SealedBytes.open(bytes, name: name, with: command.keys.loaded())
    }
    guard AnnotationArchive.isOne(bytes) else { return [(path, name, bytes)] }
    do {
      return try AnnotationArchive.files(in: bytes).map {
        (Self.folder(path) + $0.name, "\(name), \(printable($0.name))", $0.bytes)
      }
    } catch is CaseRefusal {
      throw Refusal(.badInput, "\(name) is no archive that can be read; fetch it again")
    }
  }

  private static func document(
    _ bytes: [UInt8], _ path: String, _ name: String
  ) throws -> AnnotatedDocument {
    do throws(AnnotationError) {
      return try AnnotatedDocument(annotated: bytes, name: stem(path))
    } catch {
      throw Refusal(.badInput, "\(name):\(error.line): \(error.sentence)")
    }
  }

  /// The file's name without its folder, and without ".gold.txt" or its last suffix.
  private static func stem(_ path: String) -> String {
    let name = String(path.split(separator: "/").last ?? "document")
    if name.hasSuffix(".gold.txt"), name.count > 9 { return String(name.dropLast(9)) }
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  // MARK: Annotated documents

  private struct Task: Sendable {
    let path: String
    let document: AnnotatedDocument
    let pipeline: Pipeline
    let language: Language
    let neutral: NeutralMarks
  }

  private func score(
    _ annotated: [(path: String, document: AnnotatedDocument)], _ evaluation: inout Evaluation
  ) throws {
    let policy = try Sources.policy(command.policy ?? "press")
    evaluation.policy = policy.name
    var pipelines: [String: Pipeline] = [:]
    var neutrals: [String: NeutralMarks] = [:]
    var tasks: [Task] = []
    for (path, document) in annotated {
      let people = people(for: document, path)
      if pipelines[people ?? ""] == nil {
        pipelines[people ?? ""] = Pipeline(
          policy: policy,
          people: try Sources.people(people, keys: command.keys, savedOpenly: false),
          reader: command.reading.reader)
      }
      let beside = Self.folder(path) + "neutral.tsv"
      if neutrals[beside] == nil { neutrals[beside] = try Self.neutral(beside) }
      guard let language = document.language ?? command.language.language(of: document.utf8) else {
        throw Refusal(
          .refused,
          "the language of \(printable(path)) is not supported, or cannot be told; say it in the"
            + " header (lang: en), or \(LanguageChoice.advice)")
      }
      guard let pipeline = pipelines[people ?? ""] else { continue }
      if people != nil { evaluation.withPeople += 1 }
      tasks.append(
        Task(
          path: path, document: document, pipeline: pipeline, language: language,
          neutral: neutrals[beside] ?? NeutralMarks()))
    }
    let scored = Workers.map(tasks, jobs: command.work.threads) { task -> Evaluation.Scored? in
      var document = task.document
      document.language = task.language
      guard let redacted = Self.redact(document.utf8, task.language, task.pipeline) else {
        return nil
      }
      return Evaluation.Scored(
        path: task.path, document: document, redacted: redacted,
        score: DocumentScore(document, redacted, neutral: task.neutral))
    }
    evaluation.documents = scored.compactMap { $0 }
    if !command.quiet {
      Console.say(
        "\(counted(tasks.count, "document")), \(evaluation.withPeople) with a people file;"
          + " policy \(policy.name)")
    }
  }

  /// The people file to use: the one given, or the one beside the document.
  private func people(for document: AnnotatedDocument, _ path: String) -> String? {
    if command.noPeople { return nil }
    if let given = command.people { return given }
    for name in [document.caseName, Self.stem(path)] where !name.isEmpty && !name.contains("/") {
      let beside = Self.folder(path) + name + ".roster.yaml"
      if FileStatus(beside)?.isRegular == true { return beside }
    }
    return nil
  }

  /// The folder of a path, with its slash; empty for the current one.
  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private static func neutral(_ path: String) throws -> NeutralMarks {
    guard FileStatus(path)?.isRegular == true else { return NeutralMarks() }
    do {
      return try NeutralMarks(contents(of: path, limit: 1 << 20))
    } catch let error as AnnotationError {
      throw Refusal(
        .badInput,
        "\(printable(path)):\(error.line): a line is a kind, a tab, and the words of a mark or *")
    }
  }

  private static func redact(
    _ text: [UInt8], _ language: Language, _ pipeline: Pipeline
  ) -> RedactedDocument? {
    guard let testimony = try? Testimony(id: "document", utf8: text, language: language),
      let plan = pipeline.plan([testimony]).first
    else { return nil }
    return RedactedDocument(plan.reviewed().apply())
  }

  // MARK: Benchmark

  private func score(_ documents: [EntityDocument], _ evaluation: inout Evaluation) throws {
    let policy = try Sources.policy(command.policy ?? "strict")
    let pipeline = Pipeline(
      policy: policy,
      people: try Sources.people(
        command.noPeople ? nil : command.people, keys: command.keys, savedOpenly: false),
      reader: command.reading.reader)
    if evaluation.policy.isEmpty { evaluation.policy = policy.name }
    let language = command.language.given ?? .english
    let redacted = Workers.map(documents, jobs: command.work.threads) {
      document -> RedactedDocument? in
      Self.redact(document.utf8, language, pipeline)
    }
    var score = EntityScore()
    for (document, redacted) in zip(documents, redacted) {
      if let redacted { score.add(document, redacted) }
    }
    evaluation.entities = score
    evaluation.benchmark = documents
    if !command.quiet {
      Console.say("\(counted(documents.count, "document")) of a benchmark; policy \(policy.name)")
    }
  }
}
