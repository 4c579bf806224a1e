import DecisionModel

/// The host that a link leads to: its names, case-folded, in their own letters where they were written as `xn--…`.
struct LinkHost {
  private var folder: Folder
  private var decodedFolder: Folder
  private var decoded = Pad<UInt32>(capacity: 64)
  /// The letters of all names, and where each name stands.
  private var letters = Pad<UInt32>(capacity: 128)
  private var names = Pad<Span>(capacity: 8)

  init(_ tables: CharacterTables) {
    folder = Folder(tables, ignoresAccents: false)
    decodedFolder = Folder(tables, ignoresAccents: false)
  }

  func free() {
    folder.free()
    decodedFolder.free()
    decoded.free()
    letters.free()
    names.free()
  }

  /// Takes the host after any `user@`, without its port.
  mutating func read(_ link: UnsafeBufferPointer<UInt32>) {
    var start = 0
    // Only a scheme that the finder of links knows stands there: no longer than `https`.
    for place in 0..<max(0, link.count - 2)
    where link[place] == 0x3A && link[place + 1] == 0x2F && link[place + 2] == 0x2F {
      start = place <= 5 ? place + 3 : 0
      break
    }
    var end = start
    while end < link.count, !Self.endsAuthority(link[end]) { end += 1 }
    for place in start..<end where link[place] == 0x40 { start = place + 1 }
    readNames(UnsafeBufferPointer(rebasing: link[start..<Self.endWithoutPort(link, start, end)]))
  }

  private static func endsAuthority(_ scalar: UInt32) -> Bool {
    scalar == 0x2F || scalar == 0x5C || scalar == 0x3F || scalar == 0x23
  }

  private static func endWithoutPort(_ link: UnsafeBufferPointer<UInt32>, _ start: Int, _ end: Int) -> Int {
    guard start < end, link[end - 1] != 0x5D else { return end }
    return link[start..<end].lastIndex { $0 == 0x3A } ?? end
  }

  private mutating func readNames(_ host: UnsafeBufferPointer<UInt32>) {
    letters.removeAll()
    names.removeAll()
    folder.fold(host)
    var start = 0
    for place in 0...folder.characters.count {
      let isEnd = place == folder.characters.count
      guard isEnd || folder.characters[place].scalar == 0x2E || folder.characters[place].scalar == 0x3002 else {
        continue
      }
      addName(start, place)
      start = place + 1
    }
    // `example.com.` is the whole name of `example.com`.
    if names.count > 0, names[names.count - 1].start == names[names.count - 1].end { names.removeLast() }
  }

  private mutating func addName(_ start: Int, _ end: Int) {
    let first = letters.count
    if isEncoded(start, end), decode(start + 4, end) {
      decodedFolder.fold(decoded.elements)
      for character in decodedFolder.characters.elements { letters.append(character.scalar) }
    } else {
      for place in start..<end { letters.append(folder.characters[place].scalar) }
    }
    names.append(Span(start: Int32(first), end: Int32(letters.count)))
  }

  private func isEncoded(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 4 else { return false }
    let prefix: (UInt32, UInt32, UInt32, UInt32) = (0x78, 0x6E, 0x2D, 0x2D)
    return folder.characters[start].scalar == prefix.0 && folder.characters[start + 1].scalar == prefix.1
      && folder.characters[start + 2].scalar == prefix.2 && folder.characters[start + 3].scalar == prefix.3
  }

  /// Whether this host is another one, or below it.
  func isWithin(_ other: HostNames) -> Bool {
    guard names.count >= other.nameCount else { return false }
    var row = other.cells + 2
    for index in names.count - other.nameCount..<names.count {
      let name = names[index]
      guard Int(row[0]) == Int(name.end - name.start) else { return false }
      for place in 0..<Int(row[0]) where letters[Int(name.start) + place] != row[1 + place] { return false }
      row += 1 + Int(row[0])
    }
    return true
  }
}

// Names in other letters, as the domain name system spells them (RFC 3492).
extension LinkHost {
  /// Puts the characters of what stands behind `xn--` into `decoded`. Whether it is well formed.
  private mutating func decode(_ start: Int, _ end: Int) -> Bool {
    decoded.removeAll()
    let dash = (start..<end).last { folder.characters[$0].scalar == 0x2D }
    for place in start..<(dash ?? start) { decoded.append(folder.characters[place].scalar) }
    var digit = dash.map { $0 + 1 } ?? start
    var (scalar, place, bias) = (UInt32(128), 0, 72)
    while digit < end {
      let before = place
      guard let distance = number(&digit, end, bias) else { return false }
      place += distance
      let count = decoded.count + 1
      bias = Self.adapted(place - before, count: count, isFirst: before == 0)
      let rounds = place / count
      place %= count
      guard rounds <= 0x10_FFFF, scalar + UInt32(rounds) <= 0x10_FFFF else { return false }
      scalar += UInt32(rounds)
      insert(scalar, at: place)
      place += 1
    }
    return true
  }

  private mutating func insert(_ scalar: UInt32, at place: Int) {
    decoded.append(scalar)
    var index = decoded.count - 1
    while index > place {
      decoded[index] = decoded[index - 1]
      index -= 1
    }
    decoded[place] = scalar
  }

  /// A number whose digits say themselves where it ends.
  private func number(_ place: inout Int, _ end: Int, _ bias: Int) -> Int? {
    var number = 0, weight = 1, round = 36
    while place < end {
      guard let digit = Self.digit(folder.characters[place].scalar) else { return nil }
      place += 1
      number += digit * weight
      let threshold = min(max(round - bias, 1), 26)
      guard number <= Int(Int32.max) else { return nil }
      if digit < threshold { return number }
      weight *= 36 - threshold
      guard weight <= Int(Int32.max) else { return nil }
      round += 36
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
    while distance > 35 * 26 / 2 {
      distance /= 35
      rounds += 36
    }
    return rounds + 36 * distance / (distance + 38)
  }
}
