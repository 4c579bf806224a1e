public import DecisionModel
public import Diagnostics
public import PlaybookModel

/// Makes the program of a playbook that has no errors.
///
/// - Parameter location: where a span stands, as decisions say it: `playbook.yaml:38:5`.
public func compile(_ playbook: Playbook, location: @escaping (Span) -> String) -> DecisionProgram {
  let compiler = Compiler(playbook: playbook, location: location)
  var program = DecisionProgram(playbook: playbook.name, version: playbook.version, zone: playbook.zone)
  program.effectiveNoon = playbook.effective.map {
    playbook.zone.instant(of: LocalTime(date: $0, time: .noon))
  }
  program.matching = playbook.matching
  program.facts = compiler.facts
  program.teams = playbook.teams.map { TeamEntry(name: $0.definition.name, title: $0.definition.label) }
  program.lexicons = playbook.lexicons.map {
    LexiconTable(name: $0.definition.name, terms: $0.terms, except: $0.except, disguises: $0.disguises)
  }
  program.signals = playbook.signals.map { SignalRule(name: $0.definition.name, clause: $0.clause) }
  program.categories = compiler.categories
  program.plans = playbook.responses.map(compiler.plan)
  program.ladders = compiler.ladders
  program.escalations = compiler.escalations
  program.actions = ActionDefinition.ordered(declared: playbook.actions)
  return program
}

/// The parts of a program, each from the part of the playbook that it comes from.
struct Compiler {
  let playbook: Playbook
  let location: (Span) -> String

  var facts: [FactDefinition] {
    BuiltInFact.all.map { FactDefinition(name: $0.name, type: $0.type) }
      + playbook.facts.map {
        FactDefinition(name: $0.definition.name, type: $0.type, isRequired: $0.isRequired, question: $0.question)
      }
  }

  var categories: [CategoryRule] {
    playbook.categories.enumerated().map { index, category in
      CategoryRule(
        name: category.definition.name, title: category.definition.label,
        place: place("category.\(category.definition.name)", .categories, index, category.definition.span),
        clause: category.clause, plan: category.response, must: orders(category.orders.must),
        may: orders(category.orders.may), ladder: category.ladder)
    }
  }

  var ladders: [LadderRule] {
    playbook.ladders.enumerated().map { index, ladder in
      let name = ladder.definition.name
      let rungs = ladder.rungs.map { rung in
        RungRule(
          name: rung.definition.name,
          place: place("ladder.\(name).\(rung.definition.name)", .ladders, index, rung.definition.span),
          strikes: rung.strikes, needs: rung.needs, must: orders(rung.orders.must), may: orders(rung.orders.may),
          wordings: rung.wordings)
      }
      return LadderRule(name: name, title: ladder.definition.label, forgetAfter: ladder.forgetAfter, rungs: rungs)
    }
  }

  var escalations: [EscalationRule] {
    playbook.escalations.enumerated().map { index, escalation in
      EscalationRule(
        name: escalation.definition.name, title: escalation.definition.label,
        place: place("escalation.\(escalation.definition.name)", .escalations, index, escalation.definition.span),
        clause: escalation.clause, levels: escalation.levels.map { LevelRule(team: $0.team, within: $0.within) },
        holdsReply: escalation.holdsReply, plan: escalation.response, must: orders(escalation.orders.must),
        may: orders(escalation.orders.may))
    }
  }

  func plan(_ response: Response) -> PlanRule {
    let anchor = "response.\(response.definition.name)"
    // Later deeds become follow-ups, which have no effect yet; what stays is the text of the answer.
    let steps = response.steps.filter { !$0.isFollowUp }.map { step in
      StepRule(
        name: step.name, anchor: "\(anchor).\(step.id ?? step.name)", clause: step.clause, wordings: step.wordings)
    }
    return PlanRule(
      name: response.definition.name, title: response.definition.label, owner: response.owner,
      within: response.reply?.within, replyPlace: response.reply?.place,
      isOptional: response.reply?.isOptional ?? false,
      steps: steps)
  }

  private func orders(_ actions: [OrderedAction]) -> [ActionOrder] {
    actions.map { ActionOrder(action: $0.name, team: $0.team) }
  }

  private func place(_ anchor: String, _ section: Section, _ index: Int, _ span: Span) -> ClausePlace {
    ClausePlace(anchor: anchor, section: section.number(at: index), at: location(span))
  }
}
