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
      .disclosure(summary: text, [.paragraph(prose)]), .paragraph("\(prose)\(Prose(.lineBreak))\(prose)"),
    ])
}
