import DecisionModel
import PlaybookModel

extension Arrangement {
  var escalations: [Block] {
    if playbook.escalations.isEmpty { return [] }
    let introduction = "Each one whose signs are there counts, whatever the category. All times run from the comment."
    return [.paragraph(Prose(introduction))]
      + playbook.escalations.enumerated().flatMap { index, escalation in
        [heading(escalation.definition, .escalation, in: .escalations, at: index)] + blocks(of: escalation)
      }
  }

  private func blocks(of escalation: Escalation) -> [Block] {
    remark(on: escalation.status) + about(escalation.definition)
      + english.blocks(labelled: .strong("Signs."), escalation.clause)
      + deeds(in: escalation)
  }

  private func deeds(in escalation: Escalation) -> [Block] {
    let levels = escalation.levels.enumerated().map { index, level -> [Block] in
      [
        .paragraph(
          index == 0 ? "Hand it to \(self.level(level))." : "If nobody took it by then, to \(self.level(level)).")
      ]
    }
    let plan = escalation.response.map {
      "Answer by \(titles.link(.response, $0)), whatever the category says." as Prose
    }
    let held = holder(of: escalation).map { "Say nothing to the author before \($0) agrees." as Prose }
    let answers = [held, plan].compactMap { $0 }.map { [Block.paragraph($0)] }
    let deeds =
      levels + answers + self.deeds(for: escalation.orders) + words(escalation.wordings)
      + choices(in: escalation.orders)
    return deeds.isEmpty ? [] : [.paragraph(.strong("What to do:")), .list(.init(isOrdered: true, items: deeds))]
  }

  /// Who must agree before anyone answers.
  func holder(of escalation: Escalation) -> Prose? {
    guard escalation.holdsReply else { return nil }
    return escalation.levels.first.map { titles.link(.team, $0.team) } ?? "a person"
  }

  /// "Legal counsel within 30 minutes".
  func level(_ level: Level) -> Prose {
    let within = level.within.map { "within \(NumbersInWords.allowance($0))" } ?? "at once"
    return "\(titles.link(.team, level.team)) \(within)"
  }
}
