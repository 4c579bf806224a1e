public import DecisionModel
import PlaybookTesting

/// A change of a word list, as small as can be.
public enum ListChange: Sendable, Hashable {
  /// Its terms are found in disguise too.
  case disguises
  /// Its terms are found as they stand only.
  case noDisguises
  /// These terms go on: with a `*` at the end.
  case goOn([String])
  /// These terms lose their `*`.
  case endThere([String])
  case add([String])
  case except([String])
}

extension AuditedList {
  /// The list with changes made, one after the other.
  public func changed(by changes: [ListChange]) -> AuditedList {
    changes.reduce(self) { $0.changed(by: $1) }
  }

  func changed(by change: ListChange) -> AuditedList {
    var list = self
    switch change {
    case .disguises: list.disguises = true
    case .noDisguises: list.disguises = false
    case .goOn(let terms): list.rewrite(terms) { $0 + "*" }
    case .endThere(let terms): list.rewrite(terms, \.withoutWildcards)
    case .add(let terms): list.terms += terms.map { WeightedTerm(term: $0) }
    case .except(let phrases): list.except += phrases
    }
    return list
  }

  private mutating func rewrite(_ wanted: [String], _ change: (String) -> String) {
    let names = Set(wanted.map { Array($0.utf8) })
    terms = terms.map { term in
      names.contains(Array(term.term.utf8)) ? WeightedTerm(term: change(term.term), weight: term.weight) : term
    }
  }
}

extension String {
  /// A term with every `*` gone that stands at a word; one that is a word stays.
  fileprivate var withoutWildcards: String {
    split(separator: " ").map { word in word == "*" ? "*" : word.filter { $0 != "*" } }.joined(separator: " ")
  }
}

extension DecisionProgram {
  /// The program with a list as it was changed. Phrases of a condition become a word list of their own, since only
  /// that has exceptions and sees through disguises.
  public func putting(_ list: AuditedList) -> DecisionProgram {
    var program = self
    switch list.source {
    case .lexicon(let name):
      for place in lexicons.indices where lexicons[place].name == name {
        program.lexicons[place] = list.table(named: name)
      }
    case .phrases(let phrases):
      // No author can have given this name.
      let name = "phrases of \(list.name)"
      program.lexicons.append(list.table(named: name))
      program.changeConditions { $0 == .says(phrases) ? .uses(name) : $0 }
    }
    return program
  }

  private mutating func changeConditions(_ change: (Condition) -> Condition) {
    for place in categories.indices {
      if let clause = categories[place].clause { categories[place].setClause(clause.changed(change)) }
    }
    for place in escalations.indices { escalations[place].setClause(escalations[place].clause.changed(change)) }
    signals = signals.map { SignalRule(name: $0.name, clause: $0.clause.changed(change)) }
  }
}

extension Clause {
  fileprivate func changed(_ change: (Condition) -> Condition) -> Clause {
    Clause(when: when.changed(change), unless: unless?.changed(change))
  }
}

extension AuditedList {
  fileprivate func table(named name: String) -> LexiconTable {
    LexiconTable(name: name, terms: terms, except: except, disguises: disguises)
  }
}
