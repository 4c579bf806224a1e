/// The table of contents: sections, and within each what has a heading of the next level.
func contents(of headings: [Document.Heading]) -> Markup {
  var items: [(section: Markup, parts: [Markup])] = []
  for heading in headings {
    guard let anchor = heading.anchor else { continue }
    if heading.level <= 2 {
      items.append((link(heading, anchor), []))
    } else if heading.level == 3, !items.isEmpty {
      items[items.count - 1].parts.append("<li>\(link(heading, anchor))</li>\n")
    }
  }
  let sections = items.map { item -> Markup in
    item.parts.isEmpty
      ? "<li>\(item.section)</li>\n" : "<li>\(item.section)\n<ol>\n\(item.parts.joined())</ol></li>\n"
  }
  return sections.isEmpty ? Markup() : "<ol>\n\(sections.joined())</ol>\n"
}

private func link(_ heading: Document.Heading, _ anchor: Anchor) -> Markup {
  let number: Markup? = heading.number.map { "<span class=\"number\">\($0)</span> " }
  return "<a href=\"#\(anchor.identifier)\">\(number)<span>\(heading.text.plainText)</span></a>"
}
