/// Emoji as UTS #51 builds them: flags, keycaps, and pictures with their modifiers, joined by U+200D.
///
/// A picture that is text by default (`☺`) counts without U+FE0F too, but not with U+FE0E; digits, `#` and `*` are text
/// without a keycap, and `©`, `®` and `™` without U+FE0F.
enum Emoji {
  private static let joiner: UInt32 = 0x200D
  private static let textStyle: UInt32 = 0xFE0E
  private static let emojiStyle: UInt32 = 0xFE0F
  private static let keycap: UInt32 = 0x20E3
  private static let modifiers: ClosedRange<UInt32> = 0x1F3FB...0x1F3FF
  static let regionalIndicators: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
  private static let tags: ClosedRange<UInt32> = 0xE0020...0xE007E
  private static let endOfTags: UInt32 = 0xE007F

  /// How many emoji there are, each maximal sequence counted once.
  static func count(in scalars: ArraySlice<UInt32>) -> Int {
    var count = 0
    var position = scalars.startIndex
    while position < scalars.endIndex {
      if let end = sequence(from: position, in: scalars) {
        count += 1
        position = end
      } else {
        position += 1
      }
    }
    return count
  }

  private static func sequence(from start: Int, in scalars: ArraySlice<UInt32>) -> Int? {
    guard var end = element(from: start, in: scalars) else { return nil }
    while end < scalars.endIndex, scalars[end] == joiner, let next = element(from: end + 1, in: scalars) { end = next }
    return end
  }

  private static func element(from start: Int, in scalars: ArraySlice<UInt32>) -> Int? {
    let at = { (position: Int) in scalars.indices.contains(position) ? scalars[position] : nil }
    guard let first = at(start), CharacterKind.of(first).contains(.emoji) else { return nil }
    guard !regionalIndicators.contains(first) else {
      return at(start + 1).map(regionalIndicators.contains) == true ? start + 2 : nil
    }
    switch at(start + 1) {
    case textStyle?: return nil
    case emojiStyle?: return at(start + 2) == keycap ? start + 3 : isKey(first) ? nil : start + 2
    case keycap?: return start + 2
    case let next? where modifiers.contains(next): return start + 2
    case let next? where tags.contains(next): return endOfTags(from: start + 1, in: scalars) ?? start + 1
    default: return isText(first) ? nil : start + 1
    }
  }

  private static func endOfTags(from start: Int, in scalars: ArraySlice<UInt32>) -> Int? {
    let rest = scalars[start...].drop { tags.contains($0) }
    return rest.first == endOfTags ? rest.startIndex + 1 : nil
  }

  /// A digit, `#` or `*`.
  private static func isKey(_ scalar: UInt32) -> Bool { scalar < 0x80 }

  private static func isText(_ scalar: UInt32) -> Bool {
    isKey(scalar) || scalar == "©" || scalar == "®" || scalar == "™"
  }
}
