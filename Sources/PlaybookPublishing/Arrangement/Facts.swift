import DecisionModel
import PlaybookModel

extension Arrangement {
  var facts: [Block] {
    if playbook.facts.isEmpty { return [] }
    let introduction: Block = .paragraph(
      "What may be known beside the text. A fact that nobody gives makes a condition neither true nor false; what stays "
        + "unknown counts as not holding, and the decision says so.")
    let rows = playbook.facts.enumerated().map(row)
    return [
      introduction, .table(.init(columns: ["Fact", "What it is", "Value", "If it is not known"], rows: rows)),
    ]
      + remarks(on: playbook.facts.map(\.definition).filter { about($0).count > 1 })
  }

  private func row(at index: Int, of fact: Fact) -> Document.Table.Row {
    let question = fact.question.map { "we ask: \($0)" } ?? "a person is asked"
    let unknown = fact.isRequired ? Prose(question).capitalised : "It is passed over"
    let cells: [Prose] = [
      Prose(fact.definition.label),
      about(fact.definition).firstParagraph ?? "–",
      Prose(fact.type.words).capitalised, unknown,
    ]
    return .init(
      number: Section.facts.number(at: index), anchor: titles.anchor(.fact, fact.definition.name), cells: cells,
      source: source(fact.definition.span))
  }
}

extension FactType {
  fileprivate var words: String {
    switch self {
    case .number: "a number"
    case .yesNo: "yes or no"
    case .word: "a word"
    case .words: "words"
    case .text: "a text"
    case .duration: "a length of time"
    case .instant: "a point in time"
    case .identity: "an identity"
    }
  }
}
