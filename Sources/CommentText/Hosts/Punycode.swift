/// Names in other letters, as the domain name system spells them (RFC 3492).
enum Punycode {
  /// The characters of what stands behind `xn--`; nil where it is not well formed.
  static func decoded(_ name: ArraySlice<UInt32>) -> [UInt32]? {
    let dash = name.lastIndex { $0 == "-" }
    var characters = Array(name[..<(dash ?? name.startIndex)])
    var digits = name[(dash.map { $0 + 1 } ?? name.startIndex)...]
    var (scalar, place, bias) = (UInt32(128), 0, 72)
    while !digits.isEmpty {
      let before = place
      guard let distance = number(from: &digits, bias: bias) else { return nil }
      place += distance
      let count = characters.count + 1
      bias = adapted(place - before, count: count, isFirst: before == 0)
      let rounds = place / count
      place %= count
      guard rounds <= Int(CharacterRanges.last), scalar + UInt32(rounds) <= CharacterRanges.last else { return nil }
      scalar += UInt32(rounds)
      characters.insert(scalar, at: place)
      place += 1
    }
    return characters
  }

  private static let base = 36, least = 1, most = 26

  /// A number whose digits say themselves where it ends.
  private static func number(from digits: inout ArraySlice<UInt32>, bias: Int) -> Int? {
    var number = 0, weight = 1, round = base
    while let letter = digits.popFirst() {
      guard let digit = digit(letter) else { return nil }
      number += digit * weight
      let threshold = min(max(round - bias, least), most)
      guard number <= Int(Int32.max) else { return nil }
      if digit < threshold { return number }
      weight *= base - threshold
      guard weight <= Int(Int32.max) else { return nil }
      round += base
    }
    return nil
  }

  private static func digit(_ letter: UInt32) -> Int? {
    switch letter {
    case 0x61...0x7A: Int(letter) - 0x61
    case 0x30...0x39: Int(letter) - 0x30 + 26
    default: nil
    }
  }

  private static func adapted(_ distance: Int, count: Int, isFirst: Bool) -> Int {
    var distance = isFirst ? distance / 700 : distance / 2
    distance += distance / count
    var rounds = 0
    while distance > (base - least) * most / 2 {
      distance /= base - least
      rounds += base
    }
    return rounds + (base - least + 1) * distance / (distance + 38)
  }
}
