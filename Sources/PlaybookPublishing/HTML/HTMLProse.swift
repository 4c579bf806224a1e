/// Running text as HTML.
func written(_ prose: Prose) -> Markup { written(prose, within: []) }

/// What the runs stand in; emphasis in emphasis and a link in a link mean nothing.
private enum Mark { case strong, emphasis, link }

private func written(_ prose: Prose, within marks: Set<Mark>) -> Markup {
  prose.runs.map { written($0, within: marks) }.joined()
}

private func written(_ run: Prose.Run, within marks: Set<Mark>) -> Markup {
  switch run {
  case .text(let text): "\(text)"
  case .code(let text): text.isEmpty ? Markup() : "<code>\(text)</code>"
  case .lineBreak: "<br>"
  case .strong(let prose): marked(prose, .strong, within: marks) { "<strong>\($0)</strong>" }
  case .emphasis(let prose): marked(prose, .emphasis, within: marks) { "<em>\($0)</em>" }
  case .link(let prose, .anchor(let anchor)):
    marked(prose, .link, within: marks) { "<a href=\"#\(anchor.identifier)\">\($0)</a>" }
  case .link(let prose, .address(let address)):
    marked(prose, .link, within: marks) { "<a href=\"\(address.encoded)\" rel=\"noreferrer\">\($0)</a>" }
  case .link(let prose, .file(let file)):
    marked(prose, .link, within: marks) { "<a href=\"\(file.text)\">\($0)</a>" }
  }
}

private func marked(_ prose: Prose, _ mark: Mark, within marks: Set<Mark>, _ wrap: (Markup) -> Markup) -> Markup {
  let inner = written(prose, within: marks.union([mark]))
  return marks.contains(mark) || inner.isEmpty ? inner : wrap(inner)
}
