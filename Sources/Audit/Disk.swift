internal import CSync
internal import Cryptography
internal import Glibc

/// The files of one folder: all that the log does with a disk. Paths are relative to the folder.
///
/// Each step that changes something is announced first, so that a test can stop at any of them as
/// a crash would.
package struct Disk: Sendable {
  /// A step that changes the disk.
  package enum Step: Sendable { case folder, create, writeHalf, writeRest, rename, sync, remove }

  /// The folder that every path is relative to.
  package let root: String
  /// The time that files get, in seconds since 1970; nil where they keep the real one.
  package let stamp: Int?
  private let announce: @Sendable (Step) throws(AuditError) -> Void

  /// A folder, which need not be there yet.
  ///
  /// - Parameters:
  ///   - stamp: the time that files get, in seconds since 1970; nil where they keep the real one.
  ///   - announce: called before each step that changes something; what it throws stops the step.
  package init(
    root: String, stamp: Int? = nil,
    announce: @escaping @Sendable (Step) throws(AuditError) -> Void = { _ in }
  ) {
    self.root = root
    self.stamp = stamp
    self.announce = announce
  }

  private func full(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

  private func failure(_ path: String) -> AuditError { .system(path, errno) }

  /// What Linux's `lseek` takes to find the next byte that was written, or was not.
  package static let seekData: Int32 = 3, seekHole: Int32 = 4

  /// The largest file that is read whole, in bytes.
  private static let largest = 1 << 28

  /// Opens a plain file; a pipe put in its place cannot keep the reader waiting.
  private func openFile(_ path: String) throws(AuditError) -> (number: Int32, count: Int)? {
    let file = open(full(path), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path)
    }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .system(path, EINVAL)
    }
    return (file, Int(status.st_size))
  }

  /// The bytes of a file; nil where there is none.
  package func read(_ path: String) throws(AuditError) -> [UInt8]? {
    guard let (file, size) = try openFile(path) else { return nil }
    defer { close(file) }
    guard size <= Self.largest else { throw .system(path, EFBIG) }
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress?.advanced(by: count), $0.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(path) }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// The SHA-256 of a file of any length; nil where there is none.
  ///
  /// What has a hole in it was not written here, and reading it could take days: its digest is
  /// nothing but zeros, which no file has.
  package func digest(_ path: String) throws(AuditError) -> Hash? {
    guard let (file, size) = try openFile(path) else { return nil }
    defer { close(file) }
    guard !Self.hasHole(file, size) else {
      return Hash([UInt8](repeating: 0, count: Hash.count), at: 0)
    }
    var digest: SHA256
    do { digest = try SHA256() } catch { throw .cryptography }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = piece.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(path) }
      if got == 0 { break }
      do {
        try piece.withUnsafeBytes {
          try digest.update(UnsafeRawBufferPointer(rebasing: $0[..<got]))
        }
      } catch { throw .cryptography }
    }
    do { return Hash(try digest.finish(), at: 0) } catch { throw .cryptography }
  }

  /// Whether nothing was ever written to a mebibyte of a file or more; false where a disk cannot tell.
  private static func hasHole(_ file: Int32, _ size: Int) -> Bool {
    defer { lseek(file, 0, SEEK_SET) }
    var (at, missing) = (0, 0)
    while at < size {
      let hole = lseek(file, at, Self.seekHole)
      guard hole >= at, hole < size else { return false }
      let data = lseek(file, hole, Self.seekData)
      at = data < hole ? size : data
      missing += at - hole
      if missing >= 1 << 20 { return true }
    }
    return false
  }

  /// The names in a folder, sorted; none where there is no folder.
  package func list(_ path: String) throws(AuditError) -> [String] {
    guard let folder = opendir(full(path)) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw failure(path)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all files below a folder, sorted.
  package func files(below path: String) throws(AuditError) -> [String] {
    var found: [String] = []
    for name in try list(path) {
      let inner = path.isEmpty ? name : "\(path)/\(name)"
      if try isFolder(inner) { found += try files(below: inner) } else { found.append(inner) }
    }
    return found
  }

  /// Whether there is a plain file of that name; a link to one is none.
  package func isFile(_ path: String) throws(AuditError) -> Bool {
    var status = stat()
    guard lstat(full(path), &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw failure(path)
    }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether there is a folder of that name; a link to one is none.
  package func isFolder(_ path: String) throws(AuditError) -> Bool {
    var status = stat()
    guard lstat(full(path), &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw failure(path)
    }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a name is that of a link: what it leads to may be changed from elsewhere.
  package func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(full(path), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether nobody but its owner can read a file or change it, or change a folder; true where
  /// there is none.
  package func isOwn(_ path: String) -> Bool {
    var status = stat()
    guard stat(full(path), &status) == 0 else { return true }
    return status.st_mode & (status.st_mode & S_IFMT == S_IFDIR ? 0o022 : 0o077) == 0
  }

  /// Makes a folder and those above it that only the user can enter.
  package func makeFolder(_ path: String) throws(AuditError) {
    if access(full(path), F_OK) == 0 { return }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    try announce(.folder)
    guard mkdir(full(path), 0o700) == 0 || errno == EEXIST else { throw failure(path) }
  }

  /// What files are called until they are whole, or until the log names them.
  package static let unfinished = ".unfinished-"
  /// What stands beside a file that is about to be removed.
  package static let dropped = ".dropped-"

  /// Writes a file that appears whole under its name, or not at all.
  ///
  /// - Parameters:
  ///   - isSynced: whether it is on the disk before it gets its name.
  ///   - isNew: whether a file that is there already stays as it is.
  package func write(
    _ bytes: [UInt8], to path: String, isSynced: Bool, isNew: Bool = false
  ) throws(AuditError) {
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    let temporary = Self.unfinished + String(UInt64.random(in: .min ... .max), radix: 36)
    try announce(.create)
    let file = open(full(temporary), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    try announce(.writeHalf)
    try write(bytes[..<(bytes.count / 2)], file, path)
    try announce(.writeRest)
    try write(bytes[(bytes.count / 2)...], file, path)
    setTime(file)
    if isSynced {
      try announce(.sync)
      guard fsync(file) == 0 else { throw failure(path) }
    }
    try announce(.rename)
    if isNew {
      defer { unlink(full(temporary)) }
      guard link(full(temporary), full(path)) == 0 || errno == EEXIST else { throw failure(path) }
      return
    }
    guard rename(full(temporary), full(path)) == 0 else { throw failure(path) }
  }

  private func write(_ bytes: ArraySlice<UInt8>, _ file: Int32, _ path: String) throws(AuditError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      rest = rest.dropFirst(count)
    }
  }

  private func setTime(_ file: Int32) {
    guard let stamp else { return }
    let time = timespec(tv_sec: stamp, tv_nsec: 0)
    _ = futimens(file, [time, time])
  }

  /// Gives a folder the time that its files have.
  package func stampFolder(_ path: String) {
    let folder = open(full(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    setTime(folder)
    close(folder)
  }

  /// Removes a file that may be there.
  package func remove(_ path: String) throws(AuditError) {
    try announce(.remove)
    guard unlink(full(path)) == 0 || errno == ENOENT else { throw failure(path) }
  }

  /// Removes an empty folder; one that is not empty stays.
  package func removeFolder(_ path: String) throws(AuditError) {
    try announce(.remove)
    guard rmdir(full(path)) == 0 || errno == ENOENT || errno == ENOTEMPTY || errno == EEXIST else {
      throw failure(path)
    }
  }

  /// Brings the names in the folder itself to the disk.
  package func syncFolder() throws(AuditError) { try sync { fsync($0) } }

  /// Brings everything that was written in the folder's file system to the disk, in one call.
  package func syncAll() throws(AuditError) { try sync { underseal_sync_file_system($0) } }

  private func sync(_ call: (Int32) -> Int32) throws(AuditError) {
    try announce(.sync)
    let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure("") }
    defer { close(folder) }
    guard call(folder) == 0 else { throw failure("") }
  }

  /// Holds a lock on the folder itself while `body` runs; waits for another process that has it.
  package func locked<R>(_ body: () throws -> R) throws -> R {
    let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure("") }
    defer { close(folder) }
    while flock(folder, LOCK_EX) != 0 {
      guard errno == EINTR else { throw failure("") }
    }
    return try body()
  }

  /// The folder's path without links; nil where there is no folder.
  package var realPath: String? {
    guard let path = realpath(root, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
