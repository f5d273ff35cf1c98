internal import ArgumentParser
internal import Glibc
internal import Sealing

/// `underseal inspect`: what anyone can see of a sealed file.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what a sealed file gives away without a key.",
    discussion: """
      Tells for whom a file is sealed as far as that can be seen (the kinds of \
      recipients, and how many), how much is in it, in which form, and whether \
      a quantum computer could open it. No key is needed.
      """)

  @Argument(help: ArgumentHelp("Sealed files; - or none for stdin.", valueName: "FILE"))
  var files: [String] = []

  @Flag(help: "Write one JSON object a line.")
  var json = false

  func run() throws {
    for path in files.isEmpty ? ["-"] : files {
      let name = path == "-" ? "stdin" : printable(path)
      do {
        let seen = try inspect(path, name)
        try StandardOutput.write(json ? line(seen, path) : Array(text(seen, name).utf8))
      } catch let error as SealingError {
        throw error.refusal(about: name, isKeyFile: false)
      }
    }
  }

  private func inspect(_ path: String, _ name: String) throws -> Inspection {
    let isInput = path == "-"
    let file = isInput ? FileDescriptor(STDIN_FILENO) : try openForReading(path)
    defer { if !isInput { file.close() } }
    var inspector = Inspector()
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { piece.deallocate() }
    var done = 0
    while true {
      let count = try file.fill(piece, name: name)
      guard count > 0 else { break }
      done += count
      try inspector.take(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      // The size of a binary file says the rest.
      if inspector.hasSeenHeader, let size = file.size, size >= done {
        return try inspector.finish(unseen: size - done)
      }
    }
    return try inspector.finish()
  }

  private static let risk = ": who keeps a copy may open it with a quantum computer one day"
  private static let meanings = [
    "X25519": "key", "mlkem768x25519": "post-quantum key", "scrypt": "passphrase",
    "ssh-ed25519": "SSH key", "ssh-rsa": "SSH key",
  ]

  private func text(_ seen: Inspection, _ name: String) -> String {
    var counts: [(kind: String, count: Int)] = []
    var places: [String: Int] = [:]
    for kind in seen.kinds {
      if let place = places[kind] {
        counts[place].count += 1
      } else {
        places[kind] = counts.count
        counts.append((kind, 1))
      }
    }
    let kinds = counts.map { kind, count in
      "\(count) × \(printable(kind))" + (Self.meanings[kind].map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
    let plain = seen.plainCount.map { "\($0) bytes" } ?? "cut off, or something was added"
    return """
      \(name)
        format        age v1, \(seen.isArmored ? "text (armor)" : "binary")
        recipients    \(kinds)
        post-quantum  \(Self.word(seen.isPostQuantum))\(seen.isPostQuantum == false ? Self.risk : "")
        size          \(seen.fileCount) bytes, header \(seen.headerCount)
        sealed        \(plain)

      """
  }

  private func line(_ seen: Inspection, _ path: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.member("file", path)
      object.member("version", "age-encryption.org/v1")
      object.member("postquantum", Self.word(seen.isPostQuantum))
      object.member("armor", seen.isArmored)
      object.array("stanza_types") { array in
        for kind in seen.kinds { array.element(kind) }
      }
      object.object("sizes") { sizes in
        sizes.member("file", seen.fileCount)
        sizes.member("header", seen.headerCount)
        if let plain = seen.plainCount { sizes.member("payload", plain) }
      }
    }
    return writer.bytes + [0x0A]
  }

  private static func word(_ truth: Bool?) -> String {
    truth.map { $0 ? "yes" : "no" } ?? "unknown"
  }
}
