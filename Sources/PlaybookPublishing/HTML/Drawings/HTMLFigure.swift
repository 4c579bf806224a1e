/// A figure twice, for wide and for narrow places, of which the page shows one; and the same in words. Of what is so large
/// that nobody would see all of it there are only the words.
func written(_ figure: Document.Figure, attributes: Markup, words: Markup) -> Markup {
  if figure.drawing.isTooLarge { return "<div\(attributes)>\n\(words)</div>\n" }
  let disclosed: Markup =
    figure.showsWords ? words : "<details>\n<summary>The same in words</summary>\n\(words)</details>\n"
  return """
    <figure\(attributes)>
    <figcaption>\(figure.title)</figcaption>
    <div class="drawing">
    <div class="wide">
    \(written(figure.drawing, of: figure, width: Canvas.wide))</div>
    <div class="narrow">
    \(written(figure.drawing, of: figure, width: Canvas.narrow))</div>
    </div>
    </figure>
    \(disclosed)
    """
}

extension Document.Drawing {
  fileprivate var isTooLarge: Bool {
    switch self {
    case .flowchart(let chart): chart.rows.count > 60
    case .ladder(let ladder): ladder.rungs.count > 60
    case .clock(let clock): clock.stops.flatMap(\.deeds).reduce(0) { $0 + $1.subjects.count } > 120
    case .bars(let bars): bars.rows.count > 60
    }
  }
}

private func written(_ drawing: Document.Drawing, of figure: Document.Figure, width: Int) -> Markup {
  switch drawing {
  case .flowchart(let chart): FlowchartDrawing(chart, width: width).written
  case .ladder(let ladder): LadderDrawing(ladder, width: width).written
  case .clock(let clock): ClockDrawing(clock, width: width).written
  case .bars(let bars): BarsDrawing(bars, title: figure.title, width: width).written
  }
}
