internal import Cryptography
internal import Glibc
internal import Synchronization

/// The terminal of the person who runs the program, whatever stdin and stdout are.
enum Terminal {
  /// The settings to put back, while something is asked without showing it.
  private static let hidden = Mutex<(descriptor: Int32, settings: termios)?>(nil)

  /// Asks for one line, which is not shown.
  static func askSecret(_ question: String) throws -> Secret {
    let descriptor = try opened()
    defer { close(descriptor) }
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { throw missing }
    hidden.withLock { $0 = (descriptor, settings) }
    defer { restore() }
    var quiet = settings
    quiet.c_lflag &= ~tcflag_t(ECHO)
    quiet.c_lflag |= tcflag_t(ICANON)
    tcsetattr(descriptor, TCSAFLUSH, &quiet)
    let terminal = FileDescriptor(descriptor)
    try terminal.write(Array(question.utf8), name: "the terminal")
    var line: [UInt8] = []
    line.reserveCapacity(4096)
    defer { wipe(&line) }
    // A terminal gives a line at a time.
    while line.count < 4096, !line.contains(0x0A),
      try terminal.read(upTo: 4096 - line.count, into: &line, name: "the terminal")
    {}
    try terminal.write([0x0A], name: "the terminal")
    return Secret(copying: line.prefix { $0 != 0x0A })
  }

  /// Asks for one line, which is shown as it is typed.
  static func ask(_ question: String) throws -> String {
    let descriptor = try opened(
      Refusal(.usage, "there is no terminal to ask on; '--help' shows the options"))
    defer { close(descriptor) }
    let terminal = FileDescriptor(descriptor)
    try terminal.write(Array(question.utf8), name: "the terminal")
    var line: [UInt8] = []
    while line.count < 4096, !line.contains(0x0A) {
      guard try terminal.read(upTo: 4096 - line.count, into: &line, name: "the terminal") else {
        throw Refusal(.refused, "the terminal was closed; nothing more was done")
      }
    }
    return String(decoding: line.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// How many rows and columns it has; what most have where that cannot be told.
  static var height: Int { size.map { Int($0.ws_row) } ?? 24 }
  static var width: Int { size.map { Int($0.ws_col) } ?? 80 }

  private static var size: winsize? {
    guard let descriptor = try? opened() else { return nil }
    defer { close(descriptor) }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 4, size.ws_col > 0 else {
      return nil
    }
    return size
  }

  /// Shows text on the terminal only.
  static func write(_ text: String) throws {
    let descriptor = try opened(
      Refusal(.usage, "there is no terminal to ask on; '--help' shows the options"))
    defer { close(descriptor) }
    try FileDescriptor(descriptor).write(Array(text.utf8), name: "the terminal")
  }

  /// Shows a line with a secret in it, on the terminal only.
  static func show(_ text: String, _ secret: [UInt8]) throws {
    let descriptor = try opened()
    defer { close(descriptor) }
    try FileDescriptor(descriptor).write(Array(text.utf8) + secret + [0x0A], name: "the terminal")
  }

  /// Puts the terminal back as it was; also when the program is interrupted.
  static func restore() {
    hidden.withLock { kept in
      guard var settings = kept?.settings, let descriptor = kept?.descriptor else { return }
      tcsetattr(descriptor, TCSAFLUSH, &settings)
      kept = nil
    }
  }

  private static func opened(_ refusal: Refusal = missing) throws -> Int32 {
    let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw refusal }
    return descriptor
  }

  private static var missing: Refusal {
    Refusal(.usage, "a passphrase is needed and there is no terminal; give --passphrase-fd N")
  }
}
