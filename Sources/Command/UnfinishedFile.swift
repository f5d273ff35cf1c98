internal import CProcess
internal import Glibc
internal import Synchronization

/// A file that is being written and has no name that anyone would open.
///
/// Where the file system can (`O_TMPFILE`), it has no name at all, so that nothing is left of it
/// when the process is killed. Elsewhere it is called `.underseal-<16 hex digits>.unfinished`, mode
/// 0600, locked while its writer lives; what a killed run left is removed by the next that writes
/// to the folder, and by this one when it is interrupted.
final class UnfinishedFile {
  private static let prefix = ".underseal-"
  private static let suffix = ".unfinished"
  /// What has to be done at an interruption, and the folders in which it was done for others.
  private static let state = Mutex<(names: Set<String>, cleared: Set<String>)>(([], []))

  let descriptor: FileDescriptor
  private let temporary: String
  private let isNamed: Bool

  /// - Parameter path: the name that it shall have.
  /// - Throws: `Refusal` where no file can be made in that folder.
  init(for path: String) throws {
    let folder = OutputFile.folder(of: path)
    if Self.state.withLock({ $0.cleared.insert(folder).inserted }) { Self.clear(folder) }
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    let zeros = String(repeating: "0", count: 16 - digits.utf8.count)
    temporary = folder + Self.prefix + zeros + digits + Self.suffix
    let number = underseal_open_unnamed(folder)
    if number >= 0 {
      descriptor = FileDescriptor(number)
      isNamed = false
    } else {
      descriptor = FileDescriptor(try Self.named(temporary, for: path))
      isNamed = true
    }
    flock(descriptor.number, LOCK_EX)
  }

  private static func named(_ temporary: String, for path: String) throws -> Int32 {
    while true {
      let number = try state.withLock { state in
        let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard number >= 0 else { throw OutputFile.cannotCreate(path, errno) }
        state.names.insert(temporary)
        return number
      }
      flock(number, LOCK_EX)
      // Another run may have taken it for a dead one's in between.
      var status = stat()
      if fstat(number, &status) != 0 || status.st_nlink > 0 { return number }
      Glibc.close(number)
    }
  }

  /// Gives the file its name. 0, or the system's error number: `EEXIST` where the name is taken
  /// and may not be replaced.
  func name(_ path: String, force: Bool) -> Int32 {
    Self.state.withLock { state in
      if !isNamed {
        let own = "/proc/self/fd/\(descriptor.number)"
        if linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 { return 0 }
        guard errno == EEXIST, force else { return errno }
        // A link replaces nothing; it takes a name that can be moved.
        state.names.insert(temporary)
        guard linkat(AT_FDCWD, own, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0 else {
          return errno
        }
      }
      if force { return rename(temporary, path) == 0 ? 0 : errno }
      if link(temporary, path) == 0 { return 0 }
      if errno == EEXIST { return EEXIST }
      // A file system without hard links.
      return underseal_rename_new(temporary, path) == 0 ? 0 : errno
    }
  }

  /// Closes the file; what has no final name is gone.
  func close() {
    Self.state.withLock { state in
      if state.names.remove(temporary) != nil { unlink(temporary) }
    }
    descriptor.close()
  }

  /// Removes what is there, and lets nothing new begin: the process is about to end.
  static func abandon(then end: () -> Never) -> Never {
    state.withLock { state in
      for name in state.names { unlink(name) }
      end()
    }
  }

  /// Removes the unfinished files of runs that live no more.
  private static func clear(_ folder: String) {
    guard let listing = opendir(folder) else { return }
    defer { closedir(listing) }
    let parent = dirfd(listing)
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard isUnfinished(name) else { continue }
      let number = openat(parent, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
      guard number >= 0 else { continue }
      defer { Glibc.close(number) }
      var status = stat()
      if fstat(number, &status) == 0, status.st_mode == S_IFREG | 0o600,
        status.st_uid == geteuid(), flock(number, LOCK_EX | LOCK_NB) == 0
      {
        unlinkat(parent, name, 0)
      }
    }
  }

  private static func isUnfinished(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let digits = name.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
    return digits.count == 16
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
