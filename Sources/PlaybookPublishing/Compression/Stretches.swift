/// Bytes as DEFLATE tells them: a byte as it is, or that a stretch stands here that stood before.
struct Stretches {
  enum Token {
    case byte(UInt8)
    /// `length` bytes, from 3 to 258, as they stood `distance` bytes before, at most 32,768.
    case again(length: Int, distance: Int)
  }

  private(set) var tokens: [Token] = []
  private let bytes: [UInt8]
  /// The last place of each three bytes, by their hash; and for each place the one before it with the same hash.
  private var latest = [Int32](repeating: -1, count: 1 << 15)
  private var earlier: [Int32]

  private static let longest = 258
  private static let window = 32_768
  /// So many earlier places are tried at each place, so that no bytes take long.
  private static let tries = 48

  init(of bytes: [UInt8]) {
    self.bytes = bytes
    earlier = [Int32](repeating: -1, count: bytes.count)
    tokens.reserveCapacity(bytes.count / 4)
    var place = 0
    while place < bytes.count { place = tell(from: place) }
  }

  /// Tells what stands at a place; gives the next one. A stretch waits for a longer one that begins a byte later.
  private mutating func tell(from place: Int) -> Int {
    let here = longestStretch(at: place)
    remember(place)
    guard here.length >= 3 else { return tell(bytes[place], at: place) }
    if here.length < 32, place + 1 < bytes.count, longestStretch(at: place + 1).length > here.length {
      return tell(bytes[place], at: place)
    }
    tokens.append(.again(length: here.length, distance: here.distance))
    for inside in (place + 1)..<(place + here.length) { remember(inside) }
    return place + here.length
  }

  private mutating func tell(_ byte: UInt8, at place: Int) -> Int {
    tokens.append(.byte(byte))
    return place + 1
  }

  private func hash(at place: Int) -> Int {
    let three = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
    return Int((three &* 0x9E37_79B1) >> 17)
  }

  private mutating func remember(_ place: Int) {
    guard place + 2 < bytes.count else { return }
    let hash = hash(at: place)
    earlier[place] = latest[hash]
    latest[hash] = Int32(truncatingIfNeeded: place)
  }

  /// The longest stretch that stood before; the nearest of those as long. Its length is 0 where there is none.
  private func longestStretch(at place: Int) -> (length: Int, distance: Int) {
    guard place + 2 < bytes.count else { return (0, 0) }
    let most = min(Stretches.longest, bytes.count - place)
    var best = (length: 2, distance: 0)
    var candidate = Int(latest[hash(at: place)])
    var tries = Stretches.tries
    while candidate >= 0, place - candidate <= Stretches.window, tries > 0, best.length < most {
      if bytes[candidate + best.length] == bytes[place + best.length] {
        let length = sharedLength(candidate, place, atMost: most)
        if length > best.length { best = (length, place - candidate) }
      }
      candidate = Int(earlier[candidate])
      tries -= 1
    }
    return best.length >= 3 ? best : (0, 0)
  }

  private func sharedLength(_ one: Int, _ other: Int, atMost most: Int) -> Int {
    var length = 0
    while length < most, bytes[one + length] == bytes[other + length] { length += 1 }
    return length
  }
}
