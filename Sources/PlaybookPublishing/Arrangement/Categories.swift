import DecisionModel
import PlaybookModel

extension Arrangement {
  var categories: [Block] {
    if playbook.categories.isEmpty { return [] }
    let introduction: Block = .paragraph(
      "The categories are tried in this order, and the first whose signs are there is the comment's category.")
    let consequences = Consequences(playbook)
    return [introduction]
      + playbook.categories.enumerated().flatMap { index, category in
        [heading(category.definition, .category, in: .categories, at: index)] + blocks(of: category, consequences)
      }
  }

  private func blocks(of category: Category, _ consequences: Consequences) -> [Block] {
    let rule = category.houseRule.map { [Block.note("\(.strong("House rule:")) \($0)")] } ?? []
    return remark(on: category.status) + about(category.definition) + rule + examples(category.examples)
      + signs(of: category) + deeds(in: category) + whatMayFollow(category, consequences)
  }

  private func signs(of category: Category) -> [Block] {
    guard let clause = category.clause else {
      return [.paragraph("\(.strong("Signs.")) Every comment that is none of the above.")]
    }
    return english.blocks(labelled: .strong("Signs."), clause)
  }

  /// Comments that are meant, and comments that look like them and are not.
  func examples(_ examples: Examples) -> [Block] {
    list("For example:", examples.positive, .examples) + list("But not:", examples.negative, .counterexamples)
  }

  private func list(_ lead: Prose, _ examples: [Example], _ sense: Document.List.Sense) -> [Block] {
    if examples.isEmpty { return [] }
    let items = examples.map { [Block.paragraph($0.comment.prose(english))] }
    return [.paragraph(.strong(lead)), .list(.init(isOrdered: false, sense: sense, items: items))]
  }

  private func deeds(in category: Category) -> [Block] {
    let deeds =
      deeds(for: category.orders) + words(category.wordings) + strike(of: category) + plan(of: category)
      + choices(in: category.orders)
    if deeds.isEmpty { return [.paragraph("\(.strong("What to do.")) Nothing.")] }
    return [.paragraph(.strong("What to do:")), .list(.init(isOrdered: true, items: deeds))]
  }

  /// The steps that orders mean.
  func deeds(for orders: Orders) -> [[Block]] {
    let asked = orders.approval.map { teams($0.teams, joinedWith: $0.count > 1 ? "and" : "or") }
    let must = orders.must.map { [Block.paragraph("\(order($0).capitalised).")] }
    return (asked.map { [[.paragraph("Ask \($0), and do what follows only after a yes.")]] } ?? []) + must
  }

  /// The words that go with what is ordered.
  func words(_ wordings: [Wording]) -> [[Block]] {
    guard !wordings.isEmpty else { return [] }
    let words = wordings.map { $0.prose(english) }
    return [[.paragraph("Say: \(words.joined(with: "or"))")]]
  }

  /// What orders leave to the person's judgement.
  func choices(in orders: Orders) -> [[Block]] {
    orders.may.isEmpty
      ? [] : [[.paragraph("If you think that it helps: \(self.orders(orders.may, joinedWith: "or")).")]]
  }

  private func strike(of category: Category) -> [[Block]] {
    guard let ladder = category.ladder else { return [] }
    let strikes = category.strikes == 1 ? "a strike" : NumbersInWords.count(category.strikes, Noun("strike"))
    let least = category.noLowerThan.map { name in
      let rung = playbook.ladders.first { $0.definition.isNamed(ladder) }?.rung(named: name)
      return ", no lower than “\(rung?.definition.label ?? Definition.label(of: name))”"
    }
    return [
      [
        .paragraph(
          "Count \(strikes) on \(titles.link(.ladder, ladder)), and do what the rung reached says\(least ?? "").")
      ]
    ]
  }

  private func plan(of category: Category) -> [[Block]] {
    guard let name = category.response else { return [] }
    guard let plan = response(named: name) else { return [[.paragraph("Answer by \(titles.link(.response, name)).")]] }
    let steps = plan.steps.map(summary)
    let list: [Block] = steps.isEmpty ? [] : [.list(.init(isOrdered: true, items: steps))]
    return [[.paragraph("\(titles.link(.response, name)): \(answer(of: plan))")] + list]
  }
}
