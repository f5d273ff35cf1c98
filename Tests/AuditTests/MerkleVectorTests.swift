import Audit
import Foundation
import Testing

/// The cases of transparency-dev/merkle, where they lie beside the project.
struct MerkleVectorTests {
  private struct Inclusion: Decodable {
    let leafIdx, treeSize: UInt64
    let root, leafHash: String?
    let proof: [String]?
    let desc: String
    let wantErr: Bool
  }

  private struct Consistency: Decodable {
    let size1, size2: UInt64
    let root1, root2: String?
    let proof: [String]?
    let desc: String
    let wantErr: Bool
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/vectors/merkle/testdata")
  private static let isPresent = FileManager.default.fileExists(atPath: folder.path())

  private func cases<T: Decodable>(_ kind: String, as type: T.Type) throws -> [T] {
    let files = FileManager.default.enumerator(atPath: Self.folder.appending(path: kind).path())
    var cases: [T] = []
    while let file = files?.nextObject() as? String {
      guard file.hasSuffix(".json") else { continue }
      let content = try Data(contentsOf: Self.folder.appending(path: "\(kind)/\(file)"))
      cases.append(try JSONDecoder().decode(type, from: content))
    }
    return cases
  }

  private func hash(_ text: String?) throws -> Hash {
    guard let hash = Hash(Array(Data(base64Encoded: text ?? "") ?? Data())) else {
      throw AuditError.wrongProof
    }
    return hash
  }

  /// Where a case does not care for the roots it has words in their place; only whether they are
  /// the same matters, so a hash of the words does as well.
  private func root(_ text: String?) throws -> Hash {
    let bytes = Array(Data(base64Encoded: text ?? "") ?? Data())
    return bytes.starts(with: Array("don't care".utf8)) ? try Hash(of: bytes) : try hash(text)
  }

  private func holds(_ check: () throws -> Void) -> Bool { (try? check()) != nil }

  private func number(_ number: UInt64) -> Int { Int(exactly: number) ?? -1 }

  @Test(.enabled(if: isPresent, "the vectors are not beside the project"))
  func everyInclusionCaseIsAsItsFileSays() throws {
    let cases = try cases("inclusion", as: Inclusion.self)
    #expect(cases.count == 98)
    for one in cases {
      let isRight = holds {
        try MerkleProof.checkInclusion(
          of: hash(one.leafHash), at: number(one.leafIdx), size: number(one.treeSize),
          root: hash(one.root), proof: (one.proof ?? []).map(hash))
      }
      #expect(isRight != one.wantErr, "\(one.desc)")
    }
  }

  @Test(.enabled(if: isPresent, "the vectors are not beside the project"))
  func everyConsistencyCaseIsAsItsFileSays() throws {
    let cases = try cases("consistency", as: Consistency.self)
    #expect(cases.count == 98)
    for one in cases {
      let isRight = holds {
        try MerkleProof.checkConsistency(
          from: number(one.size1), root(one.root1), to: number(one.size2), root(one.root2),
          proof: (one.proof ?? []).map(hash))
      }
      #expect(isRight != one.wantErr, "\(one.desc)")
    }
  }
}
