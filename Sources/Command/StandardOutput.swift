internal import Glibc

/// Where data goes.
enum StandardOutput {
  static func write(_ bytes: [UInt8]) throws {
    try FileDescriptor(STDOUT_FILENO).write(bytes, name: "stdout")
  }

  static func write(_ bytes: UnsafeRawBufferPointer) throws {
    try FileDescriptor(STDOUT_FILENO).write(bytes, name: "stdout")
  }
}
