/// Turns libyaml's marks, which count characters, into byte offsets.
///
/// One offset in 64 is kept, so that a lookup takes at most 63 steps and the table is small beside the text.
struct CharacterOffsets {
  private static let stride = 64
  private let bytes: [UInt8]
  private var checkpoints: [Int] = []
  private let isASCII: Bool

  init(of bytes: [UInt8]) {
    self.bytes = bytes
    isASCII = bytes.allSatisfy { $0 < 0x80 }
    guard !isASCII else { return }
    var character = 0
    for (offset, byte) in bytes.enumerated() where CharacterOffsets.beginsCharacter(byte) {
      if character % CharacterOffsets.stride == 0 { checkpoints.append(offset) }
      character += 1
    }
  }

  /// The byte offset of the character with this index; the length of the text for any index beyond it.
  func byteOffset(ofCharacter index: Int) -> Int {
    if isASCII { return min(max(index, 0), bytes.count) }
    let checkpoint = max(index, 0) / CharacterOffsets.stride
    guard checkpoint < checkpoints.count else { return bytes.count }
    var offset = checkpoints[checkpoint]
    for _ in 0..<max(index, 0) % CharacterOffsets.stride where offset < bytes.count {
      offset += 1
      while offset < bytes.count && !CharacterOffsets.beginsCharacter(bytes[offset]) { offset += 1 }
    }
    return offset
  }

  private static func beginsCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
