import PlaybookPublishing

/// A document with one text in every place that a document has.
func documentOf(_ text: String) -> Document {
  let prose = Prose(text)
  let marked: Prose =
    "\(.strong(prose)) \(prose)\(.emphasis(prose))\(prose)\(.link(prose, to: Anchor(text))) \(.code(text))."
  return Document(
    title: text, origin: text,
    blocks: [
      .heading(.init(level: 2, number: text, anchor: Anchor(text), text: prose)), .paragraph(prose),
      .paragraph(marked),
      .list(.init(isOrdered: false, items: [[.paragraph(prose)], [.paragraph(prose), .paragraph(marked)]])),
      .list(.init(isOrdered: true, items: [[.paragraph(prose)]])),
      .table(.init(columns: [prose, marked], rows: [.init(anchor: Anchor(text), cells: [prose, marked])])),
      .definitions([.init(prose, [.paragraph(prose)])]), .quotation([.paragraph(prose)]), .code(text),
      figureOf(text), .disclosure(summary: text, [.paragraph(prose)]),
      .paragraph("\(prose)\(Prose(.lineBreak))\(prose)"),
    ])
}

/// A figure whose words have the text; in a drawing of few letters, since a long one makes more lines.
func figureOf(_ text: String) -> Document.Block {
  .figure(
    .init(
      title: text, anchor: Anchor("figure"), drawing: .clock(.init(stops: [])), words: [.paragraph(Prose(text))],
      showsWords: true))
}
