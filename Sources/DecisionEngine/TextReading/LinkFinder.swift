import DecisionModel

/// Where a link stands, in scalars of the text as written.
struct Link: BitwiseCopyable {
  let start: Int
  let end: Int
}

/// A text as written of which each character is looked at: scalars, or the bytes of a text that is all ASCII.
protocol WrittenCharacters {
  var count: Int { get }
  subscript(place: Int) -> UInt32 { get }
}

extension UnsafeBufferPointer<UInt32>: WrittenCharacters {}

/// The bytes of a text that is all ASCII.
struct ASCIICharacters: WrittenCharacters {
  let bytes: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  subscript(place: Int) -> UInt32 { UInt32(bytes[place]) }
}

/// Finds links: what begins with `http://`, `https://` or `www.`, and a bare host with a path. Each runs up to white
/// space, less closing punctuation.
struct LinkFinder<Characters: WrittenCharacters> {
  let text: Characters
  let tables: CharacterTables

  /// Adds the links of the text in order.
  func find(into links: inout Pad<Link>) {
    links.removeAll()
    var position = 0
    while position < text.count {
      if let end = endOfLink(at: position) {
        links.append(Link(start: position, end: end))
        position = max(position + 1, end)
      } else {
        position += 1
      }
    }
  }

  /// Where the link ends that begins at a place; nil where none does.
  func endOfLink(at start: Int) -> Int? {
    let first = text[start] | 0x20
    if first == 0x68, let host = endOfScheme(at: start) { return endOfLink(from: host, isHost: true) }
    guard isStartOfHost(start) else { return nil }
    if first == 0x77, let host = end(of: "www.", at: start) {
      if let end = endOfLink(from: host, isHost: true) { return end }
      return nil
    }
    return startsWithHostAndPath(start) ? endOfLink(from: start, isHost: false) : nil
  }

  private func endOfScheme(at start: Int) -> Int? {
    end(of: "http://", at: start) ?? end(of: "https://", at: start)
  }

  /// A link needs a host: at the least a letter or digit, or the bracket of an address.
  private func endOfLink(from start: Int, isHost: Bool) -> Int? {
    if isHost {
      guard start < text.count else { return nil }
      guard tables.isAny(text[start], of: TextKinds.letter | TextKinds.digit) || text[start] == 0x5B else { return nil }
    }
    var end = start
    while end < text.count, !tables.isAny(text[end], of: TextKinds.whiteSpace) { end += 1 }
    while end > start + 1, tables.isAny(text[end - 1], of: TextKinds.closing) { end -= 1 }
    return end
  }

  /// Where `prefix`, which is ASCII, ends if it stands at `start` in any case.
  private func end(of prefix: StaticString, at start: Int) -> Int? {
    let length = prefix.utf8CodeUnitCount
    guard start + length <= text.count else { return nil }
    let letters = prefix.utf8Start
    for offset in 0..<length {
      let scalar = text[start + offset]
      let isCapital = scalar >= 0x41 && scalar <= 0x5A
      if (isCapital ? scalar + 0x20 : scalar) != UInt32(letters[offset]) { return nil }
    }
    return start + length
  }
}

// Bare hosts.
extension LinkFinder {
  /// A host, perhaps with a port, and a slash: `bit.ly/x`. The last of its names is of letters, two at the least.
  private func startsWithHostAndPath(_ start: Int) -> Bool {
    var end = start, nameStart = start, names = 0, lastName = start..<start
    while end < text.count {
      let isDot = text[end] == 0x2E && end + 1 < text.count && isNameCharacter(text[end + 1])
      guard isDot || isNameCharacter(text[end]) else { break }
      if isDot {
        if end > nameStart { names += 1 }
        nameStart = end + 1
      }
      end += 1
    }
    if end > nameStart {
      names += 1
      lastName = nameStart..<end
    }
    guard names >= 2, lastName.count >= 2 else { return false }
    return (lastName.allSatisfy { tables.isAny(text[$0], of: TextKinds.letter) } || isEncoded(lastName))
      && path(at: end)
  }

  /// `xn--…` is a name in other letters.
  private func isEncoded(_ name: Range<Int>) -> Bool {
    name.count >= 4 && end(of: "xn--", at: name.lowerBound) != nil
  }

  private func path(at end: Int) -> Bool {
    var position = end
    if position < text.count, text[position] == 0x3A {
      position += 1
      while position < text.count, text[position] >= 0x30, text[position] <= 0x39 { position += 1 }
      guard position > end + 1 else { return false }
    }
    return position < text.count && text[position] == 0x2F
  }

  private func isStartOfHost(_ start: Int) -> Bool {
    guard isNameCharacter(text[start]), text[start] != 0x2D else { return false }
    guard start > 0 else { return true }
    if text[start - 1] == 0x2E { return start == 1 || !isNameCharacter(text[start - 2]) }
    return !isNameCharacter(text[start - 1])
  }

  /// Letters of scripts without spaces are left out: `見てbit.ly/x` has the host `bit.ly`.
  private func isNameCharacter(_ scalar: UInt32) -> Bool {
    let kind = tables.kind(scalar)
    return scalar == 0x2D || kind & TextKinds.word != 0 && kind & TextKinds.unspaced == 0
  }
}
