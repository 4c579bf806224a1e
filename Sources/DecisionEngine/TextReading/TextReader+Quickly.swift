import CTextMasks
import DecisionModel

extension TextReader {
  /// Tells the bytes of the text apart and writes them with small letters into `folded`.
  mutating func readMasks() {
    links.removeAll()
    let blocks = (length + 63) / 64
    folded.reserve(blocks * 64 + 64)
    quick.masks.setCount(blocks)
    quick.all = decorum_read_text(written, Int64(length), folded.base, quick.masks.base)
  }

  // MARK: Links

  /// Whether something stands in the text without which it has no links.
  private mutating func mayHaveLinks() -> Bool {
    if quick.all.slashes != 0 { return true }
    guard quick.all.stops != 0 else { return false }
    for block in 0..<quick.masks.count {
      for stop in SetBits(quick.masks[block].stops, ofBlock: block) where isWWW(before: stop) { return true }
    }
    return false
  }

  private mutating func isWWW(before stop: Int) -> Bool {
    stop >= 3 && folded[stop - 1] == 0x77 && folded[stop - 2] == 0x77 && folded[stop - 3] == 0x77
  }

  /// Finds links and takes them out of the folded text; false where one may hold what is not ASCII, or stand beside it.
  mutating func findLinksQuickly() -> Bool {
    guard mayHaveLinks() else { return true }
    guard isASCII || areLinksASCII() else { return false }
    findLinks()
    maskLinks()
    if !isASCII { countLinksInScalars() }
    return true
  }

  /// Whether all that could be a link is ASCII: what stands around slashes and `www.` without white space.
  private mutating func areLinksASCII() -> Bool {
    var known = 0
    for block in 0..<quick.masks.count {
      for sign in SetBits(quick.masks[block].stops | quick.masks[block].slashes, ofBlock: block) {
        guard sign >= known, folded[sign] == 0x2F || isWWW(before: sign) else { continue }
        guard let end = endOfASCII(around: sign) else { return false }
        known = end
      }
    }
    return true
  }

  /// Where what stands around a place without white space ends; nil where it is not all ASCII.
  private mutating func endOfASCII(around place: Int) -> Int? {
    var (start, end) = (place, place)
    while start > 0, !isSpace(written[start - 1]) {
      start -= 1
      if written[start] >= 0x80 { return nil }
    }
    while end < length, !isSpace(written[end]) {
      if written[end] >= 0x80 { return nil }
      end += 1
    }
    return end
  }

  mutating func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  /// Says where links stand in characters, not bytes. They are ASCII themselves.
  private mutating func countLinksInScalars() {
    var (place, continuations) = (0, 0)
    for index in 0..<links.count {
      let link = links[index]
      while place < link.start {
        if written[place] & 0xC0 == 0x80 { continuations += 1 }
        place += 1
      }
      links[index] = Link(start: link.start - continuations, end: link.end - continuations)
    }
  }

  /// Finds links where a stop stands in a name, and where `://` does: nowhere else one begins.
  private mutating func findLinks() {
    let finder = LinkFinder(text: ASCIICharacters(bytes: written, count: length), tables: tables)
    var position = 0
    for block in 0..<quick.masks.count {
      for sign in SetBits(quick.masks[block].stops | quick.masks[block].slashes, ofBlock: block) {
        guard sign >= position, let start = startOfLink(before: sign), start >= position,
          let end = finder.endOfLink(at: start)
        else { continue }
        links.append(Link(start: start, end: end))
        position = max(start + 1, end)
      }
    }
  }

  /// Where a link would begin that has such a sign: a stop behind its first name, or the first slash of `://`.
  private mutating func startOfLink(before sign: Int) -> Int? {
    var start = sign
    if folded[sign] == 0x2E {
      while start > 0, isNameByte(folded[start - 1]) { start -= 1 }
      return start < sign ? start : nil
    }
    guard sign >= 5, folded[sign - 1] == 0x3A else { return nil }
    start = folded[sign - 2] == 0x73 ? sign - 6 : sign - 5
    return start >= 0 && folded[start] == 0x68 ? start : nil
  }

  private mutating func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
  }

  /// Takes links out of the folded text and of the bits.
  private mutating func maskLinks() {
    for place in 0..<links.count {
      let link = links[place]
      for byte in link.start..<link.end { folded[byte] = FoldedCharacter.mask }
      for block in link.start / 64...(link.end - 1) / 64 {
        let from = UInt64(max(0, link.start - block * 64)), to = min(64, link.end - block * 64)
        let before: UInt64 = from == 0 ? 0 : UInt64.max >> (64 - from)
        let upTo: UInt64 = to == 64 ? .max : 1 << UInt64(to) - 1
        quick.masks[block].remove(upTo & ~before)
      }
    }
  }

  // MARK: What is not ASCII

  /// Folds what is not ASCII; false where the text must be read whole.
  mutating func foldQuickly() -> Bool {
    guard !asks(for: .emoji), !asks(for: .longestRun) else { return false }
    swap(&folded, &quick.small)
    folded.removeAll()
    folded.reserve(length + 64)
    quick.begin(length)
    var place = 0
    for block in 0..<quick.masks.count {
      for next in SetBits(quick.masks[block].high, ofBlock: block) where next >= place {
        copy(place, next)
        let (scalar, size) = UTF8Reading.scalar(written + next, length - next)
        let isSound = scalar != UTF8Reading.replacement || written[next] == 0xEF && size == 3
        guard isSound, fold(scalar, next, size) else { return false }
        place = next + size
      }
    }
    copy(place, length)
    pad()
    return tellFoldedApart()
  }

  /// Copies ASCII, letters small.
  @inline(__always)
  private mutating func copy(_ start: Int, _ end: Int) {
    guard start < end else { return }
    let count = folded.count
    folded.setCount(count &+ end &- start)
    (folded.base + count).update(from: quick.small.base + start, count: end &- start)
  }

  /// Folds a scalar for itself; false where that is not all there is to it.
  private mutating func fold(_ scalar: UInt32, _ start: Int, _ size: Int) -> Bool {
    let kind = tables.kind(scalar)
    guard kind & TextKinds.entangled == 0 else { return false }
    quick.continuations += size - 1
    if kind & TextKinds.cased != 0 { quick.cased += 1 }
    if kind & TextKinds.upperCase != 0 { quick.capitals += 1 }
    if scalar == 0xFF01 { quick.exclamations += 1 }
    if scalar == 0xFF1F { quick.questions += 1 }
    let from = folded.count
    if let own = tables.ownFold(scalar) {
      for byte in own { folded.append(byte) }
    } else {
      for place in start..<start + size { folded.append(written[place]) }
    }
    if kind & TextKinds.word != 0 { quick.mark(from, folded.count, isLetter: kind & TextKinds.letter != 0) }
    return true
  }

  /// Tells the bytes of the folded text apart anew, since they stand elsewhere now; what was counted in the text as written
  /// is kept.
  private mutating func tellFoldedApart() -> Bool {
    guard countWritten() else { return false }
    let blocks = (folded.count + 63) / 64
    quick.masks.setCount(blocks)
    quick.small.reserve(blocks * 64 + 64)
    quick.all = decorum_read_text(folded.base, Int64(folded.count), quick.small.base, quick.masks.base)
    return true
  }
}

extension TextMasks {
  /// Forgets what stands at some bytes.
  fileprivate mutating func remove(_ bits: UInt64) {
    letters &= ~bits
    capitals &= ~bits
    digits &= ~bits
    exclamations &= ~bits
    questions &= ~bits
    ats &= ~bits
    hashes &= ~bits
    apostrophes &= ~bits
  }
}
