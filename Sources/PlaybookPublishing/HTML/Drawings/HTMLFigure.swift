/// A figure twice, for wide and for narrow places, of which the page shows one; and the same in words. What is so large
/// that nobody sees all of it at once stands there once.
func written(_ figure: Document.Figure, attributes: Markup, words: Markup) -> Markup {
  let drawings = figure.drawing.isLarge ? [narrow(figure)] : [wide(figure), narrow(figure)]
  let disclosed: Markup =
    figure.showsWords ? words : "<details>\n<summary>The same in words</summary>\n\(words)</details>\n"
  return """
    <figure\(attributes)>
    <figcaption>\(figure.title)</figcaption>
    <div class="drawing">
    \(drawings.joined())</div>
    </figure>
    \(disclosed)
    """
}

private func wide(_ figure: Document.Figure) -> Markup {
  "<div class=\"wide\">\n\(written(figure.drawing, width: Canvas.wide))</div>\n"
}

private func narrow(_ figure: Document.Figure) -> Markup {
  "<div class=\"narrow\">\n\(written(figure.drawing, width: Canvas.narrow))</div>\n"
}

extension Document.Drawing {
  fileprivate var isLarge: Bool {
    switch self {
    case .flowchart(let chart): chart.rows.count > 60
    case .ladder(let ladder): ladder.rungs.count > 60
    case .clock(let clock): clock.stops.flatMap(\.deeds).reduce(0) { $0 + $1.subjects.count } > 120
    }
  }
}

private func written(_ drawing: Document.Drawing, width: Int) -> Markup {
  switch drawing {
  case .flowchart(let chart): FlowchartDrawing(chart, width: width).written
  case .ladder(let ladder): LadderDrawing(ladder, width: width).written
  case .clock(let clock): ClockDrawing(clock, width: width).written
  }
}
