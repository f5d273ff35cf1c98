internal import Audit
internal import Cryptography
internal import Glibc

/// A file of a case that is written, hashed and brought to the disk under a name that counts for
/// nothing; it gets its own when the log names its digest.
final class StagedFile {
  let path: String
  private let full: String
  private let file: Int32
  private let stamp: Int
  private var digest: SHA256?

  /// - Parameters:
  ///   - path: where it will lie inside the case.
  ///   - stamp: the time it gets, in seconds since 1970.
  init(_ path: String, in disk: Disk, stamp: Int) throws {
    self.path = path
    self.stamp = stamp
    full = disk.root + "/" + CaseLayout.unfinished(path)
    digest = try SHA256()
    if let slash = path.lastIndex(of: "/") { try disk.makeFolder(String(path[..<slash])) }
    unlink(full)
    file = open(full, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw AuditError.system(path, errno) }
  }

  /// Writes the next bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    try digest?.update(bytes)
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(file, bytes.baseAddress! + done, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw AuditError.system(path, errno) }
      done += count
    }
  }

  /// Brings it to the disk; gives the digest.
  func finish() throws -> Hash {
    let time = timespec(tv_sec: stamp, tv_nsec: 0)
    _ = futimens(file, [time, time])
    guard fsync(file) == 0 else { throw AuditError.system(path, errno) }
    guard let hash = Hash(try digest.take()!.finish()) else { throw AuditError.cryptography }
    return hash
  }

  deinit { close(file) }
}

extension Disk {
  /// Stages a file whose bytes are at hand.
  func stage(_ bytes: [UInt8], _ path: String, stamp: Int) throws -> Hash {
    let file = try StagedFile(path, in: self, stamp: stamp)
    try bytes.withUnsafeBytes { try file.write($0) }
    return try file.finish()
  }

  /// Brings the names in a folder to the disk.
  func sync(folder path: String) throws(AuditError) {
    let number = open(root + (path.isEmpty ? "" : "/" + path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .system(path, errno) }
    defer { close(number) }
    guard fsync(number) == 0 else { throw .system(path, errno) }
  }

  /// The first bytes of a file.
  func head(of path: String, count: Int) throws(AuditError) -> [UInt8] {
    let file = open(root + "/" + path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw .system(path, errno) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = Glibc.read(file, &bytes, count)
    guard got >= 0 else { throw .system(path, errno) }
    return Array(bytes[..<got])
  }

  /// Moves a file inside the case.
  func move(_ from: String, to path: String) throws(AuditError) {
    guard rename(root + "/" + from, root + "/" + path) == 0 else { throw .system(path, errno) }
  }

  /// Whether anything has that name.
  func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(root + "/" + path, &status) == 0
  }

  /// Whether a name is that of a plain file which has no other.
  func isAlone(_ path: String) -> Bool {
    var status = stat()
    return lstat(root + "/" + path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && status.st_nlink == 1
  }

  /// Overwrites a file before it is removed; what a disk keeps of it elsewhere is not reached.
  func shred(_ path: String) throws(AuditError) {
    overwrite(root + "/" + path)
    try remove(path)
  }
}

/// Overwrites a file's bytes once with random ones, as far as that can be done; false where it
/// cannot.
@discardableResult
func overwrite(_ path: String) -> Bool {
  let file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
  guard file >= 0 else { return false }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
  let size = Int(status.st_size)
  var at = 0
  // A hole holds nothing, and filling one that somebody made could fill the disk.
  while at < size {
    let data = lseek(file, at, Disk.seekData)
    if data < 0, errno == ENXIO { break }
    at = max(at, data)
    let hole = lseek(file, at, Disk.seekHole)
    let end = hole > at ? min(hole, size) : size
    lseek(file, at, SEEK_SET)
    while at < end, let noise = try? SecureRandom.bytes(min(end - at, 1 << 20)) {
      let count = noise.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      at += count
    }
    guard at >= end else { return false }
  }
  return fsync(file) == 0
}
