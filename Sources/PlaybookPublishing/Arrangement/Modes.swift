import DecisionModel
import PlaybookModel

extension Arrangement {
  /// What people switch on and off, and for how long at the most.
  var modes: [Block] {
    if playbook.modes.isEmpty { return [] }
    let introduction: Block = .paragraph(
      "What people switch on and off. Whoever switches a mode on sees to it that it is off again in time; a mode of which "
        + "nothing is said is off.")
    let rows = playbook.modes.enumerated().map(row)
    return [introduction, .table(.init(columns: ["Mode", "What it is", "At most"], rows: rows))]
      + remarks(on: playbook.modes.map(\.definition).filter { about($0).count > 1 })
  }

  private func row(at index: Int, of mode: Mode) -> Document.Table.Row {
    let cells: [Prose] = [
      Prose(mode.definition.label),
      about(mode.definition).firstParagraph ?? "–", Prose(mode.atMost.map(NumbersInWords.length) ?? "–"),
    ]
    return .init(
      number: Section.modes.number(at: index), anchor: titles.anchor(.mode, mode.definition.name), cells: cells,
      source: source(mode.definition.span))
  }
}
