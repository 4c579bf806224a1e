/// A ladder with its rungs from the first to the last, the strikes that lead to each in its midst.
struct LadderDrawing {
  private var canvas: Canvas

  private static let rails = (left: 34, right: 90)
  private static let middle = 62
  private static let textLeft = 112

  init(_ ladder: Document.Ladder, width: Int) {
    canvas = Canvas(width: width)
    canvas.draw(caption("Strikes", x: Self.middle, y: 16) + "\n", downTo: 22)
    let tops = place(ladder.rungs)
    let bottom = tops.last ?? 22
    canvas.draw(
      "<path class=\"rail\" d=\"M\(Self.rails.left) 26V\(bottom)M\(Self.rails.right) 26V\(bottom)\"/>\n", downTo: bottom
    )
    for (index, rung) in ladder.rungs.enumerated() {
      if let needs = rung.needs, tops.indices.contains(needs), needs != index {
        draw(needFrom: tops[needs] + 11, to: tops[index] + 11, lane: index % 3)
      }
    }
    for (index, rung) in ladder.rungs.enumerated() {
      draw(rung, top: tops[index], heat: 1 + index * 3 / max(1, ladder.rungs.count - 1))
    }
    draw(forgetting: ladder.forgetting, top: bottom + 14)
  }

  var written: Markup { canvas.written }

  private func text(of rung: Document.Ladder.Rung) -> TextBlock {
    TextBlock(rung.box, within: canvas.width - Self.textLeft - 2)
  }

  /// The upper edge of each rung, and the lower one of the last.
  private func place(_ rungs: [Document.Ladder.Rung]) -> [Int] {
    var top = 38
    return rungs.map { rung in
      defer { top += max(44, text(of: rung).height) + 18 }
      return top
    } + [top]
  }

  private mutating func draw(_ rung: Document.Ladder.Rung, top: Int, heat: Int) {
    let (y, text) = (top + 11, text(of: rung))
    let strikes = rung.strikes.map { NumbersInWords.number(Double($0)) } ?? "!"
    let half = max(18, TextMeasure(isStrong: true).width(of: strikes) / 2 + 8)
    let shape: Markup = """
      <path class="rail" d="M\(Self.rails.left) \(y)H\(Self.rails.right)"/>\
      <rect class="heat-\(min(heat, 4))" x="\(Self.middle - half)" y="\(y - 18)" width="\(2 * half)" height="36" rx="18"/>\
      <text class="strikes" x="\(Self.middle)" y="\(y + 6)">\(strikes)</text>\
      \(text.written(x: Self.textLeft, y: top))
      """
    canvas.draw(linked("<g class=\"rung\">\(shape)</g>", to: rung.box.anchor), downTo: top + text.height + 4)
  }

  /// A rung that asks for another one first.
  private mutating func draw(needFrom start: Int, to end: Int, lane: Int) {
    let (x, turn) = (Self.rails.left - 4, 2 + 7 * lane)
    let curve: Markup = "M\(x) \(start)C\(turn - 8) \(start) \(turn - 8) \(end) \(x) \(end)"
    canvas.draw(
      "<path class=\"need\" d=\"\(curve)\"/><path class=\"line\" d=\"M\(x - 6) \(end - 5)l6 5-6 5\"/>\n", downTo: end)
  }

  private mutating func draw(forgetting: String, top: Int) {
    let text = TextBlock(forgetting, within: canvas.width - Self.textLeft - 2)
    let arrow: Markup =
      "<path class=\"line\" d=\"M\(Self.middle + 9) \(top + 7)a10 10 0 1 0 1 8m1-13v7h-7\"/>"
    canvas.draw(
      "<g class=\"forgetting\">\(arrow)\(text.written(x: Self.textLeft, y: top))</g>\n",
      downTo: top + max(28, text.height) + 4)
  }
}
