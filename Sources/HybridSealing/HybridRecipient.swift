#if PostQuantum
  internal import Crypto
  internal import Cryptography
  internal import Foundation
  public import Sealing

  /// A public key of age's post-quantum kind: `age1pq1…`, some 1960 characters. The file key goes
  /// through HPKE (RFC 9180) with ML-KEM-768 and X25519 together.
  public struct HybridRecipient: RecipientKey {
    static let kind = "mlkem768x25519"
    static let prefix = "age1pq"
    /// The length of what a stanza carries beside the sealed file key, in bytes.
    static let shareCount = 1120

    private let publicKey: XWingMLKEM768X25519.PublicKey
    private let bytes: [UInt8]

    /// The recipient of a public key of 1216 bytes; nil where it is none.
    init?(publicKey bytes: [UInt8]) {
      guard bytes.count == 1216,
        let key = try? XWingMLKEM768X25519.PublicKey(rawRepresentation: bytes)
      else { return nil }
      publicKey = key
      self.bytes = bytes
    }

    /// Post-quantum: no classic recipient may stand beside it.
    public var strength: RecipientStrength { .postQuantum }

    /// `age1pq1…`, in Bech32 (BIP 173) without its limit on length.
    public var text: String { KeyFormat.text(prefix: Self.prefix, bytes) }

    /// One stanza: the encapsulated key as its argument, and the file key sealed to it by HPKE in
    /// base mode (RFC 9180, section 5.1.1). Throws `SealingError.failed` where the library does.
    public func wrap(_ fileKey: borrowing FileKey) throws(SealingError) -> [Stanza] {
      do {
        var sender = try HPKE.Sender(
          recipientKey: publicKey, ciphersuite: .age, info: HPKE.Ciphersuite.ageLabel)
        let body = try fileKey.secret.withUnsafeBytes { try sender.seal(Data($0)) }
        let share = Stanza.argument(Array(sender.encapsulatedKey))
        return [Stanza(kind: Self.kind, arguments: [share], body: Array(body))]
      } catch { throw .failed }
    }
  }

  extension HPKE.Ciphersuite {
    static let age = HPKE.Ciphersuite(
      kem: .XWingMLKEM768X25519, kdf: .HKDF_SHA256, aead: .chaChaPoly)
    static let ageLabel = Data("age-encryption.org/mlkem768x25519".utf8)
  }
#endif
