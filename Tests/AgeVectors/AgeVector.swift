internal import Foundation
package import Testing

/// One file of the CCTV age test kit: lines `key: value`, an empty line, and a file to open.
package struct AgeVector: CustomTestStringConvertible, Sendable {
  package let name: String
  package private(set) var expectation = ""
  package private(set) var payloadDigest: [UInt8]?
  package private(set) var fileKey: [UInt8]?
  package private(set) var identities: [String] = []
  package private(set) var passphrases: [String] = []
  package private(set) var isArmored = false
  package private(set) var isKnown = true
  package private(set) var file: [UInt8] = []

  package var testDescription: String { name }

  /// Whether a post-quantum key is needed to open it.
  package var isHybrid: Bool { identities.contains { $0.hasPrefix("AGE-SECRET-KEY-PQ-") } }

  package static var hybrid: [AgeVector] { all.filter { $0.isKnown && $0.isHybrid } }

  package static let absence: Comment = "../shared/vectors/age is not there"
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../shared/vectors/age").standardized

  package static let all: [AgeVector] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { AgeVector(name, Array($0)) }
    }
  }()

  private init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    var rest = bytes[...]
    var isCompressed = false
    while let end = rest.firstIndex(of: 0x0A) {
      let line = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if line.isEmpty { break }
      let value = line.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
      switch line.prefix(while: { $0 != ":" }) {
      case "expect": expectation = value
      case "payload": payloadDigest = Self.bytes(value)
      case "file key": fileKey = Self.bytes(value)
      case "identity": identities.append(value)
      case "passphrase": passphrases.append(value)
      case "armored": isArmored = value == "yes"
      case "compressed": isCompressed = value == "zlib"
      case "comment": break
      default: isKnown = false
      }
    }
    file = isCompressed ? Self.inflate(rest) : Array(rest)
  }

  /// zlib's format, through the Python that every developer's machine has.
  private static func inflate(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys, zlib; sys.stdout.buffer.write(zlib.decompress(sys.stdin.buffer.read()))",
    ]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    guard (try? process.run()) != nil else { return [] }
    // Less than a pipe holds.
    try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try? input.fileHandleForWriting.close()
    let inflated = try? output.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return Array(inflated ?? Data())
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
