import PlaybookPublishing

/// Drawings with one text in every place that a drawing has.
func drawingsOf(_ text: String) -> [Document.Drawing] {
  let box = Document.Box(text, [text, text], anchor: Anchor(text))
  let row = Document.Flowchart.Row(question: box, outcome: .init(box, .strict))
  let rungs = [
    Document.Ladder.Rung(strikes: 1, box: box, needs: nil), .init(strikes: nil, box: box, needs: 0),
    .init(strikes: .max, box: box, needs: 99),
  ]
  let times: [Int64?] = [0, 900, 3600, 7200, .max, nil]
  return [
    .flowchart(.init(start: text, rows: [row, row], otherwise: row, always: box)),
    .ladder(.init(rungs: rungs, forgetting: text)),
    .clock(
      .init(stops: times.map { .init(label: text, seconds: $0, deeds: [.init(text, [box, Document.Box(text)])]) })),
    .bars(
      .init(
        description: text, sorts: Document.Bars.Tone.allCases.map { .init(text, $0) },
        rows: [.init(text, counts: [.max, .max, 0, -1, 5], remark: text), .init(text, counts: [], remark: text)])),
  ]
}

/// A small flowchart that a reader of a test sees at once.
let smallFlowchart = Document.Flowchart(
  start: "A comment",
  rows: [
    .init(
      question: .init("Abuse?", anchor: Anchor("category.abuse")),
      outcome: .init(.init("Hide it", ["A strike on “Warn”"]), .strict))
  ], otherwise: .init(question: .init("The rest"), outcome: .init(.init("Join in"), .calm)),
  always: .init("In any case"))
