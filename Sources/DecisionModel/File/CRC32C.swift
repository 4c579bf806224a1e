import CChecksum

/// The checksum CRC-32C (Castagnoli; RFC 3720, appendix B.4): by the processor's instruction where it has one, else by
/// tables, eight bytes a step (Kounavis and Berry 2005).
struct CRC32C {
  private var remainder: UInt32 = .max

  var value: UInt32 { ~remainder }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    if Self.hasInstruction {
      remainder = checksum_crc32c(remainder, bytes.baseAddress, bytes.count)
    } else {
      addByTables(bytes)
    }
  }

  private static let hasInstruction = checksum_has_instruction()

  mutating func addByTables(_ bytes: UnsafeRawBufferPointer) {
    var crc = remainder
    var place = 0
    Self.tables.withUnsafeBufferPointer { tables in
      while place + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) ^ UInt64(crc)
        crc = 0
        for byte in 0..<8 { crc ^= tables[(7 - byte) << 8 | Int(truncatingIfNeeded: word >> (byte * 8)) & 0xFF] }
        place += 8
      }
      while place < bytes.count {
        crc = crc >> 8 ^ tables[Int(crc & 0xFF ^ UInt32(bytes[place]))]
        place += 1
      }
    }
    remainder = crc
  }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var checksum = CRC32C()
    checksum.add(bytes)
    return checksum.value
  }

  /// Eight tables of 256: what a byte does to the remainder that has so many bytes behind it.
  private static let tables: [UInt32] = {
    var tables = (0..<256).map { remainder(of: UInt32($0)) }
    for place in 256..<8 * 256 {
      let before = tables[place - 256]
      tables.append(before >> 8 ^ tables[Int(before & 0xFF)])
    }
    return tables
  }()

  private static func remainder(of byte: UInt32) -> UInt32 {
    let polynomial: UInt32 = 0x82F6_3B78
    return (0..<8).reduce(byte) { crc, _ in crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ polynomial }
  }
}
