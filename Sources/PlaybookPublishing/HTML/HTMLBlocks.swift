/// Writes the blocks of a document. An anchor is the identifier of the first that has it, so that none stands twice.
struct HTMLBlocks {
  private var used: Set<[UInt8]> = []

  /// Blocks of which each heading begins a section, that ends before the next heading of its level or a higher one.
  mutating func sections(_ blocks: [Document.Block]) -> Markup {
    var markup = Markup()
    var open: [Int] = []
    for block in blocks {
      if case .heading(let heading) = block {
        while let level = open.last, level >= heading.level {
          markup += "</section>\n"
          open.removeLast()
        }
        markup += "<section>\n"
        open.append(heading.level)
      }
      markup += written(block)
    }
    return open.reduce(into: markup) { markup, _ in markup += "</section>\n" }
  }

  mutating func written(_ blocks: [Document.Block]) -> Markup {
    var markup = Markup()
    for block in blocks { markup += written(block) }
    return markup
  }

  private mutating func written(_ block: Document.Block) -> Markup {
    switch block {
    // The page has them beside the text.
    case .contents: Markup()
    case .heading(let heading): written(heading)
    case .paragraph(let prose): prose.isEmpty ? Markup() : "<p>\(PlaybookPublishing.written(prose))</p>\n"
    case .list(let list): written(list)
    case .table(let table): written(table)
    case .figure(let figure):
      PlaybookPublishing.written(figure, attributes: identifier(figure.anchor), words: written(figure.words))
    case .definitions(let entries): written(entries)
    case .quotation(let blocks): "<blockquote>\n\(written(blocks))</blockquote>\n"
    case .note(let prose): "<p class=\"note\">\(PlaybookPublishing.written(prose))</p>\n"
    case .code(let text): "<pre><code>\(lines: text)</code></pre>\n"
    case .disclosure(let summary, let blocks):
      "<details>\n<summary>\(summary)</summary>\n\(written(blocks))</details>\n"
    }
  }

  mutating func written(_ heading: Document.Heading) -> Markup {
    let number: Markup? = heading.number.map { "<span class=\"number\">\($0)</span> " }
    let text: Markup = "\(identifier(heading.anchor))>\(number)\(PlaybookPublishing.written(heading.text))"
    let title: Markup =
      switch heading.level {
      case ...2: "<h2\(text)</h2>"
      case 3: "<h3\(text)</h3>"
      case 4: "<h4\(text)</h4>"
      case 5: "<h5\(text)</h5>"
      default: "<h6\(text)</h6>"
      }
    return "<div class=\"heading\">\(title)\(place(of: heading))</div>\n"
  }

  /// The permanent name of what the author wrote, and where; only those who have the source need it.
  private func place(of heading: Document.Heading) -> Markup {
    guard let source = heading.source, let anchor = heading.anchor else { return Markup() }
    return
      "<p class=\"place\"><a href=\"#\(anchor.identifier)\">\(anchor.name)</a> <span class=\"source\">\(source)</span></p>"
  }

  private mutating func written(_ list: Document.List) -> Markup {
    let items = list.items.map { "<li>\(item($0))</li>\n" as Markup }.joined()
    if list.items.isEmpty { return Markup() }
    if list.isOrdered { return "<ol>\n\(items)</ol>\n" }
    switch list.sense {
    case .parts: return "<ul>\n\(items)</ul>\n"
    case .examples: return "<ul class=\"examples\">\n\(items)</ul>\n"
    case .counterexamples: return "<ul class=\"counterexamples\">\n\(items)</ul>\n"
    }
  }

  /// A paragraph alone needs no element of its own.
  private mutating func item(_ blocks: [Document.Block]) -> Markup {
    guard case .paragraph(let prose) = blocks.first else { return written(blocks) }
    let rest = Array(blocks.dropFirst())
    if rest.isEmpty { return PlaybookPublishing.written(prose) }
    return "<p>\(PlaybookPublishing.written(prose))</p>\n\(written(rest))"
  }

  private mutating func written(_ entries: [Document.Entry]) -> Markup {
    if entries.isEmpty { return Markup() }
    let rows = entries.map { entry -> Markup in
      "<div><dt>\(PlaybookPublishing.written(entry.term))</dt>\n<dd>\(item(entry.blocks))</dd></div>\n"
    }
    return "<dl>\n\(rows.joined())</dl>\n"
  }

  /// The attribute, for the first that has the anchor.
  private mutating func identifier(_ anchor: Anchor?) -> Markup {
    guard let identifier = anchor?.identifier, !identifier.isEmpty, used.insert(Array(identifier.utf8)).inserted
    else { return Markup() }
    return " id=\"\(identifier)\""
  }
}

// Tables, of which a narrow screen makes a card of each row: every cell knows the title of its column.
extension HTMLBlocks {
  fileprivate mutating func written(_ table: Document.Table) -> Markup {
    if table.columns.isEmpty || table.rows.isEmpty { return Markup() }
    let titles = table.columns.map { "<th scope=\"col\">\(PlaybookPublishing.written($0))</th>" as Markup }.joined()
    let rows = table.rows.map { row($0, of: table) }.joined()
    return """
      <div class="table"><table>
      <thead><tr>\(titles)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table></div>

      """
  }

  private mutating func row(_ row: Document.Table.Row, of table: Document.Table) -> Markup {
    let cells = zip(table.columns, table.filled(row)).enumerated().map { index, cell -> Markup in
      index == 0 ? head(cell.1, of: row) : self.cell(cell.1, under: cell.0)
    }
    return "<tr\(identifier(row.anchor))>\n\(cells.joined())</tr>\n"
  }

  private func head(_ prose: Prose, of row: Document.Table.Row) -> Markup {
    let number: Markup? = row.number.map { "<span class=\"number\">\($0)</span> " }
    let source: Markup? = row.source.map { " <span class=\"source\">\($0)</span>" }
    return "<th scope=\"row\">\(number)\(PlaybookPublishing.written(prose))\(source)</th>\n"
  }

  /// What is not there has a dash in a table, and is left out of a card.
  private func cell(_ prose: Prose, under column: Prose) -> Markup {
    let text = prose.plainText
    if text.isEmpty || text == "–" { return "<td class=\"none\">–</td>\n" }
    return "<td data-label=\"\(column.plainText)\">\(PlaybookPublishing.written(prose))</td>\n"
  }
}
