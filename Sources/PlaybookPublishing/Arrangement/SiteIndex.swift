import DecisionModel
public import PlaybookModel

/// A playbook as the index of a site shows it: with the files that are made of it.
public struct SitePlaybook: Sendable {
  public let playbook: Playbook
  /// Its internal document, the house rules and the program, as far as they are made.
  public let document: FileName?
  public let houseRules: FileName?
  public let program: FileName?

  public init(_ playbook: Playbook, document: FileName?, houseRules: FileName?, program: FileName?) {
    self.playbook = playbook
    self.document = document
    self.houseRules = houseRules
    self.program = program
  }
}

/// The index of a site: its playbooks in the order of their titles, each with what is made of it.
///
/// It is internal: it tells what the playbooks are about.
///
/// - Parameter script: The engine in JavaScript, where it is made.
public func siteIndexDocument(_ playbooks: [SitePlaybook], script: FileName? = nil) -> Document {
  let sorted = playbooks.sorted {
    ($0.playbook.title + "\n" + $0.playbook.name).utf8.lexicographicallyPrecedes(
      ($1.playbook.title + "\n" + $1.playbook.name).utf8)
  }
  let count = NumbersInWords.count(playbooks.count, Noun("playbook"))
  let blocks = [.paragraph(introduction(count, playbooks))] + sorted.flatMap(blocks) + engine(script)
  return Document(title: "Playbooks", origin: count, blocks: blocks)
}

private func introduction(_ count: String, _ playbooks: [SitePlaybook]) -> Prose {
  let parts = [
    ("the document that its team works by", playbooks.contains { $0.document != nil }),
    ("the house rules that the public reads", playbooks.contains { $0.houseRules != nil }),
    ("the program by which comments are decided", playbooks.contains { $0.program != nil }),
  ].filter(\.1).map { Prose($0.0) }
  return parts.isEmpty ? "\(count)." : "\(count), each with \(parts.joined(with: "and"))."
}

private func blocks(of entry: SitePlaybook) -> [Document.Block] {
  let playbook = entry.playbook
  let title = Prose(playbook.title)
  let text = entry.document.map { .link(title, to: $0) } ?? title
  let about = playbook.about.flatMap { authorsBlocks($0).firstParagraph }.map { [Document.Block.paragraph($0)] } ?? []
  let heading = Document.Heading(level: 2, anchor: Anchor("playbook.\(playbook.name)"), text: text)
  return [.heading(heading)] + about + [.definitions(particulars(of: entry))]
}

private func particulars(of entry: SitePlaybook) -> [Document.Entry] {
  let playbook = entry.playbook
  let publicTitle = playbook.houseRules?.title ?? "House rules"
  let particulars: [(Prose, Prose?)] = [
    ("Version", playbook.version.map { Prose($0) }),
    ("In force from", playbook.effective.map { Prose(NumbersInWords.date($0)) }),
    ("For the team", entry.document.map { .link("The playbook", to: $0) }),
    ("For the public", entry.houseRules.map { .link(Prose(publicTitle), to: $0) }),
    ("For programs", entry.program.map { .link(.code($0.text), to: $0) }),
  ]
  return particulars.compactMap { term, prose in prose.map { Document.Entry(term, [.paragraph($0)]) } }
}

private func engine(_ script: FileName?) -> [Document.Block] {
  guard let script else { return [] }
  return [
    .heading(.init(level: 2, anchor: Anchor("engine"), text: "The engine")),
    .paragraph("\(.link(.code(script.text), to: script)) decides by the programs wherever JavaScript runs."),
  ]
}
