internal import Cryptography
internal import Glibc
internal import Synchronization

/// Where a passphrase comes from: a file descriptor that was named, or the terminal. Never the
/// command line or the environment, which other programs can read.
final class Passphrase: Sendable {
  private static let largest = 4096
  private let descriptor: Int32?
  private let read = Mutex<Secret?>(nil)

  /// - Parameter descriptor: what `--passphrase-fd` named; nil to ask on the terminal.
  init(descriptor: Int32?) { self.descriptor = descriptor }

  /// The passphrase of something that exists; asked once in a run.
  func existing(for what: String) throws -> Secret {
    try read.withLock { read in
      if let known = read?.duplicate() { return known }
      let asked = try descriptor.map(Self.contents) ?? Terminal.askSecret("Passphrase of \(what): ")
      read = asked.duplicate()
      return asked
    }
  }

  /// A passphrase for something new; on the terminal it is asked twice, and made when left empty.
  func new() throws -> Secret {
    if let descriptor { return try Self.contents(descriptor) }
    let first = try Terminal.askSecret("New passphrase (empty: one is made for you): ")
    guard first.count > 0 else { return try Self.made() }
    let second = try Terminal.askSecret("The same again: ")
    let isSame = first.withUnsafeBytes { a in
      second.withUnsafeBytes { b in isEqualInConstantTime(Array(a), Array(b)) }
    }
    guard isSame else { throw Refusal(.refused, "the two passphrases differ; start again") }
    return first
  }

  /// Six groups of five letters and digits without look-alikes: 150 bits.
  private static func made() throws -> Secret {
    let letters = Array("abcdefghjkmnpqrstuvwxyz023456789".utf8)
    guard let random = try? SecureRandom.bytes(30) else {
      throw Refusal(.brokenStream, "the system gives no random bytes; restart it")
    }
    var text: [UInt8] = []
    defer { wipe(&text) }
    for (index, byte) in random.enumerated() {
      if index > 0, index % 5 == 0 { text.append(UInt8(ascii: "-")) }
      text.append(letters[Int(byte) % letters.count])
    }
    try Terminal.show("The passphrase, to be written down: ", text)
    return Secret(copying: text)
  }

  /// All that can be read from a descriptor, without one line end.
  private static func contents(_ descriptor: Int32) throws -> Secret {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(largest + 1)
    defer { wipe(&bytes) }
    let name = "descriptor \(descriptor)"
    guard fcntl(descriptor, F_GETFD) >= 0 else {
      throw Refusal(.usage, "--passphrase-fd \(descriptor) is not open; add \(descriptor)< FILE")
    }
    while bytes.count <= largest,
      try FileDescriptor(descriptor).read(
        upTo: largest + 1 - bytes.count, into: &bytes, name: name)
    {}
    guard bytes.count <= largest else {
      throw Refusal(.badInput, "\(name) holds more than a passphrase of \(largest) bytes")
    }
    if bytes.last == 0x0A { bytes.removeLast() }
    guard !bytes.isEmpty else { throw Refusal(.badInput, "\(name) holds no passphrase") }
    return Secret(copying: bytes)
  }
}
