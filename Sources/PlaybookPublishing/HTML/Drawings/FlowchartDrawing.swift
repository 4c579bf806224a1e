/// A flowchart from the top down. Where there is room, what is done stands beside its question; on a phone below it.
struct FlowchartDrawing {
  private var canvas: Canvas
  private let columns: Columns
  /// The lower edge of what was drawn last.
  private var bottom = 0

  private struct Columns {
    let question: (x: Int, width: Int)
    let outcome: (x: Int, width: Int)
    /// Where the line runs from a question to the next.
    let spine: Int

    static let narrow = Columns(question: (1, 318), outcome: (49, 270), spine: 24)
    static let wide = Columns(question: (1, 240), outcome: (305, 334), spine: 121)
  }

  private static let padding = (x: 14, y: 11)
  private static let gap = 34

  init(_ chart: Document.Flowchart, width: Int) {
    canvas = Canvas(width: width)
    columns = canvas.isNarrow ? .narrow : .wide
    draw(start: chart.start)
    for (index, row) in chart.rows.enumerated() {
      draw(line: index == 0 ? nil : "No")
      draw(row, answer: "Yes")
    }
    if let otherwise = chart.otherwise {
      draw(line: chart.rows.isEmpty ? nil : "No")
      draw(otherwise, answer: nil)
    }
    if let always = chart.always { draw(always: always) }
  }

  private enum Kind {
    case start, question, always
    case outcome(Document.Flowchart.Tone)

    var isStart: Bool { if case .start = self { true } else { false } }

    /// The classes of the style sheet.
    var classes: Markup {
      switch self {
      case .start: "start"
      case .question: "question"
      case .always: "always"
      case .outcome(.calm): "outcome calm"
      case .outcome(.strict): "outcome strict"
      case .outcome(.quiet): "outcome quiet"
      }
    }
  }

  var written: Markup { canvas.written }

  private mutating func draw(start: String) {
    let text = TextBlock(start, isStrong: true, within: columns.question.width - 2 * Self.padding.x)
    draw(text, .start, at: columns.question, top: 1, height: height(of: text))
    bottom = 1 + height(of: text)
  }

  private mutating func draw(line word: String?) {
    let top = bottom
    bottom += Self.gap
    canvas.draw(Arrow.down(x: columns.spine, from: top, to: bottom), downTo: bottom)
    if let word {
      canvas.draw(caption(word, x: columns.spine + 10, y: bottom - 12, at: "start") + "\n", downTo: bottom)
    }
  }

  private mutating func draw(_ row: Document.Flowchart.Row, answer: String?) {
    let question = TextBlock(row.question, within: columns.question.width - 2 * Self.padding.x)
    let outcome = TextBlock(row.outcome.box, within: columns.outcome.width - 2 * Self.padding.x)
    if canvas.isNarrow {
      drawBelow(row, question, outcome, answer: answer)
    } else {
      drawBeside(row, question, outcome, answer: answer)
    }
  }

  private mutating func drawBeside(
    _ row: Document.Flowchart.Row, _ question: TextBlock, _ outcome: TextBlock, answer: String?
  ) {
    let height = max(height(of: question), height(of: outcome))
    let (start, end) = (columns.question.x + columns.question.width, columns.outcome.x)
    draw(question, .question, at: columns.question, top: bottom, height: height, anchor: row.question.anchor)
    canvas.draw(Arrow.right(y: bottom + height / 2, from: start, to: end), downTo: bottom)
    if let answer { canvas.draw(caption(answer, x: (start + end) / 2, y: bottom + height / 2 - 8), downTo: bottom) }
    draw(row.outcome, outcome, top: bottom, height: height)
    bottom += height
  }

  private mutating func drawBelow(
    _ row: Document.Flowchart.Row, _ question: TextBlock, _ outcome: TextBlock, answer: String?
  ) {
    let height = height(of: question)
    draw(question, .question, at: columns.question, top: bottom, height: height, anchor: row.question.anchor)
    bottom += height
    let (top, x) = (bottom, columns.outcome.x + 24)
    bottom += Self.gap
    canvas.draw(Arrow.down(x: x, from: top, to: bottom), downTo: bottom)
    if let answer {
      canvas.draw(caption(answer, x: x + 10, y: bottom - 12, at: "start") + "\n", downTo: bottom)
    }
    let outcomeHeight = self.height(of: outcome)
    draw(row.outcome, outcome, top: bottom, height: outcomeHeight)
    bottom += outcomeHeight
    // The way on passes what is done.
    if answer != nil {
      canvas.draw("<path class=\"line\" d=\"M\(columns.spine) \(top)V\(bottom)\"/>\n", downTo: bottom)
    }
  }

  private mutating func draw(_ outcome: Document.Flowchart.Outcome, _ text: TextBlock, top: Int, height: Int) {
    draw(text, .outcome(outcome.tone), at: columns.outcome, top: top, height: height, anchor: outcome.box.anchor)
  }

  private mutating func draw(always box: Document.Box) {
    let place = (x: 1, width: canvas.width - 2)
    let text = TextBlock(box, within: place.width - 2 * Self.padding.x)
    draw(text, .always, at: place, top: bottom + 24, height: height(of: text), anchor: box.anchor)
    bottom += 24 + height(of: text)
  }

  private func height(of text: TextBlock) -> Int { text.height + 2 * Self.padding.y }

  private mutating func draw(
    _ text: TextBlock, _ kind: Kind, at place: (x: Int, width: Int), top: Int, height: Int, anchor: Anchor? = nil
  ) {
    let shape: Markup = """
      <g class="\(kind.classes)"><rect x="\(place.x)" y="\(top)" width="\(place.width)" height="\(height)" rx="\(kind.isStart ? height / 2 : 6)"/>\
      \(text.written(x: place.x + Self.padding.x, y: top + (height - text.height) / 2))</g>
      """
    canvas.draw(linked(shape, to: anchor), downTo: top + height + 1)
  }
}
