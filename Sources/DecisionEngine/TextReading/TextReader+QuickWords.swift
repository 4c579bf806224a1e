import CTextMasks
import DecisionModel

// Counts and words, from bits.
extension TextReader {
  /// Counts what stands in the text as written; false where a sign stands beside a character beyond ASCII that may be
  /// part of a name.
  mutating func countWritten() -> Bool {
    for block in 0..<quick.masks.count {
      let masks = quick.masks[block]
      quick.capitals += masks.capitals.nonzeroBitCount
      quick.cased += masks.letters.nonzeroBitCount
      quick.exclamations += masks.exclamations.nonzeroBitCount
      quick.questions += masks.questions.nonzeroBitCount
      guard masks.ats | masks.hashes != 0 else { continue }
      guard let mentions = sigils(masks.ats, block), let hashtags = sigils(masks.hashes, block) else { return false }
      quick.mentions += mentions
      quick.hashtags += hashtags
    }
    return true
  }

  /// How many signs have a name behind them and nothing before that they could belong to; nil where that cannot be told
  /// from ASCII.
  private func sigils(_ signs: UInt64, _ block: Int) -> Int? {
    var (signs, count) = (signs, 0)
    while signs != 0 {
      let place = block &* 64 &+ signs.trailingZeroBitCount
      signs &= signs &- 1
      let before = place > 0 ? written[place - 1] : 0, after = place + 1 < length ? written[place + 1] : 0
      guard before | after < 0x80 else { return nil }
      if isLetterOrDigit(after), !isLetterOrDigit(before) { count += 1 }
    }
    return count
  }

  @inline(__always)
  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  /// Takes over what was counted. What stands in links was taken out of the bits before.
  mutating func measureQuickly() {
    if isASCII {
      quick.begin(0)
      _ = countWritten()
      quick.continuations = 0
    }
    measures = Measures()
    measures.length = length - quick.continuations
    measures.links = links.count
    measures.capitals = quick.capitals
    measures.cased = quick.cased
    measures.exclamations = quick.exclamations
    measures.questions = quick.questions
    measures.mentions = quick.mentions
    measures.hashtags = quick.hashtags
    if measuresAsked & 1 << 9 != 0 { measures.longestRun = longestRun }
  }

  /// The longest run of one character in a text that is all ASCII, white space and links aside.
  private var longestRun: Int {
    var longest = 0, current = 0
    var last: UInt8 = FoldedCharacter.mask
    for place in 0..<folded.count {
      let byte = folded[place]
      let isNone = byte == FoldedCharacter.mask || byte == 0x20 || byte >= 0x09 && byte <= 0x0D
      current = isNone ? 0 : byte == last ? current + 1 : 1
      last = isNone ? FoldedCharacter.mask : byte
      longest = max(longest, current)
    }
    return longest
  }

  /// Splits the folded text into words: runs of letters and digits with single apostrophes between letters.
  mutating func splitQuickly() {
    words.removeAll()
    var start = 0
    var isInside: UInt64 = 0
    var letterBefore: UInt64 = 0
    let blocks = quick.masks.count
    for block in 0..<blocks {
      let masks = quick.masks[block]
      let high = isASCII ? (words: 0, letters: 0) : quick.high(block)
      let letters = masks.letters | high.letters
      var inWord = masks.letters | masks.digits | high.words
      if masks.apostrophes != 0 {
        let next =
          block + 1 < blocks ? quick.masks[block + 1].letters | (isASCII ? 0 : quick.high(block + 1).letters) : 0
        inWord |= masks.apostrophes & (letters &<< 1 | letterBefore) & (letters &>> 1 | next &<< 63)
      }
      letterBefore = letters &>> 63
      var edges = inWord ^ (inWord &<< 1 | isInside)
      isInside = inWord &>> 63
      while edges != 0 {
        let place = block &* 64 &+ edges.trailingZeroBitCount
        edges &= edges &- 1
        if start < 0 {
          addWord(-1 &- start, place)
          start = 0
        } else {
          start = -1 &- place
        }
      }
    }
    if start < 0 { addWord(-1 &- start, folded.count) }
    measures.words = words.count
  }

  @inline(__always)
  private mutating func addWord(_ start: Int, _ end: Int) {
    let hasStem = end &- start > 2 && folded[end &- 2] == 0x27 && folded[end &- 1] == 0x73
    words.append(
      TextWord(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        stem: Int32(truncatingIfNeeded: hasStem ? end &- 2 : end)))
  }
}

extension QuickPads {
  /// The bits of words and letters beyond ASCII.
  func high(_ block: Int) -> (words: UInt64, letters: UInt64) {
    block < words.count ? (words[block], letters[block]) : (0, 0)
  }
}
