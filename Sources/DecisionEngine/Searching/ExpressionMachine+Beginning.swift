import DecisionModel

/// A text as written, in UTF-8 that may be ill-formed.
struct WrittenText {
  let bytes: UnsafePointer<UInt8>
  let count: Int

  /// The character before a place; nil at the start.
  func scalar(before place: Int) -> UInt32? {
    guard place > 0 else { return nil }
    if bytes[place - 1] < 0x80 { return UInt32(bytes[place - 1]) }
    for back in 2...4 where back <= place {
      let (scalar, length) = UTF8Reading.scalar(bytes + place - back, count - place + back)
      if length == back { return scalar }
    }
    return UTF8Reading.replacement
  }
}

extension ExpressionMachine {
  /// Whether what the expression describes begins at a place, and how many characters that took; nil where there is no
  /// table for it, or it took too many.
  func begins(at start: Int, in text: WrittenText, looks: Int) -> (looked: Int, isFound: Bool?) {
    guard forwards.hasTable else { return (0, nil) }
    let ways = forwards.ways, width = forwards.width
    var state = forwards.start(after: neighbours[text.scalar(before: start).map { symbol($0) } ?? end])
    var place = start
    while state != 0, place &- start <= looks {
      let (scalar, length) =
        place < text.count ? UTF8Reading.scalar(text.bytes + place, text.count &- place) : (0, 1)
      let next = place < text.count ? symbol(scalar) : end
      let way = ways[state &* width &+ next]
      if way & 1 != 0 { return (place &- start, true) }
      if next == end { return (place &- start, false) }
      state = Int(way &>> 1)
      place &+= length
    }
    return (place &- start, state == 0 ? false : nil)
  }
}
