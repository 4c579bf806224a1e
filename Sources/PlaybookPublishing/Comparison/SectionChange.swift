/// What is written otherwise in one section of two documents.
public struct SectionChange: Sendable {
  public let title: String
  /// Whether the section stands in one document alone; nil where it stands in both.
  public let presence: Presence?
  /// The lines of the section that are gone, and those that are new, as plain text, each in its order.
  public let removed: [String]
  public let added: [String]

  public enum Presence: String, Sendable {
    case new, gone
  }
}

/// The sections in which two documents differ, in the order of the later one; those that are gone follow.
///
/// Numbers of sections count for nothing: they change wherever a section comes or goes.
public func sectionChanges(from earlier: Document, to later: Document) -> [SectionChange] {
  let (old, new) = (Section.all(of: earlier), Section.all(of: later))
  let changed = new.compactMap { section -> SectionChange? in
    guard let before = old.first(where: { $0.name == section.name }) else {
      return SectionChange(title: section.title, presence: .new, removed: [], added: section.lines)
    }
    return section.change(from: before)
  }
  let gone = old.filter { section in !new.contains { $0.name == section.name } }
  return changed + gone.map { SectionChange(title: $0.title, presence: .gone, removed: $0.lines, added: []) }
}

/// A heading with what stands under it, up to the next heading.
private struct Section {
  /// The anchor's name, which no change of a title changes; else the title.
  let name: [UInt8]
  let title: String
  let lines: [String]

  static func all(of document: Document) -> [Section] {
    var sections: [Section] = []
    var (heading, blocks): (Document.Heading?, [Document.Block]) = (nil, [])
    func end() {
      guard heading != nil || !blocks.isEmpty else { return }
      let title = heading?.text.plainText ?? document.title
      let name = Array((heading?.anchor?.name ?? title).utf8)
      sections.append(Section(name: name, title: title, lines: blocks.flatMap(\.plainLines)))
    }
    for block in document.blocks {
      guard case .heading(let next) = block else {
        blocks.append(block)
        continue
      }
      end()
      (heading, blocks) = (next, [])
    }
    end()
    return sections
  }

  func change(from before: Section) -> SectionChange? {
    let difference = lines.map { Array($0.utf8) }.difference(from: before.lines.map { Array($0.utf8) })
    if difference.isEmpty && title.utf8.elementsEqual(before.title.utf8) { return nil }
    func line(_ change: CollectionDifference<[UInt8]>.Change) -> String {
      switch change {
      case .insert(_, let line, _), .remove(_, let line, _): String(decoding: line, as: UTF8.self)
      }
    }
    let isRenamed = !title.utf8.elementsEqual(before.title.utf8)
    return SectionChange(
      title: title, presence: nil, removed: (isRenamed ? [before.title] : []) + difference.removals.map(line),
      added: (isRenamed ? [title] : []) + difference.insertions.map(line))
  }
}

extension Document.Block {
  /// What a reader reads of it. Figures show in another way what stands beside them.
  fileprivate var plainLines: [String] {
    switch self {
    case .contents, .figure: []
    case .heading(let heading): [heading.text.plainText]
    case .paragraph(let prose), .note(let prose): prose.isEmpty ? [] : [prose.plainText]
    case .list(let list): list.items.flatMap { Self.item($0.flatMap(\.plainLines)) }
    case .table(let table): table.rows.map { $0.cells.map(\.plainText).filter { !$0.isEmpty }.joined(separator: " | ") }
    case .definitions(let entries):
      entries.flatMap { entry in [entry.term.plainText] + Self.item(entry.blocks.flatMap(\.plainLines)) }
    case .quotation(let blocks): blocks.flatMap(\.plainLines)
    case .code(let text): text.split(separator: "\n").map(String.init)
    case .disclosure(let summary, let blocks): [summary] + blocks.flatMap(\.plainLines)
    }
  }

  private static func item(_ lines: [String]) -> [String] {
    lines.enumerated().map { place, line in (place == 0 ? "• " : "  ") + line }
  }
}
