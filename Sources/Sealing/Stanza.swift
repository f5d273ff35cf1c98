internal import Cryptography

/// One wrapped file key in a header: what kind of recipient it is for, arguments, and a body.
///
///     -> X25519 XEl0dJ6y3C7KZkgmgWUicg63EyXJiwBJW8PdYJ/cYBE
///     qRS0AMjdjPvZ/WT08U2KL4G+PIooA3hy38SvLpvaC1E
public struct Stanza: Equatable, Sendable {
  /// The kind of recipient, such as `X25519`.
  public let kind: String
  /// What follows the kind on its line.
  public let arguments: [String]
  /// The bytes that follow, mostly the file key, sealed.
  public let body: [UInt8]

  /// A stanza; kind and arguments are visible ASCII, at least one character each.
  public init(kind: String, arguments: [String], body: [UInt8]) {
    precondition(([kind] + arguments).allSatisfy { Self.isArgument($0.utf8) })
    self.kind = kind
    self.arguments = arguments
    self.body = body
  }

  /// Whether characters can be an argument.
  static func isArgument(_ text: some Collection<UInt8>) -> Bool {
    !text.isEmpty && text.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// The characters of a full line of a body.
  static let columns = 64

  /// The lines of the stanza, each with its line feed.
  var encoded: [UInt8] {
    var text = Array("-> \(([kind] + arguments).joined(separator: " "))\n".utf8)
    var rest = Base64.encode(body, .unpadded)[...]
    while true {
      let line = rest.prefix(Self.columns)
      text += line
      text.append(0x0A)
      rest = rest.dropFirst(Self.columns)
      // The last line is a short one, and may be empty.
      if line.count < Self.columns { return text }
    }
  }
}

extension Stanza {
  /// The bytes of an argument in canonical base 64, where it has that many.
  package func bytes(ofArgument index: Int, count: Int) -> [UInt8]? {
    guard let bytes = Base64.decode(Array(arguments[index].utf8), .unpadded) else {
      return nil
    }
    return bytes.count == count ? bytes : nil
  }

  /// Bytes as an argument.
  package static func argument(_ bytes: [UInt8]) -> String {
    String(decoding: Base64.encode(bytes, .unpadded), as: UTF8.self)
  }

  /// The length of a file key that is sealed in a body, in bytes.
  package static let wrappedKeyCount = 32
}
