internal import CProcess
internal import Glibc
internal import Synchronization

/// A file that appears whole under its name, or not at all.
///
/// It is written beside its final place under a name of its own, mode 0600, and gets its name
/// when it is complete; only what may be released is ever written to it.
final class OutputFile {
  let path: String
  private let force: Bool
  private let temporary: String
  private let descriptor: FileDescriptor
  /// A device or a pipe is written in place: it has no "whole".
  private let isDirect: Bool
  private var isOpen = true

  /// - Throws: `Refusal` where the file exists and may not be replaced, or cannot be made.
  init(_ path: String, force: Bool) throws {
    self.path = path
    self.force = force
    var status = stat()
    let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    let given = inherited(path)
    isDirect = given != nil || kind == S_IFCHR || kind == S_IFIFO || kind == S_IFSOCK
    try Self.check(path, force: force)
    if isDirect {
      temporary = path
      descriptor = FileDescriptor(given ?? open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY))
      guard descriptor.number >= 0 else { throw Self.cannotCreate(path, errno) }
      return
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let random = UInt64.random(in: .min ... .max)
    temporary = folder + ".underseal-" + String(random, radix: 36)
    descriptor = try Unfinished.create(temporary, for: path)
  }

  /// Refuses a name that is taken, unless it may be replaced. Folders are never replaced.
  static func check(_ path: String, force: Bool) throws {
    var status = stat()
    guard inherited(path) == nil, lstat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw Refusal(.cannotCreate, "\(printable(path)) is a folder; name a file in it")
    case S_IFCHR, S_IFIFO, S_IFSOCK: return
    default:
      if !force { throw taken(path) }
    }
  }

  func write(_ bytes: [UInt8]) throws { try descriptor.write(bytes, name: printable(path)) }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    try descriptor.write(bytes, name: printable(path))
  }

  /// Brings the bytes to the disk and gives the file its name.
  func finish() throws {
    guard isOpen else { return }
    isOpen = false
    defer { descriptor.close() }
    if isDirect { return }
    defer { Unfinished.remove(temporary) }
    guard fsync(descriptor.number) == 0 else {
      throw Refusal(.brokenStream, "\(printable(path)) cannot be written (\(reason(errno)))")
    }
    if force {
      guard rename(temporary, path) == 0 else { throw Self.cannotCreate(path, errno) }
    } else if link(temporary, path) != 0 {
      if errno == EEXIST { throw Self.taken(path) }
      // A file system without hard links.
      guard underseal_rename_new(temporary, path) == 0 else {
        throw errno == EEXIST ? Self.taken(path) : Self.cannotCreate(path, errno)
      }
    }
  }

  deinit {
    guard isOpen else { return }
    descriptor.close()
    if !isDirect { Unfinished.remove(temporary) }
  }

  private static func taken(_ path: String) -> Refusal {
    Refusal(
      .cannotCreate, "\(printable(path)) exists; choose another name, or add --force to replace it")
  }

  static func cannotCreate(_ path: String, _ error: Int32) -> Refusal {
    switch error {
    case EACCES, EPERM, EROFS:
      Refusal(.noPermission, "\(printable(path)) may not be written by you; choose another folder")
    case ENOENT, ENOTDIR:
      Refusal(.cannotCreate, "the folder of \(printable(path)) does not exist; make it first")
    default: Refusal(.cannotCreate, "\(printable(path)) cannot be made (\(reason(error)))")
    }
  }
}

/// The files that have not got their names yet, so that an interrupted run leaves none behind.
enum Unfinished {
  private static let paths = Mutex<Set<String>>([])

  static func create(_ temporary: String, for path: String) throws -> FileDescriptor {
    try paths.withLock { paths in
      let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard number >= 0 else { throw OutputFile.cannotCreate(path, errno) }
      paths.insert(temporary)
      return FileDescriptor(number)
    }
  }

  static func remove(_ temporary: String) {
    paths.withLock { paths in
      paths.remove(temporary)
      _ = unlink(temporary)
    }
  }

  /// Removes what is there, and lets nothing new begin: the process is about to end.
  static func abandon(then end: () -> Never) -> Never {
    paths.withLock { paths in
      for path in paths { _ = unlink(path) }
      end()
    }
  }
}
