/// The links of a text as written: what begins with `http://`, `https://` or `www.`, and a bare host with a path.
/// Each runs up to white space, less closing punctuation.
enum Links {
  /// Where the links are, in order.
  static func find(in scalars: [UInt32]) -> [Range<Int>] {
    var links: [Range<Int>] = []
    var position = 0
    while position < scalars.count {
      if let link = link(at: position, in: scalars) { links.append(link) }
      position = max(position + 1, links.last?.upperBound ?? 0)
    }
    return links
  }

  private static func link(at start: Int, in scalars: [UInt32]) -> Range<Int>? {
    for scheme: StaticString in ["http://", "https://"] {
      if let end = end(of: scheme, at: start, in: scalars) { return link(from: start, host: end, in: scalars) }
    }
    guard isStartOfHost(start, in: scalars) else { return nil }
    if let end = end(of: "www.", at: start, in: scalars) { return link(from: start, host: end, in: scalars) }
    return startsWithHostAndPath(start, in: scalars) ? start..<endOfLink(from: start, in: scalars) : nil
  }

  /// A link needs a host: at the least a letter or digit, or the bracket of an address.
  private static func link(from start: Int, host: Int, in scalars: [UInt32]) -> Range<Int>? {
    guard host < scalars.count else { return nil }
    let first = scalars[host]
    guard CharacterKind.of(first).isAny(of: .letterOrDigit) || first == "[" else { return nil }
    return start..<endOfLink(from: host, in: scalars)
  }

  private static func endOfLink(from start: Int, in scalars: [UInt32]) -> Int {
    var end = start
    while end < scalars.count, !CharacterKind.of(scalars[end]).contains(.whiteSpace) { end += 1 }
    while end > start + 1, CharacterKind.of(scalars[end - 1]).contains(.closing) { end -= 1 }
    return end
  }

  /// Where `prefix`, which is ASCII, ends if it stands at `start` in any case.
  private static func end(of prefix: StaticString, at start: Int, in scalars: [UInt32]) -> Int? {
    let length = prefix.utf8CodeUnitCount
    guard start + length <= scalars.count else { return nil }
    return prefix.withUTF8Buffer { letters in
      for (offset, letter) in letters.enumerated() {
        let scalar = scalars[start + offset]
        let isCapital = (0x41...0x5A).contains(scalar)
        if (isCapital ? scalar + 0x20 : scalar) != UInt32(letter) { return nil }
      }
      return start + length
    }
  }
}

// MARK: - Bare hosts

extension Links {
  /// A host, perhaps with a port, and a slash: `bit.ly/x`. The last of its names is of letters, two at the least.
  private static func startsWithHostAndPath(_ start: Int, in scalars: [UInt32]) -> Bool {
    let end = endOfHost(from: start, in: scalars)
    let names = scalars[start..<end].split(separator: Unicode.Scalar(".").value)
    guard names.count >= 2, let last = names.last, last.count >= 2 else { return false }
    let isDomain = last.allSatisfy { CharacterKind.of($0).contains(.letter) } || isEncoded(last)
    return isDomain && path(at: end, in: scalars)
  }

  /// `xn--…` is a name in other letters.
  private static func isEncoded(_ name: ArraySlice<UInt32>) -> Bool {
    self.end(of: "xn--", at: 0, in: Array(name)) != nil
  }

  private static func path(at end: Int, in scalars: [UInt32]) -> Bool {
    var position = end
    if position < scalars.count, scalars[position] == ":" {
      position += 1
      while position < scalars.count, (0x30...0x39).contains(scalars[position]) { position += 1 }
      guard position > end + 1 else { return false }
    }
    return position < scalars.count && scalars[position] == "/"
  }

  private static func isStartOfHost(_ start: Int, in scalars: [UInt32]) -> Bool {
    guard isNameCharacter(scalars[start]), scalars[start] != "-" else { return false }
    guard start > 0 else { return true }
    if scalars[start - 1] == "." { return start == 1 || !isNameCharacter(scalars[start - 2]) }
    return !isNameCharacter(scalars[start - 1])
  }

  /// Names with single dots between them.
  private static func endOfHost(from start: Int, in scalars: [UInt32]) -> Int {
    var end = start
    while end < scalars.count {
      let isDot = scalars[end] == "." && end + 1 < scalars.count && isNameCharacter(scalars[end + 1])
      guard isDot || isNameCharacter(scalars[end]) else { break }
      end += 1
    }
    return end
  }

  /// Letters of scripts without spaces are left out: `見てbit.ly/x` has the host `bit.ly`.
  private static func isNameCharacter(_ scalar: UInt32) -> Bool {
    let kind = CharacterKind.of(scalar)
    return scalar == "-" || kind.isAny(of: .wordCharacter) && !kind.contains(.unspaced)
  }
}
