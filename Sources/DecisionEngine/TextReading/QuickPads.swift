import CTextMasks

/// What 64 bytes of a text are, a bit for each.
typealias TextMasks = decorum_text_masks

/// What the quick reading keeps from text to text.
struct QuickPads {
  /// What the bytes of the text are; where it is not all ASCII, in the end of the folded text.
  var masks = Pad<TextMasks>(capacity: 64)
  /// What occurs in it at all.
  var all = TextMasks()
  /// The text as written, with small letters.
  var small = Pad<UInt8>(capacity: 4096)
  /// The bytes of words and of letters beyond ASCII in the folded text, a bit each.
  private(set) var words = Pad<UInt64>(capacity: 64)
  private(set) var letters = Pad<UInt64>(capacity: 64)

  /// The bytes of words in the folded text, a bit each.
  var runs = Pad<UInt64>(capacity: 64)
  /// Where rows of characters may begin that wake expressions, a bit for each byte.
  var beginnings = Pad<UInt64>(capacity: 64)

  // What was counted of characters beyond ASCII, and then of all.
  var continuations = 0
  var capitals = 0
  var cased = 0
  var exclamations = 0
  var questions = 0
  var mentions = 0
  var hashtags = 0

  func free() {
    masks.free()
    small.free()
    words.free()
    letters.free()
    runs.free()
    beginnings.free()
  }

  /// Begins with a text of so many bytes that is not all ASCII.
  mutating func begin(_ length: Int) {
    words.fill(length / 64 + 2, with: 0)
    letters.fill(length / 64 + 2, with: 0)
    (continuations, capitals, cased, exclamations, questions, mentions, hashtags) = (0, 0, 0, 0, 0, 0, 0)
  }

  /// Notes that folded bytes are those of a word.
  mutating func mark(_ start: Int, _ end: Int, isLetter: Bool) {
    while words.count <= end / 64 {
      words.append(0)
      letters.append(0)
    }
    for place in start..<end {
      words.base[place / 64] |= 1 << UInt64(place % 64)
      if isLetter { letters.base[place / 64] |= 1 << UInt64(place % 64) }
    }
  }
}
