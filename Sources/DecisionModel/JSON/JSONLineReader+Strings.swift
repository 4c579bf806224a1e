extension JSONLineReader {
  /// The bytes of a string without escapes, or of a number, where they stand.
  public func bytes(of slice: Slice) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(start: base, count: count)[slice.range])
  }

  /// Appends the text of a string, its escapes read.
  public func append(_ slice: Slice, to text: inout [UInt8]) {
    guard slice.hasEscapes else { return text.append(contentsOf: bytes(of: slice)) }
    text += [UInt8](unsafeUninitializedCapacity: slice.range.count) { memory, count in
      count = memory.baseAddress.map { copy(slice, to: $0) } ?? 0
    }
  }

  /// Whether a key, or a string, is this word.
  public func isText(_ slice: Slice, _ word: StaticString) -> Bool {
    guard slice.hasEscapes else { return isSame(bytes(of: slice), word) }
    var text: [UInt8] = []
    append(slice, to: &text)
    return text.withUnsafeBytes { isSame($0, word) }
  }

  private func isSame(_ bytes: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard bytes.count == word.count else { return false }
      for place in word.indices where word[place] != bytes[place] { return false }
      return true
    }
  }

  /// Moves past the string at the cursor; nil if it is none.
  mutating func readString() -> Slice? {
    offset += 1
    let start = offset
    var hasEscapes = false
    while true {
      skipPlainCharacters()
      guard let byte = byte(at: offset) else { return nil }
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return Slice(range: start..<offset - 1, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        if !skipEscape() { return nil }
      case 0x80...: if !skipScalar() { return nil }
      default: return nil
      }
    }
  }

  /// Moves past ASCII that means itself, eight characters at a time.
  ///
  /// The lowest byte that is marked is one that is sought; higher ones may be marked falsely ("Bit Twiddling Hacks", by
  /// Sean Eron Anderson: determine if a word has a byte less than n, and a zero byte).
  private mutating func skipPlainCharacters() {
    guard let base else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = offset
    defer { offset = place }
    while place + 8 <= count {
      let word = UInt64(littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
      let quotes = word ^ ones &* 0x22
      let backslashes = word ^ ones &* 0x5C
      let controls = (word &- ones &* 0x20) & ~word
      let found = ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | controls | word
      let marks = found & (ones &* 0x80)
      if marks != 0 { return place += marks.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count, base[place] >= 0x20, base[place] < 0x80, base[place] != 0x22, base[place] != 0x5C {
      place += 1
    }
  }

  /// Half a surrogate pair is an escape like others: what it is read as does not matter here.
  private mutating func skipEscape() -> Bool {
    switch byte(at: offset + 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 2
      return true
    case UInt8(ascii: "u"):
      for place in 2..<6 where !(byte(at: offset + place).map(isHexDigit) ?? false) { return false }
      offset += 6
      return true
    default: return false
    }
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private mutating func skipScalar() -> Bool {
    guard let lead = byte(at: offset) else { return false }
    let (length, second) = UTF8.shape(after: lead)
    guard length > 1, let next = byte(at: offset + 1), second.contains(next) else { return false }
    for place in 2..<max(2, length) where !(byte(at: offset + place).map(UTF8.isContinuation) ?? false) { return false }
    offset += length
    return true
  }
}
