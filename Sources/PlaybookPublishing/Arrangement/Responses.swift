import DecisionModel
import PlaybookModel

extension Arrangement {
  var responses: [Block] {
    playbook.responses.enumerated().flatMap { index, response in
      [heading(response.definition, .response, in: .responses, at: index)] + blocks(of: response)
    } + ownWords
  }

  private func blocks(of response: Response) -> [Block] {
    about(response.definition) + [.paragraph(answer(of: response))] + uses(of: response)
      + list("What the answer does:", response.steps.filter { !$0.isFollowUp }.map(item), isOrdered: true)
      + list("Afterwards:", response.steps.filter(\.isFollowUp).map(item), isOrdered: false) + standards(of: response)
  }

  private func list(_ lead: Prose, _ items: [[Block]], isOrdered: Bool) -> [Block] {
    items.isEmpty ? [] : [.paragraph(.strong(lead)), .list(.init(isOrdered: isOrdered, items: items))]
  }

  private func uses(of response: Response) -> [Block] {
    let categories = playbook.categories.filter { response.definition.isNamed($0.response) }
    let escalations = playbook.escalations.filter { response.definition.isNamed($0.response) }
    let uses =
      categories.map { titles.link(.category, $0.definition.name) }
      + escalations.map { titles.link(.escalation, $0.definition.name) }
    return uses.isEmpty ? [] : [.paragraph("It answers \(uses.joined(with: "and")).")]
  }

  private func standards(of response: Response) -> [Block] {
    let every = playbook.standards.filter(\.holdsForEveryPlan).map(\.definition.name)
    let own = response.standards.filter { !every.includes($0) }
    let links = (own + every).map { titles.link(.standard, $0) }
    return links.isEmpty ? [] : [.paragraph("\(.strong("Standards:")) \(links.joined(separator: "; ")).")]
  }

  /// A step in full: when it is taken, what it is for, and every wording.
  private func item(of step: Step) -> [Block] {
    let about = step.about.map(authorsBlocks) ?? []
    let first = about.firstParagraph
    let wordings = step.wordings.map { $0.prose(english) }
    let only = wordings.count == 1 ? wordings.first : nil
    let lead = [opening(of: step), first, only].compactMap { $0 }.joined(separator: " ")
    let several: [Block] = [.list(.init(isOrdered: false, items: wordings.map { [.paragraph($0)] }))]
    return [.paragraph(lead)] + condition(of: step) + about.dropFirst(first == nil ? 0 : 1)
      + (wordings.count > 1 ? several : [])
  }

  /// A step in short: its first wording stands for all of them.
  func summary(of step: Step) -> [Block] {
    let words = step.wordings.first?.prose(english) ?? (step.about.map(authorsBlocks) ?? []).firstParagraph
    let lead = [opening(of: step), words].compactMap { $0 }.joined(separator: " ")
    return [.paragraph(lead)] + condition(of: step)
  }

  /// "**Follow up** 7 days after it is resolved, by *Duty manager*.", "**Thank**, only where the rating is at least 4."
  private func opening(of step: Step) -> Prose {
    let title = Prose(titles.title(.step, step.name))
    let details = time(of: step) + (short(step.clause).map { ", \($0)" } ?? "")
    return details.isEmpty ? .strong("\(title).") : "\(.strong(title))\(details)."
  }

  private func time(of step: Step) -> Prose {
    let since = event(step.since)
    let times = [
      step.within.map { " within \(NumbersInWords.allowance($0)) after it is \(since)" },
      step.after.map { " \(NumbersInWords.allowance($0)) after it is \(since)" },
    ].compactMap { $0 }
    let again = step.untilResolved ? ", and again until it is resolved" : ""
    let owner = step.owner.map { ", by \(titles.link(.team, $0))" as Prose }
    return Prose(times.joined(separator: ",") + again) + (owner ?? "")
  }

  /// What has happened to the comment when the time begins.
  private func event(_ since: String?) -> String {
    switch since {
    case nil, "post": "posted"
    case "replied": "answered"
    case let event?: Definition.label(of: event).withSmallInitial
    }
  }

  /// A clause that can stand within a sentence: "only where the rating is at least 4", "unless the mode Crisis is on".
  private func short(_ clause: Clause?) -> Prose? {
    guard let clause else { return nil }
    guard let exception = clause.unless else { return english.inSentence(clause.when).map { "only where \($0)" } }
    return clause.when.asksNothing ? english.inSentence(exception).map { "unless \($0)" } : nil
  }

  private func condition(of step: Step) -> [Block] {
    guard let clause = step.clause, short(clause) == nil else { return [] }
    let when = clause.when.asksNothing ? [] : english.blocks(after: "Only where", clause.when)
    return when + english.exception(clause.unless)
  }

  /// Actions and steps that the playbook adds to those of the language.
  private var ownWords: [Block] {
    let actions = playbook.actions.filter { !$0.isBuiltIn }.map {
      Document.Entry(Prose(Definition.label(of: $0.name)), [.paragraph("to \($0.title.withSmallInitial).")])
    }
    let steps = playbook.steps.filter { !playbook.takesFromLibrary($0.definition) }.map { step in
      Document.Entry(Prose(step.definition.label), shown(step) + about(step.definition))
    }
    return entries("Actions of our own:", actions) + entries("Steps of our own:", steps)
  }

  private func shown(_ step: StepDefinition) -> [Block] {
    step.shownBy.map { [.paragraph("an answer shows it by \(titles.mention(.lexicon, $0)).")] } ?? []
  }

  private func entries(_ lead: Prose, _ entries: [Document.Entry]) -> [Block] {
    entries.isEmpty ? [] : [.paragraph(.strong(lead)), .definitions(entries)]
  }
}

extension Condition {
  /// Whether it holds of everything, as the condition of a step that has only an exception does.
  fileprivate var asksNothing: Bool {
    if case .all(let conditions) = self { conditions.isEmpty } else { false }
  }
}

extension [Document.Block] {
  /// The paragraph with which it begins.
  var firstParagraph: Prose? {
    if case .paragraph(let prose) = first { prose } else { nil }
  }
}
