package import Audit

/// Where everything of a case lies.
///
///     case/                       mode 0700; files 0600; ids random; file times say nothing
///       case.yaml                 version, origin, the log's first key, recipients, auditors
///       keys/<id>.age             the item's own identity, wrapped to the recipients
///       sealed/<id>.age           the original, sealed to that identity
///       registry/<generation>.age who is who, sealed to an identity of its own
///       openings/<id>/<n>.age     what log entries say, sealed to the auditors
///       policy/<sha256>.yaml      every policy that was ever used
///       plans/<id>.age            work in progress, sealed to the item's identity
///       released/<id>/<revision>/ what went out: text, release.json, release.tlog-proof
///       log/                      the log (see AuditLog)
///       lock                      held by whoever writes; not empty while an act goes on
package enum CaseLayout {
  /// The file by which a folder is known as a case.
  package static let settings = "case.yaml"
  static let lock = "lock"
  /// The folder of the log.
  package static let log = "log"
  static let sealed = "sealed", keys = "keys", registry = "registry", openings = "openings"
  static let policies = "policy", plans = "plans", released = "released"

  /// The folders of a case.
  static let folders = [log, keys, sealed, registry, openings, policies, plans, released]
  /// Folders whose files lie at places of the log, beside the settings and what is released.
  static let coveredFolders = [sealed, keys, registry, openings, policies, plans]
  /// What stands at the top and is looked at otherwise, or for nothing.
  static let uncovered: Set = [log, released, lock]

  static func sealed(_ id: String) -> String { "\(sealed)/\(id).age" }
  static func key(_ id: String) -> String { "\(keys)/\(id).age" }
  static func plan(_ id: String) -> String { "\(plans)/\(id).age" }
  static func registry(_ generation: Int) -> String { "\(registry)/\(generation).age" }
  static func policy(_ digest: Hash) -> String { "\(policies)/\(hexadecimal(digest.bytes)).yaml" }
  static func opening(_ id: String, _ number: Int) -> String { "\(openings)/\(id)/\(number).age" }
  static func released(_ id: String) -> String { "\(released)/\(id)" }
  static func released(_ id: String, _ revision: Int) -> String { "\(released)/\(id)/\(revision)" }

  /// The name under which the registry's own identity lies in `keys`.
  static let registryKey = "registry"
  /// The name under which openings lie that are not about one item.
  static let caseOpenings = "case"

  /// The id that the name of a file of an item has; nil for another file.
  static func id(ofFile name: String) -> String? {
    guard name.hasSuffix(".age") else { return nil }
    let id = String(name.dropLast(4))
    return isID(id) ? id : nil
  }

  /// Whether a word can be an item's id: 128 random bits in base 32.
  package static func isID(_ id: String) -> Bool {
    id.utf8.count == 26
      && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
  }

  /// What a file is called until the log names it.
  static func unfinished(_ path: String) -> String { marked(path, Disk.unfinished) }

  /// What stood beside a file that was about to be removed, in the first version.
  static func dropped(_ path: String) -> String { marked(path, Disk.dropped) }

  /// Whether a file's bytes are overwritten before it goes, as far as a disk allows.
  static func isOverwritten(_ path: String) -> Bool {
    path.hasPrefix(keys + "/") || path.hasPrefix(registry + "/")
  }

  /// The path that a file with such a mark, or one of the first version that stands beside a file to
  /// be removed, is about; nil for any other.
  static func target(ofMarked path: String) -> String? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let mark = [Disk.unfinished, Disk.dropped].first(where: name.hasPrefix)
    return mark.map { path.dropLast(name.count) + String(name.dropFirst($0.count)) }
  }

  private static func marked(_ path: String, _ mark: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return mark + path }
    return path[...slash] + mark + path[path.index(after: slash)...]
  }

  /// The log of a case folder.
  ///
  /// - Parameter isLocked: whether the caller holds the lock, and has settled what was interrupted.
  package static func auditLog(
    of folder: String, state: MachineState, stamp: Int? = nil, isLocked: Bool = false
  ) -> AuditLog {
    let disk = Disk(root: folder)
    return AuditLog(
      Disk(root: folder + "/" + log, stamp: stamp), state: state,
      covering: AuditLog.Covered(disk) { result, hashesFiles throws(AuditError) in
        try CaseFiles.check(disk, &result, hashesFiles, isLocked: isLocked)
      })
  }
}

// MARK: Places in the log

extension CaseLayout {
  /// The place under which the log names a file: its path. Only a policy's is too long, and its
  /// digest is shortened; a release's is its folder.
  static func place(of path: String) -> String {
    path.hasPrefix(policies + "/")
      ? String(path.dropLast(5).prefix(policies.utf8.count + 41)) : path
  }

  /// The file that a place names.
  static func path(of place: String, _ placed: Placed) -> String {
    if place.hasPrefix(policies + "/") { return policy(placed.digest) }
    guard place.hasPrefix(released + "/") else { return place }
    return "\(place)/\(placed.state == .present ? ReleaseManifest.file : Tombstone.file)"
  }

  /// Whether a case has files of such a path.
  static func isOfCase(_ path: String) -> Bool {
    if path == settings { return true }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case (sealed, 2), (plans, 2): return id(ofFile: parts[1]) != nil
    case (keys, 2): return id(ofFile: parts[1]) != nil || parts[1] == "\(registryKey).age"
    case (registry, 2): return generation(parts[1]) != nil
    case (policies, 2): return parts[1].hasSuffix(".yaml")
    case (openings, 3): return isID(parts[1]) || parts[1] == caseOpenings
    default: return false
    }
  }

  /// The generation that the name of a file of the registry has; nil for another file.
  static func generation(_ name: String) -> Int? {
    guard name.hasSuffix(".age"), let number = Int(name.dropLast(4)), "\(number).age" == name,
      number > 0
    else { return nil }
    return number
  }
}

extension Hash {
  /// The hash of 64 hexadecimal digits; nil for anything else.
  init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    self.init(stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
  }
}

/// Bytes in hexadecimal digits, as `sha256sum` writes them.
package func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
