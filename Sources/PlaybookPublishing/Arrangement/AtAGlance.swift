import DecisionModel
import PlaybookModel

/// One page that a new colleague can act on.
extension Arrangement {
  var atAGlance: [Block] {
    let parts: [(name: String, title: Prose, blocks: [Block])] = [
      ("triage", "What we do with a comment", triage), ("escalations", "Who else must know", escalationMatrix),
      ("ladders", "What repetition leads to", drawnLadders), ("deadlines", "By when", deadlines),
      ("promises", "What we promise", promisesInShort),
    ]
    let shown = parts.filter { !$0.blocks.isEmpty }
    return shown.enumerated().flatMap { index, part -> [Block] in
      let number = Section.atAGlance.number(at: index)
      return [.heading(.init(level: 3, number: number, anchor: Anchor("at-a-glance.\(part.name)"), text: part.title))]
        + part.blocks
    }
  }

  /// The flowchart; what it says stands in the table below it, and more.
  private var triage: [Block] {
    let categories = playbook.activeCategories
    if categories.isEmpty { return [] }
    let columns: [Prose] = ["Category", "What we do", "Who answers", "By when", "Where", "First words"]
    let table = Document.Table(columns: columns, rows: categories.map { .init(cells: cells(of: $0)) })
    return [
      .paragraph("Read from the top: the first category that fits is the comment's category."),
      .figure(
        .init(
          title: "From a comment to what we do", anchor: Anchor("figure.triage"), drawing: .flowchart(flowchart),
          words: [.table(table)], showsWords: true)),
    ]
  }

  private func cells(of category: Category) -> [Prose] {
    let title = titles.link(.category, category.definition.name)
    let plan = category.response.flatMap(response)
    return [title, deeds(of: category), plan.map(answerer) ?? "–"] + answerCells(of: plan)
  }

  private func answerer(of plan: Response) -> Prose {
    let owner = plan.owner.map { titles.link(.team, $0) } ?? "–"
    return plan.approval.map { "\(owner), \(agreement($0))" } ?? owner
  }

  private func deeds(of category: Category) -> Prose {
    let ladder = category.ladder.map { "count a strike on \(titles.link(.ladder, $0))" as Prose }
    let plan = category.response.map { titles.link(.response, $0) }
    let deeds = [deedsInShort(category.orders), ladder, plan].compactMap { $0 }
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
}
