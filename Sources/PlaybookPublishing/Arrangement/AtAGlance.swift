import DecisionModel
import PlaybookModel

/// One page that a new colleague can act on.
extension Arrangement {
  var atAGlance: [Block] {
    let parts: [(title: Prose, blocks: [Block])] = [
      ("What we do with a comment", responseTable), ("Who else must know", escalationTable),
      ("What repetition leads to", ladderTable),
    ]
    let shown = parts.filter { !$0.blocks.isEmpty }
    return shown.enumerated().flatMap { index, part -> [Block] in
      [.heading(.init(level: 3, number: Section.atAGlance.number(at: index), text: part.title))] + part.blocks
    }
  }

  private var responseTable: [Block] {
    let categories = playbook.activeCategories
    if categories.isEmpty { return [] }
    let columns: [Prose] = ["Category", "What we do", "Who answers", "By when", "Where", "First words"]
    return [
      .paragraph("Read from the top: the first category that fits is the comment's category."),
      .table(.init(columns: columns, rows: categories.map { .init(cells: cells(of: $0)) })),
    ]
  }

  private func cells(of category: Category) -> [Prose] {
    let title = titles.link(.category, category.definition.name)
    let plan = category.response.flatMap(response)
    return [title, deeds(of: category), plan?.owner.map { titles.link(.team, $0) } ?? "–"] + answerCells(of: plan)
  }

  private func deeds(of category: Category) -> Prose {
    let must = category.orders.must.isEmpty ? nil : orders(category.orders.must)
    let ladder = category.ladder.map { "count a strike on \(titles.link(.ladder, $0))" as Prose }
    let plan = category.response.map { titles.link(.response, $0) }
    let deeds = [must, ladder, plan].compactMap { $0 }
    return deeds.isEmpty ? "–" : deeds.joined(separator: "; ").capitalised
  }

  private func answerCells(of plan: Response?) -> [Prose] {
    guard let plan, let reply = plan.reply else { return ["–", "–", "–"] }
    let words = plan.steps.first { !$0.isFollowUp && !$0.wordings.isEmpty }?.wordings.first?.prose(english)
    let time = time(reply).isEmpty ? "–" : Prose(time(reply)).capitalised
    return [reply.isOptional ? "\(time), if at all" : time, Prose(reply.place.words).capitalised, words ?? "–"]
  }

  func response(named name: String) -> Response? {
    playbook.responses.first { $0.definition.isNamed(name) }
  }

  private var escalationTable: [Block] {
    let escalations = playbook.activeEscalations
    if escalations.isEmpty { return [] }
    let rows = escalations.map { escalation -> Document.Table.Row in
      let title = titles.link(.escalation, escalation.definition.name)
      return .init(cells: [title, levels(of: escalation), consequences(of: escalation)])
    }
    return [
      .paragraph("Every line that fits counts, whatever the category."),
      .table(.init(columns: ["What it is", "Who, and by when", "What changes"], rows: rows)),
    ]
  }

  private func levels(of escalation: Escalation) -> Prose {
    escalation.levels.map(level).joined(separator: "; then ")
  }

  private func consequences(of escalation: Escalation) -> Prose {
    let hold = holder(of: escalation).map { "nobody answers before \($0) agrees" as Prose }
    let plan = escalation.response.map { "we answer by \(titles.link(.response, $0))" as Prose }
    let must = escalation.orders.must.isEmpty ? nil : orders(escalation.orders.must)
    let changes = [hold, plan, must].compactMap { $0 }
    return changes.isEmpty ? "–" : changes.joined(separator: "; ").capitalised
  }

  private var ladderTable: [Block] {
    if playbook.ladders.isEmpty { return [] }
    let rows = playbook.ladders.map { ladder -> Document.Table.Row in
      let rungs = ladder.rungs.map { rung in
        rung.definition.label + (rung.strikes.map { " (\(NumbersInWords.count($0, Noun("strike"))))" } ?? "")
      }
      let title = titles.link(.ladder, ladder.definition.name)
      return .init(cells: [title, Prose(rungs.joined(separator: " → ")), Prose(forgetting(ladder))])
    }
    return [.table(.init(columns: ["Ladder", "Rungs", "A strike is forgotten"], rows: rows))]
  }

  /// "after 90 days", "never".
  func forgetting(_ ladder: Ladder) -> String {
    ladder.forgetAfter.map { "after \(NumbersInWords.length($0))" } ?? "never"
  }
}
