import Audit
import Cryptography
import Testing

/// The examples of the C2SP texts, and forms that are not canonical.
struct NoteTests {
  private let key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
  private let note = """
    This is an example message.

    — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmR\
    KuwHjG1Yu72IneyaQM=

    """
  private let checkpoint = """
    example.com/behind-the-sofa
    20852163
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

    — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv\
    2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=

    """

  @Test func theExampleOfSignedNoteVerifies() throws {
    let key = try VerifierKey(key)
    #expect(key.text == self.key)
    let parsed = try SignedNote(parsing: Array(note.utf8))
    #expect(parsed.bytes == Array(note.utf8))
    #expect(try parsed.verify(with: [key]) == [key])
    #expect(throws: AuditError.unknownSigner) { try parsed.verify(with: []) }
    let changed = try SignedNote(
      parsing: Array(note.replacing("an example", with: "no example").utf8))
    #expect(throws: AuditError.wrongSignature) { try changed.verify(with: [key]) }
  }

  @Test func theExampleOfCheckpointIsRead() throws {
    let parsed = try SignedNote(parsing: Array(checkpoint.utf8))
    let head = try Checkpoint(text: parsed.text)
    #expect(head.origin == "example.com/behind-the-sofa")
    #expect(head.size == 20_852_163)
    #expect(head.text == parsed.text)
    #expect(parsed.bytes == Array(checkpoint.utf8))
  }

  @Test func everyFlippedBitOfANoteIsRefused() throws {
    let key = try VerifierKey(key)
    for index in note.utf8.indices {
      for bit in 0..<8 {
        var bytes = Array(note.utf8)
        bytes[note.utf8.distance(from: note.utf8.startIndex, to: index)] ^= 1 << bit
        #expect(throws: AuditError.self) {
          try SignedNote(parsing: bytes).verify(with: [key])
        }
      }
    }
  }

  @Test(arguments: [
    "", "\n", "text\n", "text\n\n", "text\n— a AAAAAAA=\n", "text\n\n- a AAAAAAA=\n",
    "text\n\n— a+b AAAAAAA=\n", "text\n\n— a AAAA\n", "text\n\n— a AAAAAAB=\n",
    "text\n\n—  AAAAAAA=\n", "text\n\n— a  AAAAAAA=\n", "text\n\n— a AAAAAAA= \n",
    "text\n\n— a AAAAAAA=", "te\txt\n\n— a AAAAAAA=\n", "text\r\n\n— a AAAAAAA=\n",
    "text\n\n— a AAAAAAA=\n— a AAAAAAA=\n",
  ])
  func notesInAnotherFormAreRefused(_ text: String) {
    #expect(throws: AuditError.self) { try SignedNote(parsing: Array(text.utf8)) }
  }

  @Test(arguments: [
    "o\n01\n\(zeros)\n", "o\n1\n\(zeros)", "o\n1\n\(zeros)\nmore\n", "\n1\n\(zeros)\n",
    "o\n-1\n\(zeros)\n", "o\n+1\n\(zeros)\n", "o\n\n\(zeros)\n", "o\n1\nAAAA\n",
    "o\n99999999999999999999\n\(zeros)\n", "o\n1\n\(zeros.dropLast(2))B=\n",
  ])
  func checkpointsInAnotherFormAreRefused(_ text: String) {
    #expect(throws: AuditError.self) { try Checkpoint(text: Array(text.utf8)) }
  }

  private static let zeros = String(repeating: "A", count: 43) + "="

  @Test func keysGoThroughTheirLinesAndSign() throws {
    let key = try SigningKey(name: "log.example/a")
    let again = try SigningKey(line: key.line())
    #expect(again.verifier == key.verifier)
    #expect(try VerifierKey(key.verifier.text) == key.verifier)
    let head = Checkpoint(origin: "log.example/a", size: 0, root: try .emptyRoot())
    let note = try head.signed(with: again)
    try SignedNote(parsing: note.bytes).verify(with: [key.verifier])
    #expect(throws: AuditError.self) { try VerifierKey(key.verifier.text + "=") }
    let other = try key.named("log.example/b").verifier
    #expect(other.publicKey == key.verifier.publicKey && other.id != key.verifier.id)
  }

  @Test func proofFilesReadOnlyWhatTheyWrite() throws {
    let key = try SigningKey(name: "log.example/a")
    let oracle = try Oracle(9)
    let head = Checkpoint(origin: "log.example/a", size: 9, root: try oracle.root(size: 9))
    let proof = ProofFile(
      extra: [1, 2, 3], index: 5, hashes: try oracle.path(5, 0, 9),
      checkpoint: try head.signed(with: key))
    let again = try ProofFile(parsing: proof.bytes)
    #expect(again == proof)
    let leaf = Array("entry 5".utf8)
    #expect(try again.check(leaf: leaf, keys: [key.verifier]) == head)
    // The extra line is the one part that nothing vouches for.
    let start = 23 + 11
    for index in start..<proof.bytes.count {
      var bytes = proof.bytes
      bytes[index] ^= 1
      #expect(throws: AuditError.self, "byte \(index)") {
        try ProofFile(parsing: bytes).check(leaf: leaf, keys: [key.verifier])
      }
    }
    // A proof with a hash of 31 bytes.
    let text = String(decoding: proof.bytes, as: UTF8.self)
    let short = Base64.encode(Array(repeating: 7, count: 31))
    let hash = Base64.encode(proof.hashes[0].bytes)
    let cut = text.replacing(
      String(decoding: hash, as: UTF8.self), with: String(decoding: short, as: UTF8.self))
    #expect(throws: AuditError.malformed(.proof, "a line is not a hash")) {
      try ProofFile(parsing: Array(cut.utf8))
    }
  }

  @Test func base64ReadsOnlyItsCanonicalForm() {
    for text in ["A", "AA", "AA=", "AB==", "AAA", "AAB=", "AA==A", "AAAA\n", "AA-_", "=AAA"] {
      #expect(Base64.decode(Array(text.utf8)) == nil, "\(text)")
    }
    for text in ["A", "AB", "AAB", "AA==", "AA+/"] {
      #expect(Base64.decode(Array(text.utf8), .url) == nil, "\(text)")
    }
    for count in 0..<20 {
      let bytes = (0..<count).map { UInt8($0 * 37 & 255) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
      #expect(Base64.decode(Base64.encode(bytes, .url), .url) == bytes)
    }
  }
}
