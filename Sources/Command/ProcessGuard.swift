internal import CProcess
internal import Glibc

/// What the process does before it reads a word: it keeps its memory to itself, and it cleans up
/// when it is interrupted.
enum ProcessGuard {
  static func start() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    _ = underseal_hide_memory()
    crashWithoutAWord()
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    occupyClosedStreams()
    cleanUpWhenInterrupted()
  }

  /// Swift's runtime answers a crash with a backtrace on stderr, and with it what registers point
  /// at: words of the testimony, or keys. A crash only ends the process.
  private static func crashWithoutAWord() {
    for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS] {
      signal(number, SIG_DFL)
    }
  }

  /// A caller may have closed stdin, stdout or stderr; the next file opened would take its number,
  /// and be written to as if it were the stream. What stands in cannot be read or written.
  private static func occupyClosedStreams() {
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Ends as a program does whose reader has gone: without a word, by SIGPIPE.
  static func endQuietly() -> Never {
    UnfinishedFile.abandon { die(of: SIGPIPE) }
  }

  /// A thread of its own waits for the signals that end a program, so that the unfinished files
  /// can be removed by ordinary code.
  private static func cleanUpWhenInterrupted() {
    var awaited = sigset_t()
    sigemptyset(&awaited)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      // What the caller chose to ignore (nohup) stays ignored.
      if sigaction(number, nil, &action) == 0,
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
      {
        continue
      }
      sigaddset(&awaited, number)
    }
    pthread_sigmask(SIG_BLOCK, &awaited, nil)
    let set = UnsafeMutablePointer<sigset_t>.allocate(capacity: 1)
    set.initialize(to: awaited)
    var thread = pthread_t()
    _ = pthread_create(
      &thread, nil,
      { set in
        var number: Int32 = 0
        while let set, sigwait(set.assumingMemoryBound(to: sigset_t.self), &number) != 0 {}
        UnfinishedFile.abandon { ProcessGuard.die(of: number) }
      }, set)
  }

  private static func die(of number: Int32) -> Never {
    Terminal.restore()
    signal(number, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    kill(getpid(), number)
    _exit(128 + number)
  }
}
