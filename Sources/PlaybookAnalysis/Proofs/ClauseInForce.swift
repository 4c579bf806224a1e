import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// A clause on which decisions depend, with what it is.
struct ClauseInForce {
  /// `category`, `escalation` or `signal`.
  let kind: String
  let definition: Definition
  let clause: Clause
  let use: ClauseUse
  private let spans: ClauseSpans?

  fileprivate init(_ kind: String, _ definition: Definition, _ clause: Clause, _ use: ClauseUse, _ spans: ClauseSpans?)
  {
    self.kind = kind
    self.definition = definition
    self.clause = clause
    self.use = use
    self.spans = spans
  }

  var name: String { definition.name.shown }

  /// Where a part of it stands.
  func span(of part: ClausePart) -> Span {
    let side = part.side == .when ? spans?.when : spans?.unless
    let place = part.way.reduce(side) { spans, place in
      spans.flatMap { $0.pieces.indices.contains(place) ? $0.pieces[place] : nil }
    }
    return place?.span ?? definition.nameSpan
  }
}

extension Playbook {
  /// Clauses that the organisation wrote: what comes with the library is not its doing.
  func ownClauses(_ proofs: PolicyProofs) -> [ClauseInForce] {
    let ownSignals = signals.filter { proofs.asks(signal: $0.definition.name) }.map { $0.inForce }
    let all = ownSignals + activeCategories.compactMap(\.inForce) + activeEscalations.map(\.inForce)
    return all.filter { !takesFromLibrary($0.definition) }
  }

  /// Signals that hold for every comment, or for none.
  func constantSignals(_ proofs: inout PolicyProofs) -> [Signal] {
    signals.filter { proofs.constancy(ofSignal: $0.definition.name) != nil }
  }
}

extension Category {
  /// Nil for the last one, which asks for nothing.
  var inForce: ClauseInForce? { clause.map { ClauseInForce("category", definition, $0, .category, spans) } }
}

extension Escalation {
  var inForce: ClauseInForce { ClauseInForce("escalation", definition, clause, .escalation, spans) }
}

extension Signal {
  var inForce: ClauseInForce { ClauseInForce("signal", definition, clause, .signal, spans) }
}
