internal import Glibc
internal import Synchronization

/// What is said to a person, on stderr. Nothing in the program prints anywhere else.
enum Console {
  /// Whether stderr is a terminal.
  static let isTerminal = isatty(STDERR_FILENO) == 1
  /// Whether stdout is a terminal.
  static let isOutputTerminal = isatty(STDOUT_FILENO) == 1
  /// Whether stdin is a terminal.
  static let isInputTerminal = isatty(STDIN_FILENO) == 1
  /// Whether colours are wanted: a terminal, and no `NO_COLOR`.
  static let hasColor = isTerminal && allowsColor
  /// The same for stdout.
  static let hasOutputColor = isOutputTerminal && allowsColor
  private static let allowsColor = getenv("NO_COLOR").map { $0.pointee == 0 } ?? true

  private static let bar = Mutex(false)

  /// Says one sentence: `underseal: …`.
  static func say(_ sentence: String) { write("underseal: \(sentence)\n") }

  /// Writes lines as they are, below a progress bar that may stand there.
  static func write(_ text: String) {
    bar.withLock { shown in
      if shown { put("\r\u{1B}[K") }
      shown = false
      put(text)
    }
  }

  /// Shows how far long work has come; the next message takes its place.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    bar.withLock { shown in
      put("\r\u{1B}[K" + text)
      shown = true
    }
  }

  /// Takes the progress bar away.
  static func endProgress() { write("") }

  private static func put(_ text: String) {
    try? FileDescriptor(STDERR_FILENO).write(Array(text.utf8), name: "stderr")
  }
}

/// Text of a testimony or a file name, made fit for a terminal: no control, escape or direction
/// characters, and line ends as spaces.
func printable(_ text: some Collection<UInt8>) -> String {
  var out = String.UnicodeScalarView()
  for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
    switch scalar.properties.generalCategory {
    case .lineSeparator, .paragraphSeparator: out.append(" ")
    case .control: out.append(scalar.value == 0x0A || scalar.value == 0x09 ? " " : "\u{FFFD}")
    case .format, .surrogate, .privateUse, .unassigned: break
    default: out.append(scalar)
    }
  }
  return String(out)
}

/// A file name as messages show it.
func printable(_ name: String) -> String { printable(Array(name.utf8)) }

/// "1 line", "2 lines".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
