import CTextMasks
import DecisionModel

// Counts and words, from bits.
extension TextReader {
  /// Counts what is asked for in the text as written; false where a sign stands beside a character beyond ASCII that may
  /// be part of a name.
  mutating func countWritten() -> Bool {
    let all = quick.all
    if asks(for: .capitals) {
      for block in 0..<quick.masks.count {
        quick.capitals += quick.masks[block].capitals.nonzeroBitCount
        quick.cased += quick.masks[block].letters.nonzeroBitCount
      }
    }
    if all.exclamations != 0, asks(for: .exclamations) {
      for block in 0..<quick.masks.count { quick.exclamations += quick.masks[block].exclamations.nonzeroBitCount }
    }
    if all.questions != 0, asks(for: .questions) {
      for block in 0..<quick.masks.count { quick.questions += quick.masks[block].questions.nonzeroBitCount }
    }
    guard all.ats | all.hashes != 0, asks(for: .mentions) || asks(for: .hashtags) else { return true }
    for block in 0..<quick.masks.count {
      guard let mentions = sigils(quick.masks[block].ats, block),
        let hashtags = sigils(quick.masks[block].hashes, block)
      else { return false }
      quick.mentions += mentions
      quick.hashtags += hashtags
    }
    return true
  }

  /// How many signs have a name behind them and nothing before that they could belong to; nil where that cannot be told
  /// from ASCII.
  private mutating func sigils(_ signs: UInt64, _ block: Int) -> Int? {
    var count = 0
    for place in SetBits(signs, ofBlock: block) {
      let before = place > 0 ? written[place - 1] : 0, after = place + 1 < length ? written[place + 1] : 0
      guard before | after < 0x80 else { return nil }
      if isLetterOrDigit(after), !isLetterOrDigit(before) { count += 1 }
    }
    return count
  }

  @inline(__always)
  private mutating func isLetterOrDigit(_ byte: UInt8) -> Bool {
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
    if asks(for: .longestRun) { measures.longestRun = findLongestRun() }
  }

  /// The longest run of one character in a text that is all ASCII, white space and links aside.
  private mutating func findLongestRun() -> Int {
    var longest = 0, current = 0
    var last: UInt8 = FoldedCharacter.mask
    for place in 0..<folded.count {
      let byte = folded[place]
      let isNone = byte == FoldedCharacter.mask || isSpace(byte)
      current = isNone ? 0 : byte == last ? current + 1 : 1
      last = isNone ? FoldedCharacter.mask : byte
      longest = max(longest, current)
    }
    return longest
  }

  /// Splits the folded text into words: runs of letters and digits with single apostrophes between letters.
  mutating func splitQuickly() {
    let blocks = quick.masks.count
    var letterBefore: UInt64 = 0
    quick.runs.setCount(blocks)
    for block in 0..<blocks {
      let masks = quick.masks[block]
      var inWord = masks.letters | masks.digits
      if !isASCII { inWord |= quick.high(block).words }
      if quick.all.apostrophes != 0 { inWord |= apostrophesInWords(block, &letterBefore) }
      quick.runs[block] = inWord
    }
    words.readRuns(quick.runs)
    if quick.all.apostrophes != 0 { findStems() }
    measures.words = words.count
  }

  /// The apostrophes of a block between two letters.
  private mutating func apostrophesInWords(_ block: Int, _ letterBefore: inout UInt64) -> UInt64 {
    let letters = letters(block), next = block + 1 < quick.masks.count ? self.letters(block + 1) : 0
    defer { letterBefore = letters &>> 63 }
    return quick.masks[block].apostrophes & (letters &<< 1 | letterBefore) & (letters &>> 1 | next &<< 63)
  }

  private mutating func letters(_ block: Int) -> UInt64 {
    quick.masks[block].letters | (isASCII ? 0 : quick.high(block).letters)
  }

  private mutating func findStems() {
    for place in 0..<words.count {
      let end = words.ends[place]
      let hasStem =
        end &- words.starts[place] > 2 && folded[Int(end) &- 2] == 0x27 && folded[Int(end) &- 1] == 0x73
      words.stems.append(hasStem ? end &- 2 : end)
      if hasStem { words.hasStems = true }
    }
  }
}

extension QuickPads {
  /// The bits of words and letters beyond ASCII.
  func high(_ block: Int) -> (words: UInt64, letters: UInt64) {
    block < words.count ? (words[block], letters[block]) : (0, 0)
  }
}
