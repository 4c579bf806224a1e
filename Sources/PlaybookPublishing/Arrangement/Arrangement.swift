import DecisionModel
import Diagnostics
import PlaybookModel

/// Says what a playbook says, section by section. It alone decides what is said; how it is written is for the back-ends.
struct Arrangement {
  typealias Block = Document.Block

  let playbook: Playbook
  let titles: Titles
  let english: PlainEnglish
  /// Where the author wrote a definition, as the document says it.
  let source: (Span) -> String?
  /// What was found out about the promises; nil, where nobody looked.
  let judged: JudgedPromises?

  init(_ playbook: Playbook, judged: JudgedPromises? = nil, source: @escaping (Span) -> String?) {
    self.playbook = playbook
    self.source = source
    self.judged = judged
    titles = Titles(playbook)
    english = PlainEnglish(titles: titles, zone: playbook.zone)
  }

  /// A section with its heading. Its number is fixed, so that one without content says so.
  func blocks(of section: Section) -> [Block] {
    let content = content(of: section)
    let none = "This playbook has \(section.emptiness)."
    return [heading(of: section)] + (content.isEmpty ? [.paragraph(Prose(none))] : content)
  }

  private func heading(of section: Section) -> Block {
    let number = "\(section.rawValue)."
    return .heading(.init(level: 2, number: number, anchor: section.anchor, text: Prose(section.title)))
  }

  private func content(of section: Section) -> [Block] {
    switch section {
    case .atAGlance: atAGlance
    case .teams: teams
    case .categories: categories
    case .responses: responses
    case .ladders: ladders
    case .escalations: escalations
    case .promises: promises
    case .standards: standards
    case .signs: signs
    case .facts: facts
    case .channels: channels
    case .tests: tests
    case .modes: modes
    case .glossary: glossary
    }
  }

  /// The heading of a definition: its number, its permanent anchor and its title.
  func heading(_ definition: Definition, _ kind: Titles.Kind, in section: Section, at index: Int) -> Block {
    .heading(
      .init(
        level: 3, number: section.number(at: index), anchor: titles.anchor(kind, definition.name),
        text: Prose(definition.label), source: source(definition.span)))
  }

  /// What the author says of a definition.
  func about(_ definition: Definition) -> [Block] { definition.about.map(authorsBlocks) ?? [] }
}

extension Section {
  var anchor: Anchor {
    switch self {
    case .atAGlance: Anchor("at-a-glance")
    case .teams: Anchor("teams")
    case .categories: Anchor("categories")
    case .responses: Anchor("responses")
    case .ladders: Anchor("ladders")
    case .escalations: Anchor("escalations")
    case .promises: Anchor("promises")
    case .standards: Anchor("standards")
    case .signs: Anchor("signs")
    case .facts: Anchor("facts")
    case .channels: Anchor("channels")
    case .tests: Anchor("tests")
    case .modes: Anchor("modes")
    case .glossary: Anchor("glossary")
    }
  }

  /// What is said of a section without content: "This playbook has …".
  fileprivate var emptiness: String {
    switch self {
    case .atAGlance: "nothing to show at a glance"
    case .teams: "no teams"
    case .categories: "no categories"
    case .responses: "no responses"
    case .ladders: "no ladders"
    case .escalations: "no escalations"
    case .promises: "no promises"
    case .standards: "no standards of a reply"
    case .signs: "no signs and no word lists"
    case .facts: "no facts of its own"
    case .channels: "no channels"
    case .tests: "no tests beside its examples"
    case .modes: "no modes"
    case .glossary: "no words of its own"
    }
  }
}
