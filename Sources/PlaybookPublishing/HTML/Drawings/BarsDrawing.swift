/// Rows of bars below one another, with what their parts are above them: they read the same on a phone and on paper.
///
/// A wide drawing has the row's name before its bar, a narrow one above it.
struct BarsDrawing {
  private var canvas: Canvas
  private let bars: Document.Bars
  private let title: String
  /// How many the longest bar shows; a number, for no sum of numbers may be too large.
  private let most: Double

  private static let thickness = 20
  private static let gap = 12

  init(_ bars: Document.Bars, title: String, width: Int) {
    self.bars = bars
    self.title = title
    canvas = Canvas(width: width)
    most = max(1, bars.rows.map { row in row.counts.reduce(0) { $0 + Double(max(0, $1)) } }.max() ?? 1)
    let top = drawLegend()
    let columns = Columns(bars, width: width)
    bars.rows.enumerated().forEach { index, row in draw(row, columns, top: top + index * rowHeight) }
  }

  var written: Markup { canvas.picture(title: title, description: bars.description) }

  /// Where the parts of a row stand, in pixels.
  private struct Columns {
    let label: Int
    let bar: Range<Int>

    init(_ bars: Document.Bars, width: Int) {
      let measure = TextMeasure(isStrong: false)
      let isNarrow = width < Canvas.wide
      label = isNarrow ? width : min(220, bars.rows.map { measure.width(of: $0.label) }.max() ?? 0)
      let remark = min(width / 3, bars.rows.map { measure.width(of: $0.remark) }.max() ?? 0)
      let left = isNarrow ? 0 : label + 14
      bar = left..<max(left + 40, width - remark - 10)
    }
  }

  private var rowHeight: Int {
    Self.thickness + Self.gap + (canvas.isNarrow ? Canvas.lineHeight : 0)
  }

  /// Draws what the tones mean, in as many lines as they need, and says where the bars begin.
  private mutating func drawLegend() -> Int {
    var (x, y) = (0, 2)
    for sort in bars.sorts {
      let width = 24 + TextMeasure(isStrong: false).width(of: sort.name) + 18
      if x > 0, x + width > canvas.width { (x, y) = (0, y + Canvas.lineHeight + 4) }
      let mark = part(sort.tone, x: x, y: y + 3, width: 16, height: 16)
      canvas.draw(
        "<g class=\"bar\">\(mark)</g><text x=\"\(x + 24)\" y=\"\(y + 16)\">\(sort.name)</text>\n",
        downTo: y + Canvas.lineHeight)
      x += width
    }
    return bars.sorts.isEmpty ? 0 : y + Canvas.lineHeight + 14
  }

  private mutating func draw(_ row: Document.Bars.Row, _ columns: Columns, top: Int) {
    let label = TextMeasure(isStrong: false).lines(of: row.label, within: columns.label, atMost: 1).first ?? ""
    let barTop = canvas.isNarrow ? top + Canvas.lineHeight : top
    let baseline = barTop + 15
    var parts: Markup = """
      <rect class="rest" x="\(columns.bar.lowerBound)" y="\(barTop)" width="\(columns.bar.count)" \
      height="\(Self.thickness)"/>
      """
    var passed = 0.0
    for (sort, count) in zip(bars.sorts, row.counts) where count > 0 {
      let (left, right) = (place(passed, columns), place(passed + Double(count), columns))
      // Even the few are seen.
      parts += part(sort.tone, x: left, y: barTop, width: max(3, right - left), height: Self.thickness)
      passed += Double(count)
    }
    canvas.draw(
      """
      <text x="0" y="\(canvas.isNarrow ? top + 15 : baseline)">\(label)</text><g class="bar">\(parts)</g>\
      <text class="remark" x="\(columns.bar.upperBound + 10)" y="\(baseline)">\(row.remark)</text>

      """, downTo: barTop + Self.thickness + 2)
  }

  private func place(_ count: Double, _ columns: Columns) -> Int {
    columns.bar.lowerBound + Int(Double(columns.bar.count) * min(1, count / most))
  }

  private func part(_ tone: Document.Bars.Tone, x: Int, y: Int, width: Int, height: Int) -> Markup {
    "<rect class=\"\(tone.rawValue)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
  }
}
