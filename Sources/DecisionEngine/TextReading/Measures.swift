import DecisionModel

/// What can be counted in a text as written. All but `length` and `links` leave links out.
struct Measures {
  var length = 0
  var words = 0
  var capitals = 0
  var cased = 0
  var exclamations = 0
  var questions = 0
  var links = 0
  var mentions = 0
  var hashtags = 0
  var emoji = 0
  var longestRun = 0
}

/// Measures that are only counted where somebody asks, by their numbers.
enum AskedMeasure: UInt32 {
  case capitals = 2, exclamations, questions
  case mentions = 6, hashtags, emoji, longestRun
}

extension TextReader {
  /// Whether some condition asks for a measure.
  @inline(__always)
  mutating func asks(for measure: AskedMeasure) -> Bool { measuresAsked &>> measure.rawValue & 1 != 0 }

  /// A measure by its number, in the order of `Measure`.
  @inline(__always)
  mutating func measure(_ number: Int) -> Double {
    switch number {
    case 0: Double(measures.length)
    case 1: Double(measures.words)
    case 2: measures.cased == 0 ? 0 : Double(measures.capitals) / Double(measures.cased)
    case 3: Double(measures.exclamations)
    case 4: Double(measures.questions)
    case 5: Double(measures.links)
    case 6: Double(measures.mentions)
    case 7: Double(measures.hashtags)
    case 8: Double(measures.emoji)
    default: Double(measures.longestRun)
    }
  }
}

extension TextReader {
  /// Counts what stands in the scalars of the text.
  mutating func measure() {
    measures.length = scalars.count
    measures.words = words.count
    measures.links = links.count
    var start = 0
    for link in 0..<links.count {
      measure(start..<links[link].start)
      start = links[link].end
    }
    measure(start..<scalars.count)
  }

  private mutating func measure(_ range: Range<Int>) {
    for position in range { count(position) }
    measures.emoji += EmojiCounter(scalars: scalars.base, end: range.upperBound, tables: tables).count(
      from: range.lowerBound)
    measures.longestRun = max(measures.longestRun, longestRun(range))
  }

  private mutating func count(_ position: Int) {
    let scalar = scalars[position]
    switch scalar {
    case 0x21, 0xFF01: measures.exclamations += 1
    case 0x3F, 0xFF1F: measures.questions += 1
    case 0x40: measures.mentions += isSigil(position) ? 1 : 0
    case 0x23: measures.hashtags += isSigil(position) ? 1 : 0
    default:
      let kind = tables.kind(scalar)
      if kind & TextKinds.cased != 0 { measures.cased += 1 }
      if kind & TextKinds.upperCase != 0 { measures.capitals += 1 }
    }
  }

  /// Whether a name follows the sign at `position` and nothing that it could belong to comes before.
  private mutating func isSigil(_ position: Int) -> Bool { isPartOfName(position + 1) && !isPartOfName(position - 1) }

  private mutating func isPartOfName(_ position: Int) -> Bool {
    position >= 0 && position < scalars.count
      && tables.isAny(scalars[position], of: TextKinds.letter | TextKinds.digit)
  }

  private mutating func longestRun(_ range: Range<Int>) -> Int {
    var longest = 0, current = 0
    var last: UInt32?
    for position in range {
      let scalar = scalars[position]
      let folded = tables.isAny(scalar, of: TextKinds.whiteSpace) ? nil : tables.simpleFold(scalar)
      current = folded == nil ? 0 : folded == last ? current + 1 : 1
      last = folded
      longest = max(longest, current)
    }
    return longest
  }
}

/// Emoji as UTS #51 builds them: flags, keycaps, and pictures with their modifiers, joined by U+200D.
///
/// A picture that is text by default (`☺`) counts without U+FE0F too, but not with U+FE0E; digits, `#` and `*` are text
/// without a keycap, and `©`, `®` and `™` without U+FE0F.
private struct EmojiCounter {
  let scalars: UnsafePointer<UInt32>
  let end: Int
  let tables: CharacterTables

  init(scalars: UnsafePointer<UInt32>, end: Int, tables: CharacterTables) {
    self.scalars = scalars
    self.end = end
    self.tables = tables
  }

  /// How many emoji there are, each maximal sequence counted once.
  func count(from start: Int) -> Int {
    var count = 0
    var position = start
    while position < end {
      if let next = sequence(from: position) {
        count += 1
        position = next
      } else {
        position += 1
      }
    }
    return count
  }

  private func at(_ position: Int) -> UInt32? { position < end ? scalars[position] : nil }

  private func sequence(from start: Int) -> Int? {
    guard var end = element(from: start) else { return nil }
    while at(end) == 0x200D, let next = element(from: end + 1) { end = next }
    return end
  }

  private func element(from start: Int) -> Int? {
    guard let first = at(start), tables.isAny(first, of: TextKinds.emoji) else { return nil }
    guard !isRegional(first) else { return at(start + 1).map(isRegional) == true ? start + 2 : nil }
    switch at(start + 1) {
    case 0xFE0E?: return nil
    case 0xFE0F?: return at(start + 2) == 0x20E3 ? start + 3 : first < 0x80 ? nil : start + 2
    case 0x20E3?: return start + 2
    case let next? where next >= 0x1F3FB && next <= 0x1F3FF: return start + 2
    case let next? where isTag(next): return endOfTags(from: start + 1) ?? start + 1
    default: return isText(first) ? nil : start + 1
    }
  }

  private func isRegional(_ scalar: UInt32) -> Bool { scalar >= 0x1F1E6 && scalar <= 0x1F1FF }
  private func isTag(_ scalar: UInt32) -> Bool { scalar >= 0xE0020 && scalar <= 0xE007E }
  private func isText(_ scalar: UInt32) -> Bool {
    scalar < 0x80 || scalar == 0xA9 || scalar == 0xAE || scalar == 0x2122
  }

  private func endOfTags(from start: Int) -> Int? {
    var position = start
    while let scalar = at(position), isTag(scalar) { position += 1 }
    return at(position) == 0xE007F ? position + 1 : nil
  }
}
