internal import Glibc

/// What a path leads to.
struct FileStatus: Equatable {
  var device: UInt
  var inode: UInt
  var isFolder: Bool
  var isRegular: Bool
  private var bytes: Int

  /// The size of a regular file, in bytes.
  var size: Int? { isRegular ? bytes : nil }

  /// Whether two paths lead to one file, whatever was written to it in between.
  static func == (a: FileStatus, b: FileStatus) -> Bool {
    a.device == b.device && a.inode == b.inode
  }

  /// Nil when nothing is there.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
    bytes = Int(status.st_size)
  }
}

/// Whether a name is that of a plain file itself, and not of a link to one.
func isPlainFile(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

/// The last part of a path.
func baseName(_ path: String) -> String {
  path.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? path
}

/// Makes a folder that only the user can enter, unless it is there.
func makeFolder(_ path: String) throws {
  if FileStatus(path)?.isFolder == true { return }
  guard mkdir(path, 0o700) == 0 else {
    if errno == EEXIST {
      throw Refusal(.cannotCreate, "\(printable(path)) is a file; name a folder")
    }
    throw OutputFile.cannotCreate(path, errno)
  }
}

/// The names in a folder, sorted.
func fileNames(in folder: String) throws -> [String] {
  guard let stream = opendir(folder) else {
    throw Refusal(
      errno == EACCES ? .noPermission : .noInput,
      "\(printable(folder)) cannot be read (\(reason(errno)))")
  }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    names.append(name)
  }
  return names.filter { $0 != "." && $0 != ".." }.sorted()
}
