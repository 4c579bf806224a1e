/// Bytes compressed so that every browser can unpack them: DEFLATE (RFC 1951) in the frame of zlib (RFC 1950), which
/// `DecompressionStream('deflate')` reads. The same bytes give the same stream.
func zlibStream(_ bytes: [UInt8]) -> [UInt8] {
  var writer = BitWriter()
  // The window of 32 KiB, compressed as well as can be; with the check that makes both bytes a multiple of 31.
  writer.write(0x78, bits: 8)
  writer.write(0xDA, bits: 8)
  var tokens = Stretches(of: bytes).tokens[...]
  repeat {
    let block = tokens.prefix(tokensInBlock)
    tokens = tokens.dropFirst(tokensInBlock)
    CompressedBlock(block).write(to: &writer, isLast: tokens.isEmpty)
  } while !tokens.isEmpty
  writer.fillByte()
  let check = adler32(bytes)
  return writer.bytes + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: check >> $0) }
}

/// Each block has a code of its own, made of what is frequent in it.
private let tokensInBlock = 1 << 14

/// The check sum of a zlib stream (RFC 1950, section 9).
private func adler32(_ bytes: [UInt8]) -> UInt32 {
  var low: UInt32 = 1
  var high: UInt32 = 0
  for byte in bytes {
    low = (low + UInt32(byte)) % 65521
    high = (high + low) % 65521
  }
  return high << 16 | low
}

/// Numbers as bits, the least first.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  /// - Parameter bits: how many; at most 32.
  mutating func write(_ number: Int, bits: Int) {
    pending |= UInt64(number) << count
    count += UInt64(bits)
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  mutating func fillByte() {
    if count > 0 { write(0, bits: 8 - Int(count)) }
  }
}
