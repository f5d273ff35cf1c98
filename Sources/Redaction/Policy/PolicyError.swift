/// A line of a file that somebody wrote: a policy, a list, a people file.
public struct FilePosition: Sendable, Hashable, CustomStringConvertible {
  /// The file as the user named it, or `press.yaml` for a shipped one.
  public var file: String
  /// Counted from 1.
  public var line: Int

  /// A line, counted from 1, of a file by the name that errors give it.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `press.yaml:12`, as compilers write it.
  public var description: String { "\(file):\(line)" }
}

/// Why a policy, a list or a people file does not load.
///
/// An error about a people file holds positions, keys and ids only; `word` is always absent
/// there, because a misplaced word may be somebody's name. Any of these may be logged.
public enum PolicyError: Error, Sendable, Hashable {
  /// The file is larger than any such file has reason to be.
  case tooLarge(FilePosition, limit: Int)
  /// A byte sequence that is not UTF-8.
  case notUTF8(FilePosition)
  /// The YAML reader stopped; `problem` is its own fixed sentence.
  case notYAML(FilePosition, problem: String)
  /// An anchor, an alias or a tag: every value is written out where it stands.
  case indirection(FilePosition)
  /// Nothing is in the file.
  case nothing(FilePosition)
  /// The value of `key` has another shape than `expected` says.
  case wrongType(FilePosition, key: String, expected: String)
  /// A key nobody reads.
  case unknownKey(FilePosition, word: String?, nearest: String?)
  /// A word that is not among the valid ones of its key.
  case unknownWord(FilePosition, key: String, word: String?, nearest: String?)
  /// One key twice in one place; `key` is absent where it could be a name.
  case duplicateKey(FilePosition, key: String?)
  /// A key that has to be there is absent, or empty.
  case missing(FilePosition, key: String)
  /// A key that says nothing beside its neighbours; `reason` says why.
  case misplaced(FilePosition, key: String, reason: String)
  /// Something of a kind would be shown for review only from where on it is hidden.
  case reviewAboveMask(FilePosition, kind: EntityKind)
  /// A second rule for a kind.
  case duplicateRule(FilePosition, kind: EntityKind, firstLine: Int)
  /// One entry of a list twice.
  case duplicateEntry(FilePosition, firstLine: Int)
  /// Two people with one id.
  case sameIdentifier(FilePosition, id: String, firstLine: Int)
  /// Two people with one pseudonym, both named by id.
  case samePseudonym(FilePosition, id: String, otherID: String)
  /// A name, alias or pseudonym in which there is no letter or digit to find.
  case nothingToFind(FilePosition, key: String, id: String)
}

extension PolicyError {
  /// Where the file has to be changed.
  public var position: FilePosition {
    switch self {
    case .tooLarge(let p, _), .notUTF8(let p), .notYAML(let p, _), .indirection(let p),
      .nothing(let p), .wrongType(let p, _, _), .unknownKey(let p, _, _),
      .unknownWord(let p, _, _, _), .duplicateKey(let p, _), .missing(let p, _),
      .misplaced(let p, _, _), .reviewAboveMask(let p, _), .duplicateRule(let p, _, _),
      .duplicateEntry(let p, _),
      .sameIdentifier(let p, _, _), .samePseudonym(let p, _, _), .nothingToFind(let p, _, _):
      p
    }
  }

  /// The valid word closest to the unknown one, where one is close.
  public var nearest: String? {
    switch self {
    case .unknownKey(_, _, let nearest), .unknownWord(_, _, _, let nearest): nearest
    default: nil
    }
  }

  /// What is wrong and what to do, in one sentence without its position.
  public var sentence: String {
    switch self {
    case .tooLarge(_, let limit): "the file is larger than \(limit / 1024) KiB; split it"
    case .notUTF8: "this is not UTF-8 text; save the file as UTF-8"
    case .notYAML(_, let problem): "this is not YAML (\(problem))"
    case .indirection:
      "anchors, aliases and tags (& * !) are not read; write the value out or quote it"
    case .nothing: "the file is empty"
    case .wrongType(_, let key, let expected): "'\(key)' takes \(expected)"
    case .unknownKey(_, let word, let nearest):
      "\(word.map { "the key '\($0)'" } ?? "a key here") is unknown" + Self.question(nearest)
    case .unknownWord(_, let key, let word, let nearest):
      "\(word.map { "'\($0)'" } ?? "the word here") is no value of '\(key)'"
        + Self.question(nearest)
    case .duplicateKey(_, let key):
      "\(key.map { "the key '\($0)'" } ?? "a key here") stands twice; leave one"
    case .missing(_, let key): "'\(key)' is missing or empty; add it"
    case .misplaced(_, let key, let reason): "'\(key)' has no place here: \(reason)"
    case .reviewAboveMask(_, let kind):
      "'review_from' of '\(kind.rawValue)' is above its 'mask_from', from where on it is hidden;"
        + " lower it, or raise 'mask_from'"
    case .duplicateRule(_, let kind, let first):
      "'\(kind.rawValue)' has a rule on line \(first) already; leave one"
    case .duplicateEntry(_, let first): "the same entry stands on line \(first) already; leave one"
    case .sameIdentifier(_, let id, let first):
      "the id '\(id)' is that of the person on line \(first); give each person their own"
    case .samePseudonym(_, let id, let other):
      "'\(id)' and '\(other)' have the same pseudonym; give each person their own"
    case .nothingToFind(_, let key, let id):
      "the \(key) of '\(id)' has no letter or digit, so it cannot be found in a text"
    }
  }

  private static func question(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? ""
  }
}

extension PolicyError: CustomStringConvertible {
  /// `press.yaml:12: 'generalise' is no value of 'treatment'; did you mean 'generalize'?`
  public var description: String { "\(position): \(sentence)" }
}
