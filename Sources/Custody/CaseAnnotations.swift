internal import Audit
internal import Redaction
package import Sealing

/// Annotated documents of a case, one a file in an archive, of which stock `tar x` makes files:
///
///     m3kq….gold.txt      the item's text with what people decided as marks
package struct AnnotationArchive: Sendable {
  /// The items whose documents are in it.
  package private(set) var items: [String] = []
  /// The archive, in the clear: to be sealed before it is written.
  package private(set) var bytes: [UInt8] = []

  /// How the name of a document in the archive ends, behind the id of its item.
  package static let suffix = ".gold.txt"

  mutating func add(_ id: String, _ document: [UInt8]) {
    items.append(id)
    bytes += TarWriter.header(.init(name: id + Self.suffix, size: document.count, time: 0))
    bytes += document + TarWriter.padding(document.count)
  }

  /// Ends the archive; how long it is tells little of what is in it.
  mutating func finish() {
    bytes += [UInt8](repeating: 0, count: 2 * TarWriter.block)
    let full = max(SealedRecord.smallest, Openings.padded(bytes.count))
    bytes += [UInt8](repeating: 0, count: full - bytes.count)
  }

  /// Whether bytes begin as an archive does.
  package static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.count >= TarWriter.block && bytes[257..<262].elementsEqual("ustar".utf8)
  }

  /// The files of an archive, by name.
  package static func files(in bytes: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var sizes: [Int] = []
    var tar = TarReader()
    try bytes.withUnsafeBytes { bytes in
      try tar.take(bytes) { part in
        switch part {
        case .member(let member):
          files.append((member.name, []))
          sizes.append(member.size)
        case .bytes(let piece): files[files.count - 1].bytes += piece
        }
      }
    }
    guard tar.isAtEnd, zip(files, sizes).allSatisfy({ $0.bytes.count == $1 }) else {
      throw CaseRefusal(.badInput, "the archive is cut off")
    }
    return files
  }
}

extension CaseFolder {
  /// What people decided about items, as annotated documents: of those named, or of all that are
  /// decided. That they leave the case is logged first, as for an original that is opened.
  package func annotations(
    _ ids: [String] = [], with identities: [any Identity], at time: String,
    text: @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
  ) throws -> AnnotationArchive {
    try locked {
      let log = try verified()
      var archive = AnnotationArchive()
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      for id in try ids.isEmpty ? decided(with: identities, log) : ids {
        guard !archive.items.contains(id) else { continue }
        let (work, registry) = try work(id, with: identities, log, text)
        guard work.plan.isReviewed else {
          throw CaseRefusal(
            .refused, "\(id) is not decided yet; 'underseal review' comes before the export")
        }
        let document = AnnotatedDocument(
          work.testimony, decided: work.plan.decisions.map(\.decision), people: registry.people)
        archive.add(id, document.annotated)
        try act.log(.open, [.init("item", id), .init("why", "exported as annotation")])
      }
      guard !archive.items.isEmpty else {
        throw CaseRefusal(.refused, "nothing is decided yet; 'underseal review' comes first")
      }
      archive.finish()
      try commit(act)
      return archive
    }
  }

  /// The items about which a person has decided, and nothing is left, released or not.
  private func decided(
    with identities: [any Identity], _ log: CaseLog
  ) throws -> [String] {
    try log.ids.filter { id in
      guard log[id].hasKey, log[id].hasPlan else { return false }
      let plan = try plan(of: id, key(id, with: identities, log), with: identities, log)
      return plan.map { !$0.isWithdrawn && $0.isReviewed } ?? false
    }
  }
}
