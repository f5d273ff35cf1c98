internal import Glibc

/// An open file of the system, read and written in whole pieces.
struct FileDescriptor: Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  /// Writes every byte; `name` is what errors call the file.
  func write(_ bytes: [UInt8], name: String) throws {
    try bytes.withUnsafeBytes { try write($0, name: name) }
  }

  /// Writes every byte; `name` is what errors call the file.
  func write(_ buffer: UnsafeRawBufferPointer, name: String) throws {
    var done = 0
    while done < buffer.count {
      let count = Glibc.write(number, buffer.baseAddress! + done, buffer.count - done)
      if count >= 0 {
        done += count
      } else if errno == EPIPE {
        throw ReaderGone()
      } else if errno != EINTR {
        throw Refusal(
          .brokenStream, "\(name) cannot be written (\(reason(errno))); nothing more was")
      }
    }
  }

  /// Appends up to `count` bytes to `buffer`; false at the end of the file.
  func read(upTo count: Int, into buffer: inout [UInt8], name: String) throws -> Bool {
    let before = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    while true {
      let got = buffer.withUnsafeMutableBytes {
        Glibc.read(number, $0.baseAddress! + before, count)
      }
      if got < 0 && errno == EINTR { continue }
      buffer.removeLast(count - max(got, 0))
      guard got >= 0 else {
        throw Refusal(.brokenStream, "\(name) cannot be read (\(reason(errno)))")
      }
      return got > 0
    }
  }

  func close() { _ = Glibc.close(number) }
}

/// Opens a file for reading, or says why not.
func openForReading(_ path: String) throws -> FileDescriptor {
  let name = printable(path)
  let number = inherited(path) ?? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
  guard number >= 0 else {
    switch errno {
    case ENOENT, ENOTDIR: throw Refusal(.noInput, "\(name) does not exist; check the name")
    case EACCES, EPERM:
      throw Refusal(.noPermission, "\(name) may not be read by you; change its permissions")
    default: throw Refusal(.noInput, "\(name) cannot be opened (\(reason(errno)))")
    }
  }
  var status = stat()
  if fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
    Glibc.close(number)
    throw Refusal(.noInput, "\(name) is a folder; name the files in it")
  }
  return FileDescriptor(number)
}

/// A copy of the descriptor that `/dev/fd/N` names (a shell's `<(…)` or `>(…)`): a process that
/// may not be dumped cannot open it by name.
func inherited(_ path: String) -> Int32? {
  switch path {
  case "/dev/stdin": return dup(STDIN_FILENO)
  case "/dev/stderr": return dup(STDERR_FILENO)
  default: break
  }
  for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
    return Int32(path.dropFirst(folder.count)).map { dup($0) }
  }
  return nil
}

/// The whole of a file, at most `limit` bytes of it; "-" is stdin.
func contents(of path: String, limit: Int) throws -> [UInt8] {
  let isInput = path == "-"
  let file = isInput ? FileDescriptor(STDIN_FILENO) : try openForReading(path)
  defer { if !isInput { file.close() } }
  let name = isInput ? "stdin" : printable(path)
  var bytes: [UInt8] = []
  var status = stat()
  if fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
    bytes.reserveCapacity(min(Int(status.st_size), limit) + 1 << 16)
  }
  while try file.read(upTo: 1 << 16, into: &bytes, name: name) {
    guard bytes.count <= limit else {
      throw Refusal(.badInput, "\(name) is larger than \(limit) bytes; split it")
    }
  }
  return bytes
}

/// The system's own words for an error number.
func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

/// What to do about an error number where something was to be kept.
func remedy(_ number: Int32) -> String {
  switch number {
  case ENOSPC, EDQUOT, EFBIG: "make room and run it again, nothing is lost"
  case EROFS: "it cannot be written there; bring it to a disk that can, nothing is lost"
  case EACCES, EPERM: "run it as the user who owns it, nothing is lost"
  case EIO: "the disk fails; copy what is there to another before anything else"
  default: "look there, then run it again"
  }
}
