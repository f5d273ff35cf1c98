/// Writes a document with its marks in the text, as `init(annotated:name:)` reads it.
extension AnnotatedDocument {
  /// The annotated file, UTF-8. Nothing is escaped in the form, so brackets of the text that stand in
  /// pairs, or would meet those of a mark, get a space between them: "[[" becomes "[ [".
  package var annotated: [UInt8] {
    var out = String.UnicodeScalarView()
    out.append(contentsOf: "---\nid: \"\(Self.quotable(id))\"\n".unicodeScalars)
    if let language { out.append(contentsOf: "lang: \(language.rawValue)\n".unicodeScalars) }
    if !caseName.isEmpty {
      out.append(contentsOf: "case: \"\(Self.quotable(caseName))\"\n".unicodeScalars)
    }
    out.append(contentsOf: "---\n".unicodeScalars)
    func put(_ range: Range<Int>) {
      for scalar in text[range] {
        if scalar == "[" || scalar == "]", out.last == scalar { out.append(" ") }
        out.append(scalar)
      }
    }
    var index = 0
    for mark in marks {
      put(index..<mark.range.lowerBound)
      if out.last == "[" { out.append(" ") }
      let head = "[[\(mark.kind.rawValue):\(mark.entity):\(mark.sensitivity.rawValue)|"
      out.append(contentsOf: head.unicodeScalars)
      put(mark.range)
      out.append(contentsOf: "]]".unicodeScalars)
      index = mark.range.upperBound
    }
    put(index..<text.count)
    if out.last != "\n" { out.append("\n") }
    return Array(String(out).utf8)
  }

  /// Text between quotes of YAML, on one line.
  private static func quotable(_ text: String) -> String {
    let kept = text.unicodeScalars.filter {
      $0.properties.generalCategory != .control && $0 != "\"" && $0 != "\\"
    }
    return String(String.UnicodeScalarView(kept))
  }
}
