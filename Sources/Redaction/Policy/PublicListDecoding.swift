extension PublicList {
  /// Reads a list; `file` is its name for errors.
  ///
  ///     version: 1
  ///     kind: figure
  ///     entries:
  ///       - {en: [Vladimir Putin], ru: [Владимир Путин], gender: m, alone: true, why: "…"}
  public init(yaml bytes: [UInt8], file: String) throws(PolicyError) {
    let root = try StrictYAML(file: file, quotesWords: true).root(bytes)
    if root.isAbsent { throw .nothing(root.position) }
    let map = try root.mapping("list", keys: ["version", "kind", "entries"])
    _ = try map.required("version").number("version", in: 1...1)
    kind = try map.required("kind").word("kind")
    entries = []
    var lines: [PublicEntry.Key: Int] = [:]
    for node in try map.required("entries").sequence("entries") {
      let entry = try PublicEntry(node, kind)
      for key in Set(entry.keys) {
        if let first = lines[key] { throw .duplicateEntry(node.position, firstLine: first) }
        lines[key] = node.line
      }
      entries.append(entry)
    }
  }

  /// Reads a list from a string.
  public init(yaml: String, file: String) throws(PolicyError) {
    try self.init(yaml: Array(yaml.utf8), file: file)
  }

  /// The lists that come with the library.
  public static let shipped: [PublicList] = [
    "public-figures", "public-bodies", "public-dates", "public-events", "public-phrases",
  ].map { name in
    let bytes = EmbeddedFile.bytes(name)
    if let list = PublicList(lines: bytes) { return list }
    do {
      return try PublicList(yaml: bytes, file: "\(name).yaml")
    } catch {
      preconditionFailure("a shipped list does not load: \(error)")
    }
  }
}

extension PublicEntry {
  /// By what two entries of a list would be the same.
  enum Key: Hashable {
    case name(Language, String)
    case date(PublicDate)
  }

  var keys: [Key] {
    if let date { return [.date(date)] }
    return names.flatMap { language, names in
      names.map { .name(language, $0.lowercased()) }
    }
  }

  init(_ node: StrictNode, _ kind: PublicList.Kind) throws(PolicyError) {
    let map = try node.mapping("entries", keys: Self.allowedKeys(kind))
    self.kind = kind
    why = try map.required("why").text("why")
    alone = try map["alone"]?.truth("alone") ?? false
    gender = .unknown
    if kind == .figure {
      gender = try map.required("gender").word("gender", among: [Gender.male, .female])
    }
    names = [:]
    for language in Self.languages {
      guard let list = map[language.rawValue] else { continue }
      names[language] = try Self.names(list, language.rawValue)
    }
    guard kind == .date else {
      if kind != .phrase || names.isEmpty {
        _ = try map.required(Language.none.spoken.rawValue)
      }
      return
    }
    let month = try map.required("month").number("month", in: 1...12)
    let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    date = PublicDate(
      day: try map["day"]?.number("day", in: 1...days[month - 1]),
      month: month, year: try map["year"]?.number("year", in: 1700...2100))
  }

  private static let languages = Language.written

  private static func allowedKeys(_ kind: PublicList.Kind) -> [String] {
    switch kind {
    case .figure: languages.map(\.rawValue) + ["gender", "alone", "why"]
    case .body, .event, .phrase: languages.map(\.rawValue) + ["why"]
    case .date: ["day", "month", "year", "alone", "why"]
    }
  }

  private static func names(_ node: StrictNode, _ key: String) throws(PolicyError) -> [String] {
    var names: [String] = []
    for item in try node.sequence(key) {
      let name = try item.line(key)
      if names.contains(name) { throw .duplicateKey(item.position, key: key) }
      names.append(name)
    }
    guard !names.isEmpty else { throw .missing(node.position, key: key) }
    return names
  }
}
