import DecisionModel

/// The names of an earlier version in the program where both stand. What is the same in both keeps its name; a name
/// with a space in it is nobody's.
struct EarlierNames {
  private(set) var lexicons: [LexiconTable] = []
  private(set) var teams: [TeamEntry] = []
  private var changedLexicons: Set<String> = []
  private var changedTeams: Set<String> = []

  init(_ earlier: DecisionProgram, _ later: DecisionProgram) {
    for lexicon in earlier.lexicons where !later.lexicons.contains(lexicon) {
      changedLexicons.insert(lexicon.name)
      lexicons.append(
        LexiconTable(
          name: renamed(lexicon.name), terms: lexicon.terms, except: lexicon.except, disguises: lexicon.disguises))
    }
    for team in earlier.teams
    where !later.teams.contains(where: { $0.name == team.name && $0.hours == team.hours }) {
      changedTeams.insert(team.name)
      teams.append(TeamEntry(name: renamed(team.name), title: team.title, hours: team.hours))
    }
  }

  func signal(_ name: String) -> String { renamed(name) }

  func clause(_ clause: Clause) -> Clause {
    Clause(when: clause.when.changed(leaf), unless: clause.unless?.changed(leaf))
  }

  private func leaf(_ condition: Condition) -> Condition {
    switch condition {
    case .signal(let name): .signal(signal(name))
    case .uses(let name): .uses(lexicon(name))
    case .termCount(let name, let test): .termCount(lexicon(name), test)
    case .score(let name, let test): .score(lexicon(name), test)
    case .timeOpen(let team): .timeOpen(changedTeams.contains(team) ? renamed(team) : team)
    case .fact(let name, .uses(let lexicons)): .fact(name, .uses(lexicons.map(lexicon)))
    default: condition
    }
  }

  private func lexicon(_ name: String) -> String { changedLexicons.contains(name) ? renamed(name) : name }

  private func renamed(_ name: String) -> String { "earlier \(name)" }
}

extension Clause {
  var asksForCategory: Bool { conditions.contains { if case .category = $0 { true } else { false } } }

  /// The clause for a comment of which the category is known.
  func settled(in category: String) -> Clause {
    func settled(_ condition: Condition) -> Condition {
      guard case .category(let wanted) = condition else { return condition }
      return wanted.contains { $0.utf8.elementsEqual(category.utf8) } ? .all([]) : .any([])
    }
    return Clause(when: when.changed(settled), unless: unless?.changed(settled))
  }
}
