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
  program.teams = playbook.teams.map(compiler.team)
  program.holidays = playbook.holidays
  program.lexicons = playbook.lexicons.map {
    LexiconTable(name: $0.definition.name, terms: $0.terms, except: $0.except, disguises: $0.disguises)
  }
  program.modes = playbook.modes.map(\.definition.name)
  program.signals = playbook.signals.map {
    SignalRule(name: $0.definition.name, clause: compiler.compiled($0.clause))
  }
  program.categories = compiler.categories
  program.plans = playbook.responses.map(compiler.plan)
  program.ladders = compiler.ladders
  program.escalations = compiler.escalations
  program.shadows = compiler.shadows
  program.actions = ActionDefinition.ordered(declared: playbook.actions)
  program.channels = playbook.channels.map(compiler.channel)
  program.usedOn = playbook.usedOn
  program.standards = compiler.standards
  program.stepMarkers = compiler.stepMarkers
  program.watches = compiler.watches
  program.brakes = playbook.brakes
  program.retention = playbook.retention
  return program
}

/// The parts of a program, each from the part of the playbook that it comes from.
struct Compiler {
  let playbook: Playbook
  let location: (Span) -> String
  /// What takes part, of which conditions may ask: found once, not for every clause.
  let ladderNames: [String]
  let categoryNames: [String]

  init(playbook: Playbook, location: @escaping (Span) -> String) {
    self.playbook = playbook
    self.location = location
    ladderNames = playbook.ladders.filter { $0.status != .draft }.map(\.definition.name)
    categoryNames = playbook.categories.filter { $0.status == .active }.map(\.definition.name)
  }

  var facts: [FactDefinition] {
    BuiltInFact.all.map { FactDefinition(name: $0.name, type: $0.type) }
      + playbook.facts.map {
        FactDefinition(name: $0.definition.name, type: $0.type, isRequired: $0.isRequired, question: $0.question)
      }
  }

  /// A team is closed on its own holidays and on those of all.
  func team(_ team: Team) -> TeamEntry {
    let hours = WorkingHours(team.week ?? .always, holidays: playbook.holidays + team.holidays)
    return TeamEntry(name: team.definition.name, title: team.definition.label, hours: hours, cover: team.cover)
  }

  func place(_ anchor: String, _ section: Section, _ index: Int, _ span: Span) -> ClausePlace {
    ClausePlace(anchor: anchor, section: section.number(at: index), at: location(span))
  }

  func channel(_ channel: Channel) -> ChannelRule {
    var rule = ChannelRule(
      name: channel.definition.name, title: channel.definition.label, can: channel.can.isEmpty ? nil : channel.can,
      fallback: channel.fallback.map(fallbackTitle), postsWait: channel.postsWait)
    rule.longestReply = channel.longestReply
    return rule
  }
}
