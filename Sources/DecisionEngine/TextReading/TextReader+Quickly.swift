import CTextMasks
import DecisionModel

extension TextReader {
  /// Tells the bytes of the text apart and writes them with small letters into `folded`. The bits of what is not ASCII.
  mutating func readMasks() -> UInt64 {
    mayHideLetters = false
    links.removeAll()
    let blocks = (length + 63) / 64
    folded.reserve(blocks * 64 + 64)
    quick.masks.setCount(blocks)
    let whole = length / 64
    for block in 0..<whole {
      decorum_text_masks_of(written + block &* 64, folded.base + block &* 64, quick.masks.base + block)
    }
    if whole < blocks {
      quick.tail.fill(64, with: 0)
      quick.tail.base.update(from: written + whole * 64, count: length - whole * 64)
      decorum_text_masks_of(quick.tail.base, folded.base + whole * 64, quick.masks.base + whole)
    }
    var high: UInt64 = 0
    for block in 0..<blocks { high |= quick.masks[block].high }
    return high
  }

  // MARK: Links of a text that is all ASCII

  /// Whether something stands in the text without which it has no links.
  var mayHaveLinks: Bool {
    var slashes: UInt64 = 0
    for block in 0..<quick.masks.count {
      slashes |= quick.masks[block].slashes
      var stops = quick.masks[block].stops
      while stops != 0 {
        if isWWW(before: block * 64 + stops.trailingZeroBitCount) { return true }
        stops &= stops &- 1
      }
    }
    return slashes != 0
  }

  private func isWWW(before stop: Int) -> Bool {
    stop >= 3 && folded[stop - 1] == 0x77 && folded[stop - 2] == 0x77 && folded[stop - 3] == 0x77
  }

  /// Finds links where a stop stands in a name, and where `://` does: nowhere else one begins.
  mutating func findLinksQuickly() {
    guard mayHaveLinks else { return }
    let finder = LinkFinder(text: ASCIICharacters(bytes: written, count: length), tables: tables)
    var position = 0
    for block in 0..<quick.masks.count {
      var signs = quick.masks[block].stops | quick.masks[block].slashes
      while signs != 0 {
        let sign = block &* 64 &+ signs.trailingZeroBitCount
        signs &= signs &- 1
        guard sign >= position, let start = startOfLink(before: sign), start >= position,
          let end = finder.endOfLink(at: start)
        else { continue }
        links.append(Link(start: start, end: end))
        position = max(start + 1, end)
      }
    }
  }

  /// Where a link would begin that has such a sign: a stop behind its first name, or the first slash of `://`.
  private func startOfLink(before sign: Int) -> Int? {
    var start = sign
    if folded[sign] == 0x2E {
      while start > 0, isNameByte(folded[start - 1]) { start -= 1 }
      return start < sign ? start : nil
    }
    guard sign >= 5, folded[sign - 1] == 0x3A else { return nil }
    start = folded[sign - 2] == 0x73 ? sign - 6 : sign - 5
    return start >= 0 && folded[start] == 0x68 ? start : nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
  }

  /// Takes links out of the folded text and of the bits.
  func maskLinks() {
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
    let asksForWhole: UInt32 = 1 << 8 | 1 << 9
    guard measuresAsked & asksForWhole == 0 else { return false }
    swap(&folded, &quick.small)
    folded.removeAll()
    folded.reserve(length + 64)
    quick.begin(length)
    var place = 0
    for block in 0..<quick.masks.count {
      var high = quick.masks[block].high
      while high != 0 {
        let next = block &* 64 &+ high.trailingZeroBitCount
        high &= high &- 1
        guard next >= place else { continue }
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
      for byte in own {
        folded.append(byte)
        if byte < 0x80, byte >= 0x61 || byte >= 0x30 && byte <= 0x39 { mayHideLetters = true }
      }
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
    folded.reserve(blocks * 64 + 64)
    for place in folded.count..<blocks * 64 { folded.base[place] = 0 }
    quick.small.reserve(blocks * 64 + 64)
    for block in 0..<blocks {
      decorum_text_masks_of(folded.base + block &* 64, quick.small.base + block &* 64, quick.masks.base + block)
    }
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
