internal import Custody
internal import Glibc

/// A file that appears whole under its name, or not at all.
///
/// It is written beside its final place, mode 0600, and gets its name when it is complete and on
/// the disk; only what may be released is ever written to it.
final class OutputFile {
  let path: String
  private let force: Bool
  private let descriptor: FileDescriptor
  /// Nil for a device or a pipe, which is written in place: it has no "whole".
  private let unfinished: UnfinishedFile?
  private var isOpen = true

  /// - Throws: `Refusal` where the file exists and may not be replaced, or cannot be made.
  init(_ path: String, force: Bool) throws {
    self.path = path
    self.force = force
    var status = stat()
    let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    let given = inherited(path)
    try Self.check(path, force: force)
    if given != nil || kind == S_IFCHR || kind == S_IFIFO || kind == S_IFSOCK {
      unfinished = nil
      descriptor = FileDescriptor(given ?? open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY))
      guard descriptor.number >= 0 else { throw Self.cannotCreate(path, errno) }
    } else {
      let file = try UnfinishedFile(for: path)
      unfinished = file
      descriptor = file.descriptor
    }
  }

  /// Refuses a name that is taken, unless it may be replaced. Folders are never replaced.
  static func check(_ path: String, force: Bool) throws {
    var status = stat()
    guard inherited(path) == nil else { return }
    try checkOutsideCase(path)
    guard lstat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw Refusal(.cannotCreate, "\(printable(path)) is a folder; name a file in it")
    case S_IFCHR, S_IFIFO, S_IFSOCK: return
    default:
      if !force { throw taken(path) }
    }
  }

  /// Refuses a name inside a case: whoever gets the case would get with it what lies there in the
  /// open.
  static func checkOutsideCase(_ path: String) throws {
    guard let real = realpath(folder(of: path), nil) else { return }
    defer { free(real) }
    var folder = String(cString: real)[...]
    while !folder.isEmpty {
      let isCase = [CaseLayout.settings, CaseLayout.log].allSatisfy {
        FileStatus(folder + "/" + $0) != nil
      }
      guard !isCase else {
        throw Refusal(
          .cannotCreate,
          "\(printable(path)) would lie inside a case, where everything is sealed; name a place outside"
        )
      }
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    }
  }

  func write(_ bytes: [UInt8]) throws { try descriptor.write(bytes, name: printable(path)) }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    try descriptor.write(bytes, name: printable(path))
  }

  /// Brings the bytes to the disk, gives the file its name, and brings the name there.
  func finish() throws {
    guard isOpen else { return }
    defer { close() }
    guard let unfinished else { return }
    guard fsync(descriptor.number) == 0 else { throw notWritten(errno) }
    switch unfinished.name(path, force: force) {
    case 0: break
    case EEXIST: throw Self.taken(path)
    case let error: throw Self.cannotCreate(path, error)
    }
    let folder = open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // One that cannot be read cannot be asked for it.
    guard folder >= 0 else { return }
    defer { Glibc.close(folder) }
    // EINVAL: a file system that does not know of it.
    guard fsync(folder) == 0 || errno == EINVAL else { throw notWritten(errno) }
  }

  private func close() {
    guard isOpen else { return }
    isOpen = false
    if let unfinished { unfinished.close() } else { descriptor.close() }
  }

  deinit { close() }

  /// The folder of a path, with its slash.
  static func folder(of path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return slash.map { String(path[...$0]) } ?? "./"
  }

  private func notWritten(_ error: Int32) -> Refusal {
    Refusal(.brokenStream, "\(printable(path)) cannot be written (\(reason(error)))")
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
