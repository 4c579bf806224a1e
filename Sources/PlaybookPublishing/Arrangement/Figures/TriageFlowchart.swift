import DecisionModel
import PlaybookModel

extension Arrangement {
  /// The categories as questions, down to what is done.
  var flowchart: Document.Flowchart {
    let categories = playbook.activeCategories
    let escalations: Document.Box? =
      playbook.activeEscalations.isEmpty
      ? nil : .init("In any case", ["See who else must know"], anchor: Anchor("at-a-glance.escalations"))
    return .init(
      start: "A comment comes in", rows: categories.filter { $0.clause != nil }.map(row),
      otherwise: categories.first { $0.clause == nil }.map(row), always: escalations)
  }

  private func row(of category: Category) -> Document.Flowchart.Row {
    let title = category.definition.label
    let question = category.clause == nil ? title : title.asQuestion
    let box = Document.Box(question, anchor: titles.anchor(.category, category.definition.name))
    return .init(question: box, outcome: outcome(of: category))
  }

  private func outcome(of category: Category) -> Document.Flowchart.Outcome {
    let plan = category.response.map { titles.title(.response, $0) }
    let answer = category.response.flatMap(response).flatMap(answerInShort)
    let must = deedsInShort(category.orders)?.capitalised.plainText
    let strike = category.ladder.map { "A strike on “\(titles.title(.ladder, $0))”" }
    let lines = [plan, answer, must, strike].compactMap { $0 }
    let anchor =
      category.response.map { titles.anchor(.response, $0) }
      ?? category.ladder.map { titles.anchor(.ladder, $0) }
    return .init(.init(lines.first ?? "Nothing to do", Array(lines.dropFirst()), anchor: anchor), tone(of: category))
  }

  /// "Customer care, in public, within 60 minutes".
  private func answerInShort(_ plan: Response) -> String? {
    guard let reply = plan.reply else { return nil }
    let within = reply.within.map { "within \(NumbersInWords.allowance($0))" }
    let owner = plan.owner.map { titles.title(.team, $0) }
    let agreed = plan.approval.map { agreement($0).plainText }
    let parts = [owner, reply.place.words, within, reply.isOptional ? "if at all" : nil, agreed]
    return parts.compactMap { $0 }.joined(separator: ", ").withLargeInitial
  }

  private func tone(of category: Category) -> Document.Flowchart.Tone {
    let kinds = category.orders.must.compactMap { order in
      (ActionDefinition.builtIn + playbook.actions).first { $0.name.utf8.elementsEqual(order.name.utf8) }?.kind
    }
    if kinds.contains(.enforce) { return .strict }
    if category.response != nil { return .calm }
    return category.ladder != nil ? .strict : .quiet
  }
}

extension String {
  /// A title as a question; what ends with a mark of its own stays.
  fileprivate var asQuestion: String {
    last.map { $0.isLetter || $0.isNumber } ?? false ? self + "?" : self
  }
}
