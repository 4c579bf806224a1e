import Diagnostics

/// How wide text is drawn, as far as one can know without the reader's fonts: rather too wide than too narrow.
///
/// The widths are those of a broad typeface (DejaVu Sans, which Linux has for most pages), in classes; Arial, Segoe and
/// San Francisco are narrower, so that what fits here fits there.
struct TextMeasure {
  let isStrong: Bool

  /// The height of the letters, in pixels; no text of a drawing is smaller or larger.
  static let size = 16

  /// The width of a character, in hundredths of a pixel.
  private func advance(of character: Character) -> Int {
    let shares = character.asciiValue.map(TextMeasure.share(ofASCII:)) ?? TextMeasure.share(of: character)
    return shares * TextMeasure.size * (isStrong ? 112 : 100) / 100
  }

  /// The width of a text in pixels.
  func width(of text: String) -> Int { text.reduce(0) { $0 + advance(of: $1) } / 100 + 1 }

  /// The text in lines that are no wider than so many pixels. A word that is too long is broken; of a text that is longer
  /// than so many lines the last one ends with an ellipsis.
  func lines(of text: String, within pixels: Int, atMost most: Int) -> [String] {
    var breaking = LineBreaking(limit: max(pixels, 2 * TextMeasure.size) * 100)
    for word in legible(text).split(separator: " ") {
      breaking.append(word.map { ($0, advance(of: $0)) }, blank: advance(of: " "))
      if breaking.lines.count > most { break }
    }
    let lines = breaking.finished
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [shortened(lines[most - 1], within: pixels)]
  }

  private func shortened(_ line: String, within pixels: Int) -> String {
    var line = line
    while width(of: line + "…") > pixels || line.last == " ", !line.isEmpty { line.removeLast() }
    return line + "…"
  }

  /// In hundredths of the size of the letters.
  private static func share(ofASCII byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "I"), 0x20, 0x27, 0x2C, 0x2E: 32
    case UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "t"), 0x21...0x22, 0x28...0x29, 0x2D, 0x2F, 0x3A...0x3B: 46
    case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "s"), UInt8(ascii: "v"),
      UInt8(ascii: "x")...UInt8(ascii: "z"):
      59
    case UInt8(ascii: "m"), UInt8(ascii: "M"), UInt8(ascii: "W"), UInt8(ascii: "@"), UInt8(ascii: "%"): 100
    case UInt8(ascii: "w"), 0x23, 0x26, 0x2B, 0x3C...0x3E, 0x7E: 84
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 78
    default: 64
    }
  }

  private static func share(of character: Character) -> Int {
    switch displayWidth(of: character) {
    case 0: 0
    case 1: 78
    case let columns: 65 * columns
    }
  }
}

/// Words, one after the other, in lines of a greatest width.
private struct LineBreaking {
  let limit: Int
  private(set) var lines: [String] = []
  private var line = ""
  private var used = 0

  init(limit: Int) { self.limit = limit }

  var finished: [String] { line.isEmpty ? lines : lines + [line] }

  mutating func append(_ word: [(character: Character, width: Int)], blank: Int) {
    let width = word.reduce(0) { $0 + $1.width }
    if !line.isEmpty {
      if used + blank + width <= limit { add(" ", blank) } else { end() }
    }
    for (character, width) in word {
      if used + width > limit, !line.isEmpty { end() }
      add(character, width)
    }
  }

  private mutating func add(_ character: Character, _ width: Int) {
    line.append(character)
    used += width
  }

  private mutating func end() {
    lines.append(line)
    line = ""
    used = 0
  }
}
