/// The SHA-256 of some bytes: 32 bytes (FIPS 180-4).
///
/// It names programs and the scripts that a page may run, and guards no secret; signatures are swift-crypto's. It is our
/// own so that a package that compiles playbooks as it is built has nothing to check out.
public func sha256(_ bytes: [UInt8]) -> [UInt8] {
  var digest = SHA256Digest()
  digest.add(bytes)
  digest.add(SHA256Digest.end(of: bytes))
  return digest.bytes
}

/// Bytes as digests are written: two small hexadecimal digits each.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  func digit(_ half: UInt8) -> UInt8 { half + UInt8(ascii: half < 10 ? "0" : "W") }
  var text: [UInt8] = []
  text.reserveCapacity(2 * bytes.underestimatedCount)
  for byte in bytes {
    text.append(digit(byte >> 4))
    text.append(digit(byte & 15))
  }
  return String(decoding: text, as: UTF8.self)
}

private struct SHA256Digest {
  private static let blockLength = 64

  /// The first 32 bits of the fractional parts of the square roots of the first eight primes.
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The words of a block, then what they are spread into.
  private var schedule = [UInt32](repeating: 0, count: 64)

  var bytes: [UInt8] { state.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } } }

  /// What follows the whole blocks of a message: its last bytes with a one, zeros, and its length in bits.
  static func end(of message: [UInt8]) -> [UInt8] {
    var end = Array(message.suffix(message.count % blockLength)) + [0x80]
    end += [UInt8](repeating: 0, count: (2 * blockLength - 8 - end.count) % blockLength)
    return end + withUnsafeBytes(of: (UInt64(message.count) * 8).bigEndian) { Array($0) }
  }

  /// Adds the whole blocks of some bytes.
  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      for block in 0..<bytes.count / Self.blockLength {
        add(UnsafeRawBufferPointer(rebasing: bytes[(block * Self.blockLength)...].prefix(Self.blockLength)))
      }
    }
  }

  private mutating func add(_ block: UnsafeRawBufferPointer) {
    spread(block)
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      let choice = e & f ^ ~e & g
      let majority = a & b ^ a & c ^ b & c
      let one =
        h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice &+ roundConstants[round] &+ schedule[round]
      let two = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  private mutating func spread(_ block: UnsafeRawBufferPointer) {
    for index in 0..<16 {
      schedule[index] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
    }
    for index in 16..<64 {
      let (near, far) = (schedule[index - 2], schedule[index - 15])
      let nearMixed = rotated(near, 17) ^ rotated(near, 19) ^ near >> 10
      let farMixed = rotated(far, 7) ^ rotated(far, 18) ^ far >> 3
      schedule[index] = nearMixed &+ schedule[index - 7] &+ farMixed &+ schedule[index - 16]
    }
  }
}

private func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
