internal import Cryptography
internal import Glibc
internal import Sealing

/// Carries one file through sealing or opening, in constant memory.
struct SealedStream {
  /// Below this many bytes no progress is shown.
  private static let large = 64 << 20
  private static let pieceCount = 1 << 20

  let input: String
  /// A path, or nil for stdout.
  let output: String?
  let force: Bool
  let isQuiet: Bool

  /// - Parameter kept: files that are needed and must not be overwritten.
  init(input: String?, output: String?, force: Bool, isQuiet: Bool, kept: [String]) throws {
    self.input = input ?? "-"
    self.output = output == "-" || output == "/dev/stdout" ? nil : output
    self.force = force
    self.isQuiet = isQuiet
    guard let path = self.output else { return }
    guard !path.isEmpty else { throw Refusal(.usage, "-o has an empty name; name a file") }
    if let there = FileStatus(path), there.isRegular {
      for other in kept + [self.input] where FileStatus(other) == there {
        throw Refusal(.usage, "\(printable(path)) is an input of this run; write to another file")
      }
    }
    try OutputFile.check(path, force: force)
  }

  /// The input's name in messages.
  var name: String { input == "-" ? "stdin" : printable(input) }

  /// Reads all of the input, gives each piece to `take` and its end to `finish`, and writes what
  /// they give out. A file gets its name when all went well.
  func run(
    _ verb: String, take: (UnsafeRawBufferPointer, Sink) throws -> Void,
    finish: (Sink) throws -> Void
  ) throws {
    let isInput = input == "-"
    let file = isInput ? FileDescriptor(STDIN_FILENO) : try openForReading(input)
    defer { if !isInput { file.close() } }
    let out = try output.map { try OutputFile($0, force: force) }
    let sink: Sink = { bytes in
      if let out { try out.write(bytes) } else { try StandardOutput.write(bytes) }
    }
    do {
      try pump(file, verb) { try take($0, sink) }
      try finish(sink)
    } catch let error as SealingError {
      Console.endProgress()
      throw error.refusal(about: name, isKeyFile: false)
    }
    Console.endProgress()
    try out?.finish()
  }

  private func pump(
    _ file: FileDescriptor, _ verb: String, _ take: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let size = isQuiet ? nil : file.size
    var progress = (size ?? 0) > Self.large ? Progress(total: size) : nil
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceCount, alignment: 4096)
    defer {
      wipe(piece)
      piece.deallocate()
    }
    var done = 0
    while true {
      let count = try file.fill(piece, name: name)
      guard count > 0 else { return }
      try take(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      done += count
      progress?.show(done, "\(verb) \(name)")
    }
  }
}

extension FileDescriptor {
  /// The size of a regular file, in bytes.
  var size: Int? {
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Reads until the memory is full or the file ends; gives the number of bytes.
  func fill(_ memory: UnsafeMutableRawBufferPointer, name: String) throws -> Int {
    var done = 0
    while done < memory.count {
      let got = Glibc.read(number, memory.baseAddress! + done, memory.count - done)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else {
        throw Refusal(.brokenStream, "\(name) cannot be read (\(reason(errno)))")
      }
      if got == 0 { break }
      done += got
      // What comes from a pipe is passed on as it comes.
      if got < 1 << 16, size == nil { break }
    }
    return done
  }
}
