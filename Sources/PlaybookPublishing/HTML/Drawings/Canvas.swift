/// A drawing as it grows: what stands on it, and how high it is. Its width is fixed, so that its letters keep their size.
///
/// Colours are classes of the page's style sheet; the measures are pixels.
struct Canvas {
  let width: Int
  private(set) var height = 0
  private var markup = Markup()

  /// The least and the greatest width of a drawing: a phone's, and that of a printed page.
  static let narrow = 320
  static let wide = 640

  /// From a line of text to the next.
  static let lineHeight = 22

  init(width: Int) { self.width = width }

  var isNarrow: Bool { width < Canvas.wide }

  /// The drawing as a picture, which has its title and its description for those who listen.
  func picture(title: String, description: String) -> Markup {
    """
    <svg role="img" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
    <title>\(title)</title>
    <desc>\(description)</desc>
    \(markup)</svg>

    """
  }

  /// The drawing. It is no picture to those who listen, since what stands in it is text and links, and its figure names it.
  var written: Markup {
    """
    <svg width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
    \(markup)</svg>

    """
  }

  mutating func draw(_ shape: Markup, downTo bottom: Int) {
    markup += shape
    height = max(height, bottom)
  }
}

/// A text in lines, the first of which may stand out.
struct TextBlock {
  private(set) var lines: [(text: String, isStrong: Bool)] = []

  /// So many lines may each text have; the words that go with the drawing have all of it.
  private static let mostLines = 8

  init(_ box: Document.Box, isStrong: Bool = true, within pixels: Int) {
    add(box.title, isStrong: isStrong, within: pixels)
    for line in box.lines { add(line, isStrong: false, within: pixels) }
  }

  init(_ text: String, isStrong: Bool = false, within pixels: Int) {
    add(text, isStrong: isStrong, within: pixels)
  }

  private mutating func add(_ text: String, isStrong: Bool, within pixels: Int) {
    let measure = TextMeasure(isStrong: isStrong)
    lines += measure.lines(of: text, within: pixels, atMost: TextBlock.mostLines).map { ($0, isStrong) }
  }

  var height: Int { lines.count * Canvas.lineHeight }

  /// The text with its left edge at `x` and its upper edge at `y`. Each line but the last ends with a blank, so that
  /// whoever listens hears words apart.
  func written(x: Int, y: Int) -> Markup {
    let spans = lines.enumerated().map { index, line -> Markup in
      let text: Markup = index + 1 < lines.count ? "\(line.text) " : "\(line.text)"
      let place: Markup = index == 0 ? Markup() : " x=\"\(x)\" dy=\"\(Canvas.lineHeight)\""
      let strong: Markup = line.isStrong ? " class=\"strong\"" : Markup()
      return place.isEmpty && strong.isEmpty ? text : "<tspan\(strong)\(place)>\(text)</tspan>"
    }
    return lines.isEmpty ? Markup() : "<text x=\"\(x)\" y=\"\(y + 16)\">\(spans.joined())</text>"
  }
}

/// A word on or beside a line, about whose middle it stands.
func caption(_ word: String, x: Int, y: Int, at anchor: Markup = "middle") -> Markup {
  "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(word)</text>"
}

/// A shape that leads to a place in the document, where there is one.
func linked(_ shape: Markup, to anchor: Anchor?) -> Markup {
  anchor.map { "<a href=\"#\($0.identifier)\">\(shape)</a>\n" } ?? "\(shape)\n"
}

enum Arrow {
  static func down(x: Int, from top: Int, to bottom: Int) -> Markup {
    "<path class=\"line\" d=\"M\(x) \(top)V\(bottom - 1)m-5-6 5 6 5-6\"/>\n"
  }

  static func right(y: Int, from left: Int, to right: Int) -> Markup {
    "<path class=\"line\" d=\"M\(left) \(y)H\(right - 1)m-6-5 6 5-6 5\"/>\n"
  }
}
