internal import Redaction
internal import Synchronization

/// How far the reading of large texts has come, on a terminal:
///
///     [########            ] 41 %  1.2 of 3.0 MB, 12 s left
final class ReadingProgress: Sendable {
  /// Texts of this many bytes together are read in a moment, and nothing is shown.
  static let smallest = 1_000_000

  private let progress: Mutex<Progress>

  private init(total: Int) { progress = Mutex(Progress(total: total)) }

  /// What a pipeline tells of its reading; nil where there is nobody to show it to.
  static func shown(total: Int, quiet: Bool) -> (@Sendable (Int, Int) -> Void)? {
    guard !quiet, Console.isTerminal, total > smallest else { return nil }
    let shown = ReadingProgress(total: total)
    return { done, total in shown.show(done, of: total) }
  }

  private func show(_ done: Int, of total: Int) {
    guard done < total else { return Console.progress("planning …") }
    progress.withLock { progress in
      progress.show(
        done, "\(Self.megabytes(done)) of \(Self.megabytes(total)) MB\(progress.timeLeft(done))")
    }
  }

  /// "1.2", of 1,234,567 bytes.
  static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Says beforehand that a reading takes long, where it takes over a minute, and what is faster.
  static func announce(total: Int, reader: Reader, jobs: Int, quiet: Bool) {
    guard !quiet, let sentence = announcement(total: total, reader: reader, jobs: jobs) else {
      return
    }
    Console.say(sentence)
  }

  /// The same sentence; nil where there is nothing to say.
  static func announcement(total: Int, reader: Reader, jobs: Int) -> String? {
    let seconds = total / (reader.bytesPerSecond * jobs)
    guard reader == .deep, seconds > 60 else { return nil }
    return "reading \(megabytes(total)) MB takes about \(Progress.duration(seconds)); --reader fast"
      + " takes about \(Progress.duration(max(1, total / (Reader.fast.bytesPerSecond * jobs)))) and"
      + " finds less"
  }
}
