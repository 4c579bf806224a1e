import CTextMasks

/// A word of a folded text, in bytes.
struct TextWord: BitwiseCopyable {
  let start: Int32
  let end: Int32
  /// Where it ends when a final `'s` is left off; else its end.
  let stem: Int32
}

/// The words of a text: where they start, where they end, and, if some end in `'s`, where they end without it.
struct WordList {
  var starts = Pad<Int32>(capacity: 256)
  var ends = Pad<Int32>(capacity: 256)
  var stems = Pad<Int32>(capacity: 64)
  var hasStems = false

  var count: Int { ends.count }

  func free() {
    starts.free()
    ends.free()
    stems.free()
  }

  mutating func removeAll() {
    starts.removeAll()
    ends.removeAll()
    stems.removeAll()
    hasStems = false
  }

  @inline(__always)
  subscript(place: Int) -> TextWord {
    TextWord(start: starts[place], end: ends[place], stem: hasStems ? stems[place] : ends[place])
  }

  /// Whether a word has a final `'s`; asked only where some word has.
  @inline(__always)
  func hasStem(_ place: Int) -> Bool { stems[place] != ends[place] }

  /// Takes the runs of bits of a text, 64 of its bytes a cell.
  mutating func readRuns(_ bits: Pad<UInt64>) {
    removeAll()
    starts.reserve(bits.count &* 32 &+ 65)
    ends.reserve(bits.count &* 32 &+ 65)
    let count = Int(decorum_find_runs(bits.base, Int64(bits.count), starts.base, ends.base))
    starts.setCount(count)
    ends.setCount(count)
  }

  mutating func append(_ word: TextWord) {
    starts.append(word.start)
    ends.append(word.end)
    stems.append(word.stem)
    hasStems = true
  }
}
