internal import CReader

/// What the readers have learned, as far as it is known before it is read.
enum ReaderWeights {
  /// The SHA-256 of the digests of all models that are compiled in, taken when they were written:
  /// 32 bytes. Plans that were made with others are made anew.
  static var digest: [UInt8] {
    Array(UnsafeBufferPointer(start: reader_digest_of_all(), count: 32))
  }
}
