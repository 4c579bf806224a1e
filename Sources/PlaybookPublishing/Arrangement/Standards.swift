import DecisionModel
import PlaybookModel

extension Arrangement {
  var standards: [Block] {
    playbook.shownStandards.enumerated().flatMap { index, standard in
      [heading(standard.definition, .standard, in: .standards, at: index)] + blocks(of: standard)
    }
  }

  private func blocks(of standard: Standard) -> [Block] {
    var draft = english
    draft.subject = .draft
    let avoid = standard.avoid.map { draft.blocks(after: "\(.strong("It is broken")) where", $0) } ?? []
    let question = standard.question.map { [Block.paragraph("\(.strong("The reviewer asks:")) \($0)")] } ?? []
    let instead = standard.instead.map { [Block.paragraph("\(.strong("Instead:")) \($0)")] } ?? []
    return about(standard.definition) + avoid + question + instead + plans(heldTo: standard)
  }

  private func plans(heldTo standard: Standard) -> [Block] {
    if standard.holdsForEveryPlan { return [.paragraph("It holds for every reply.")] }
    let plans = playbook.responses.filter { $0.standards.includes(standard.definition.name) }
    let links = plans.map { titles.link(.response, $0.definition.name) }
    return links.isEmpty ? [] : [.paragraph("It holds for \(links.joined(with: "and")).")]
  }
}
