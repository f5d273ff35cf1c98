/// Reads a document with its marks in the text:
///
///     ---
///     id: letter-1                 header, may be left out: id, lang, case, genre, lookalikes
///     lang: en
///     case: harbour
///     ---
///     My sister [[PERSON:p-2:D|Mirela]] left [[PLACE:pl-1:Q|Otok]] on [[DATE:d-1:Q|4 May]].
///
/// A mark is `[[KIND:ENTITY:S|words]]`, S one of D, Q and P. Nothing nests, nothing is escaped:
/// a text that holds "[[" itself cannot be annotated.
extension AnnotatedDocument {
  /// - Parameters:
  ///   - bytes: the annotated file, UTF-8.
  ///   - name: what the document is called where its header has no id; also in errors.
  package init(annotated bytes: [UInt8], name: String) throws(AnnotationError) {
    guard let all = Self.scalars(bytes) else {
      throw .notUTF8(line: Self.lineOfBadUTF8(bytes))
    }
    var body = 0
    var header = Header()
    if let end = try Self.headerEnd(all) {
      header = try Header(Array(all[Self.fence..<end.start]), name: name)
      body = end.body
    }
    id = header.id ?? name
    language = header.language
    caseName = header.caseName
    text = []
    marks = []
    try read(all, from: body)
    guard text.contains(where: { !WordScalars.isSpace($0) }) else { throw .nothing }
    trim()
  }

  // MARK: Header

  private struct Header {
    var id: String?
    var language: Language?
    var caseName = ""

    init() {}

    init(_ scalars: [Unicode.Scalar], name: String) throws(AnnotationError) {
      // One empty line for the fence, so that lines count as in the file.
      let yaml = "\n" + String(String.UnicodeScalarView(scalars))
      do throws(PolicyError) {
        let root = try StrictYAML(file: name, quotesWords: true).root(Array(yaml.utf8))
        let map = try root.mapping(
          "header", keys: ["id", "lang", "case", "genre", "lookalikes", "note"])
        id = try map["id"]?.line("id", plain: true)
        language = try map["lang"]?.word("lang")
        caseName = try map["case"]?.line("case", plain: true) ?? ""
      } catch {
        throw .header(error)
      }
    }
  }

  /// The scalars of the opening `---` and its line end.
  private static let fence = 4

  /// Where the header ends and the body begins; nil where there is no header.
  private static func headerEnd(
    _ all: [Unicode.Scalar]
  ) throws(AnnotationError) -> (start: Int, body: Int)? {
    guard isFence(all, 0) else { return nil }
    var index = 0
    while index < all.count {
      guard let end = all[index...].firstIndex(of: "\n") else { break }
      index = end + 1
      guard isFence(all, index) else { continue }
      let close = all[index...].firstIndex(of: "\n").map { $0 + 1 } ?? all.count
      return (max(index, fence), close)
    }
    throw .headerWithoutEnd
  }

  /// Whether the line at `index` is `---`.
  private static func isFence(_ all: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index + 3 <= all.count, all[index..<index + 3].allSatisfy({ $0 == "-" }) else {
      return false
    }
    return index + 3 == all.count || all[index + 3] == "\n"
      || all[index + 3] == "\r" && (index + 4 == all.count || all[index + 4] == "\n")
  }

  // MARK: Marks

  private mutating func read(
    _ all: [Unicode.Scalar], from body: Int
  ) throws(AnnotationError) {
    var line = 1 + all[..<body].count { $0 == "\n" }
    var kinds: [String: (kind: Kind, line: Int)] = [:]
    var index = body
    while index < all.count {
      let isDouble = index + 1 < all.count && all[index + 1] == all[index]
      if isDouble, all[index] == "[" {
        let mark = try mark(all, index, line)
        if let first = kinds[mark.entity], first.kind != mark.kind {
          throw .twoKinds(line: line, firstLine: first.line)
        }
        if kinds[mark.entity] == nil { kinds[mark.entity] = (mark.kind, line) }
        if let last = text.last, WordScalars.isWord(last) { throw .insideWord(line: line) }
        let start = text.count
        text += all[mark.surface]
        index = mark.surface.upperBound + 2
        if index < all.count, WordScalars.isWord(all[index]) || WordScalars.isCombining(all[index])
        {
          throw .insideWord(line: line)
        }
        marks.append(
          Mark(
            range: start..<text.count, kind: mark.kind, entity: mark.entity,
            sensitivity: mark.sensitivity, line: line))
        continue
      }
      if isDouble, all[index] == "]" { throw .strayClose(line: line) }
      if all[index] == "\n" { line += 1 }
      text.append(all[index])
      index += 1
    }
  }

  private typealias Found = (
    kind: Kind, entity: String, sensitivity: Sensitivity, surface: Range<Int>
  )

  /// The mark that opens at `open`.
  private func mark(
    _ all: [Unicode.Scalar], _ open: Int, _ line: Int
  ) throws(AnnotationError) -> Found {
    var parts: [String] = []
    var index = open + 2
    for end: Unicode.Scalar in [":", ":", "|"] {
      // A part of a mark is short; a mark that is none should not be looked through to the end.
      let limit = min(all.count, index + 80)
      guard
        let close = all[index..<limit].firstIndex(where: {
          $0 == end || $0 == "\n" || $0 == "[" || $0 == "]" || $0 == "|"
        }), all[close] == end
      else { throw .brokenMark(line: line) }
      parts.append(String(String.UnicodeScalarView(all[index..<close])))
      index = close + 1
    }
    guard let kind = Kind(rawValue: parts[0]) else {
      throw .unknownKind(
        line: line,
        nearest: NearestWord.to(parts[0], among: Kind.allCases.map { $0.rawValue.lowercased() })?
          .uppercased())
    }
    guard !parts[1].isEmpty, parts[1].unicodeScalars.allSatisfy(Self.isOfEntity) else {
      throw .badEntity(line: line)
    }
    guard let sensitivity = Sensitivity(rawValue: parts[2]) else {
      throw .unknownSensitivity(line: line)
    }
    let start = index
    while index + 1 < all.count, !(all[index] == "]" && all[index + 1] == "]") {
      guard all[index] != "\n" else { throw .badSurface(line: line) }
      guard !(all[index] == "[" && all[index + 1] == "[") else { throw .brokenMark(line: line) }
      index += 1
    }
    guard index + 1 < all.count else { throw .brokenMark(line: line) }
    guard start < index, !WordScalars.isSpace(all[start]), !WordScalars.isSpace(all[index - 1])
    else { throw .badSurface(line: line) }
    return (kind, parts[1], sensitivity, start..<index)
  }

  private static func isOfEntity(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "-", ".", "_": true
    default: false
    }
  }

  // MARK: Text

  /// Takes the empty lines at both ends away, so that the text ends in one line end.
  private mutating func trim() {
    let first = text.firstIndex { $0 != "\n" } ?? 0
    if first > 0 {
      text.removeFirst(first)
      for index in marks.indices {
        marks[index].range =
          marks[index].range.lowerBound - first..<marks[index].range.upperBound - first
      }
    }
    while text.last == "\n" { text.removeLast() }
    text.append("\n")
  }

  private static func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar]? {
    String(validating: bytes, as: UTF8.self).map { Array($0.unicodeScalars) }
  }

  private static func lineOfBadUTF8(_ bytes: [UInt8]) -> Int {
    let at = UTF8Validation.firstInvalidByte(in: bytes) ?? 0
    return 1 + bytes[..<at].count { $0 == 0x0A }
  }
}
