import Crypto
import DecisionModel
import Testing

@Suite("SHA-256") struct SHA256Tests {
  /// FIPS 180-4's examples, as NIST publishes them, and the digest of nothing.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the examples of the standard hold`(_ message: String, _ digest: String) {
    let hexadecimal = sha256(Array(message.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    #expect(hexadecimal.joined() == digest)
  }

  @Test func `messages of every length around the ends of blocks have swift-crypto's digest`() {
    for length in Array(0...200) + [4_095, 4_096, 100_001] {
      let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ length) }
      #expect(sha256(message) == Array(SHA256.hash(data: message)), "\(length) bytes")
    }
  }
}
