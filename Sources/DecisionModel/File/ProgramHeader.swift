/// The beginning of a program file: what it is, how long it is, and its checksum and digest (Documentation/ProgramFile.md).
package enum ProgramHeader {
  /// `DECORUM` and a line end, which a transfer as text would change.
  package static let magic: [UInt8] = [0x44, 0x45, 0x43, 0x4F, 0x52, 0x55, 0x4D, 0x0A]
  package static let formatPlace = 8
  package static let sectionCountPlace = 12
  package static let lengthPlace = 16
  package static let checksumPlace = 20
  package static let digestPlace = 24
  package static let digestLength = 32
  package static let length = 64
  package static let lengthOfEntry = 16
  /// Every section begins at a multiple of this.
  package static let alignment = 64

  /// The CRC-32C of a program, its own four bytes taken as zero.
  static func checksum(of program: UnsafeRawBufferPointer) -> UInt32 {
    var checksum = CRC32C()
    checksum.add(UnsafeRawBufferPointer(rebasing: program[..<checksumPlace]))
    withUnsafeBytes(of: UInt32(0)) { checksum.add($0) }
    checksum.add(UnsafeRawBufferPointer(rebasing: program[digestPlace...]))
    return checksum.value
  }
}

/// What may follow a program: the key that signed it and its signature (Ed25519, RFC 8032).
public struct ProgramSignature: Hashable, Sendable {
  /// `ED25`, a key, a signature, a checksum of these.
  package static let length = 104
  package static let magic: [UInt8] = [0x45, 0x44, 0x32, 0x35]

  /// The public key, 32 bytes.
  public let key: [UInt8]
  /// 64 bytes.
  public let signature: [UInt8]

  package init(key: [UInt8], signature: [UInt8]) {
    self.key = key
    self.signature = signature
  }

  /// Reads what follows a program; nil where it is damaged.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.length, bytes.prefix(4).elementsEqual(Self.magic) else { return nil }
    let signed = UnsafeRawBufferPointer(rebasing: bytes[..<100])
    let stored = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 100, as: UInt32.self))
    guard CRC32C.of(signed) == stored else { return nil }
    self.init(key: Array(bytes[4..<36]), signature: Array(bytes[36..<100]))
  }

  /// The bytes as they follow a program.
  package var bytes: [UInt8] {
    let signed = Self.magic + key + signature
    let checksum = signed.withUnsafeBytes { CRC32C.of($0) }
    return signed + withUnsafeBytes(of: checksum.littleEndian) { Array($0) }
  }
}
