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

  mutating func append(_ word: TextWord) {
    starts.append(word.start)
    ends.append(word.end)
    stems.append(word.stem)
    hasStems = true
  }
}

extension Pad<Int32> {
  /// Adds the places of the bits that are set, so far behind. Twelve are written at once and what is too much is
  /// overwritten, since most blocks of 64 bytes have fewer words (D. Lemire and G. Langdale, "Parsing Gigabytes of JSON per
  /// Second", 2019, flatten bits).
  @inline(__always)
  mutating func append(bits: UInt64, behind start: Int) {
    reserve(count &+ 72)
    var (bits, end) = (bits, base + count)
    let bitCount = bits.nonzeroBitCount
    for _ in 0..<12 {
      end.pointee = Int32(truncatingIfNeeded: start &+ bits.trailingZeroBitCount)
      end += 1
      bits &= bits &- 1
    }
    while bits != 0 {
      end.pointee = Int32(truncatingIfNeeded: start &+ bits.trailingZeroBitCount)
      end += 1
      bits &= bits &- 1
    }
    setCount(count &+ bitCount)
  }
}
