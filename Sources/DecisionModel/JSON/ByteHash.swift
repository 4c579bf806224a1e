/// A hash of bytes that looks at eight of them at a time. It is for tables that are small, or bounded: whoever knows it
/// finds bytes with one hash.
public enum ByteHash {
  @inlinable
  public static func hash(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard let start = bytes.baseAddress else { return hash(ofFew: 0, 0) }
    if bytes.count < 8 {
      var word: UInt64 = 0
      for place in bytes.indices { word |= UInt64(bytes[place]) << UInt64(8 * place) }
      return hash(ofFew: word, bytes.count)
    }
    return hash(ofMany: start, bytes.count)
  }

  /// The hash of less than eight bytes, the first of which are the lowest of a word, and no others.
  @inlinable @inline(__always)
  package static func hash(ofFew word: UInt64, _ count: Int) -> UInt64 { mixed(seed(count), word) }

  @inlinable @inline(__always)
  package static func hash(ofMany bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var hash = seed(count)
    var place = 0
    while place < count &- 8 {
      hash = mixed(hash, word(bytes, place))
      place &+= 8
    }
    return mixed(hash, word(bytes, count &- 8))
  }

  @inlinable @inline(__always)
  package static func word(_ bytes: UnsafeRawPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Whether so many bytes are the same at two places.
  @inlinable @inline(__always)
  package static func areAlike(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer, _ count: Int) -> Bool {
    var place = 0
    while place &+ 8 <= count {
      if word(one, place) != word(other, place) { return false }
      place &+= 8
    }
    while place < count {
      if one.load(fromByteOffset: place, as: UInt8.self) != other.load(fromByteOffset: place, as: UInt8.self) {
        return false
      }
      place &+= 1
    }
    return true
  }

  @inlinable @inline(__always)
  static func seed(_ count: Int) -> UInt64 { UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15 }

  @inlinable @inline(__always)
  static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 29
  }
}
