import Audit
import Testing

struct MerkleTreeTests {
  /// The leaves and roots that the reference implementation of RFC 6962 tests itself with.
  @Test func rootsAreThoseOfTheReference() throws {
    let leaves = [
      "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
      "606162636465666768696a6b6c6d6e6f",
    ].map { [UInt8](hexadecimal: $0) }
    let roots = [
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    let oracle = try Oracle(leaves)
    for (size, root) in roots.enumerated() {
      #expect(try MerkleTree.root(size: size, oracle).bytes == [UInt8](hexadecimal: root))
    }
  }

  @Test func everyProofOfSmallTreesIsTheOraclesAndHolds() throws {
    let oracle = try Oracle(40)
    for size in 1...40 {
      let root = try oracle.root(size: size)
      #expect(try MerkleTree.root(size: size, oracle) == root)
      for index in 0..<size {
        let proof = try MerkleTree.inclusionProof(of: index, size: size, oracle)
        #expect(try proof == oracle.path(index, 0, size))
        try MerkleProof.checkInclusion(
          of: oracle.leaves[index], at: index, size: size, root: root, proof: proof)
        #expect(throws: AuditError.self) {
          try MerkleProof.checkInclusion(
            of: oracle.root(size: 0), at: index, size: size, root: root, proof: proof)
        }
      }
      for old in 1...size {
        let proof = try MerkleTree.consistencyProof(from: old, to: size, oracle)
        #expect(try proof == oracle.subproof(old, 0, size, true))
        let before = try oracle.root(size: old)
        try MerkleProof.checkConsistency(from: old, before, to: size, root, proof: proof)
        guard old < size else { continue }
        #expect(throws: AuditError.self) {
          try MerkleProof.checkConsistency(from: old, root, to: size, root, proof: proof)
        }
      }
    }
  }

  @Test func sizesAndIndexesOutsideTheTreeAreRefused() throws {
    let oracle = try Oracle(3)
    #expect(throws: AuditError.outOfRange) { try MerkleTree.root(size: -1, oracle) }
    #expect(throws: AuditError.outOfRange) {
      try MerkleTree.inclusionProof(of: 3, size: 3, oracle)
    }
    #expect(throws: AuditError.outOfRange) {
      try MerkleTree.consistencyProof(from: 4, to: 3, oracle)
    }
    #expect(throws: AuditError.outOfRange) {
      try MerkleProof.checkInclusion(
        of: oracle.leaves[0], at: .max, size: .max, root: oracle.leaves[0], proof: [])
    }
  }
}
