/// A figure twice, for wide and for narrow places, of which the page shows one; and the same in words.
func written(_ figure: Document.Figure, attributes: Markup, words: Markup) -> Markup {
  let narrow = written(figure.drawing, width: Canvas.narrow, title: figure.title)
  let wide = written(figure.drawing, width: Canvas.wide, title: figure.title)
  let disclosed: Markup =
    figure.showsWords ? words : "<details>\n<summary>The same in words</summary>\n\(words)</details>\n"
  return """
    <figure\(attributes)>
    <figcaption>\(figure.title)</figcaption>
    <div class="drawing">
    <div class="wide">
    \(wide)</div>
    <div class="narrow">
    \(narrow)</div>
    </div>
    </figure>
    \(disclosed)
    """
}

private func written(_ drawing: Document.Drawing, width: Int, title: String) -> Markup {
  switch drawing {
  case .flowchart(let chart): FlowchartDrawing(chart, width: width).written(title: title)
  case .ladder(let ladder): LadderDrawing(ladder, width: width).written(title: title)
  case .clock(let clock): ClockDrawing(clock, width: width).written(title: title)
  }
}
