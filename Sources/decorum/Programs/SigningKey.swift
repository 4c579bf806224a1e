import Crypto
import DecisionModel
import Foundation

/// Keys as `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout` write them (RFC 8410).
enum SigningKey {
  /// What stands before the 32 bytes of a private key, and of a public one.
  private static let privateBeginning: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]
  private static let publicBeginning: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  /// Signs a program, and returns it with its signature behind it.
  static func sign(_ program: [UInt8], withKeyAt path: String) throws -> [UInt8] {
    let bytes = try key(at: path, after: privateBeginning, "PRIVATE KEY")
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    let signature = try key.signature(for: program)
    return program
      + ProgramSignature(key: Array(key.publicKey.rawRepresentation), signature: Array(signature)).bytes
  }

  /// Refuses a program that was not signed with a key.
  static func verify(_ image: ProgramImage, withKeyAt path: String) throws {
    let bytes = try key(at: path, after: publicBeginning, "PUBLIC KEY")
    guard let signature = image.signature else { throw Failure("this program is not signed") }
    guard Array(bytes) == signature.key else { throw Failure("this program was signed with another key") }
    let key = try Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    let isGenuine = image.withProgram { key.isValidSignature(signature.signature, for: Data($0)) }
    guard isGenuine else { throw Failure("the signature of this program is not genuine") }
  }

  /// The 32 bytes of a key in a file of PEM.
  private static func key(at path: String, after beginning: [UInt8], _ label: String) throws -> Data {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw Failure("\(path) cannot be read") }
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard let start = lines.firstIndex(of: "-----BEGIN \(label)-----"),
      let end = lines.firstIndex(of: "-----END \(label)-----"), start < end,
      let content = Data(base64Encoded: lines[(start + 1)..<end].joined()), content.starts(with: beginning),
      content.count == beginning.count + 32
    else { throw Failure("\(path) holds no Ed25519 \(label.lowercased()): make one with `openssl genpkey`") }
    return content.suffix(32)
  }
}
