import DecisionModel
import PlaybookModel

// Of the conditions with a name and the word lists only those that something shown goes by: what an import brings and
// nobody uses has no place in the document.
extension Playbook {
  var shownSignals: [Signal] {
    let named = SignNames(of: self).signals
    return signals.filter { named.contains(Array($0.definition.name.utf8)) }
  }

  var shownLexicons: [Lexicon] {
    let named = SignNames(of: self).lexicons
    return lexicons.filter { named.contains(Array($0.definition.name.utf8)) }
  }

  /// The steps that the playbook adds to those of the language.
  var shownSteps: [StepDefinition] { steps.filter { !BuiltInStep.names.includes($0.definition.name) } }
}

/// The names of what the clauses, the promises and the standards of a playbook go by, in the end.
private struct SignNames {
  private(set) var signals: Set<[UInt8]> = []
  private(set) var lexicons: Set<[UInt8]> = []

  init(of playbook: Playbook) {
    let clauses =
      playbook.categories.compactMap(\.clause) + playbook.escalations.map(\.clause)
      + playbook.responses.flatMap(\.steps).compactMap(\.clause)
    let alone = playbook.promises.flatMap { [$0.when, $0.unless] } + playbook.shownStandards.map(\.avoid)
    lexicons = Set(playbook.shownSteps.compactMap(\.shownBy).map { Array($0.utf8) })
    var waiting = (clauses.flatMap { [$0.when, $0.unless] } + alone).compactMap { $0 }
    let clausesOfSignals = Dictionary(playbook.signals.map { (Array($0.definition.name.utf8), $0.clause) }) { $1 }
    while let condition = waiting.popLast() {
      switch condition {
      case .all(let parts), .any(let parts), .none(let parts), .count(let parts, _): waiting += parts
      case .not(let part): waiting.append(part)
      case .uses(let lexicon), .termCount(let lexicon, _), .score(let lexicon, _): lexicons.insert(Array(lexicon.utf8))
      case .fact(_, .uses(let names)): lexicons.formUnion(names.map { Array($0.utf8) })
      case .signal(let name):
        guard signals.insert(Array(name.utf8)).inserted, let clause = clausesOfSignals[Array(name.utf8)] else {
          continue
        }
        waiting += [clause.when, clause.unless].compactMap { $0 }
      default: break
      }
    }
  }
}
