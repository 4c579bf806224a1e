import DecisionModel
import DecisionOracle
import Diagnostics
import PlaybookModel

extension TestCoverage {
  init(of playbook: Playbook, by shown: ShownInTests) {
    let clauses = OwnClauses(playbook)
    items =
      shown.categories(of: playbook) + shown.escalations(of: playbook) + clauses.inOrder.flatMap(shown.conditions)
      + shown.terms(of: playbook) + clauses.inOrder.flatMap(shown.terms) + shown.rungs(of: playbook)
      + shown.standards(of: playbook)
  }
}

/// The clauses that a playbook's own authors wrote, in the order of the document, with where each stands.
private struct OwnClauses {
  var inOrder: [(anchor: String, span: Span)] = []

  init(_ playbook: Playbook) {
    func add(_ anchor: String, _ definition: Definition, _ span: Span? = nil) {
      if !playbook.takesFromLibrary(definition) { inOrder.append((anchor, span ?? definition.nameSpan)) }
    }
    for category in playbook.categories { add("category.\(category.definition.name)", category.definition) }
    for response in playbook.responses {
      for step in response.steps {
        add("response.\(response.definition.name).\(step.id ?? step.name)", response.definition, step.span)
      }
    }
    for escalation in playbook.escalations { add("escalation.\(escalation.definition.name)", escalation.definition) }
    for signal in playbook.signals { add("signal.\(signal.definition.name)", signal.definition) }
  }
}

extension ShownInTests {
  fileprivate func categories(of playbook: Playbook) -> [TestCoverage.Item] {
    playbook.categories.filter { $0.status == .active && !playbook.takesFromLibrary($0.definition) }.map { category in
      let name = category.definition.name
      let taken = outcomes.count { $0.category == name }
      // The last category is asked for where all above it have failed.
      let others = category.clause == nil ? outcomes.count - taken : outcomes.count { $0.passedOver.contains(name) }
      return TestCoverage.Item(
        kind: .category, place: "category.\(name)", words: nil, span: category.definition.nameSpan, whereTrue: taken,
        whereFalse: others)
    }
  }

  fileprivate func escalations(of playbook: Playbook) -> [TestCoverage.Item] {
    playbook.escalations.filter { $0.status == .active && !playbook.takesFromLibrary($0.definition) }.map {
      escalation in
      let name = escalation.definition.name
      let holds = outcomes.count { $0.escalations.contains(name) }
      return TestCoverage.Item(
        kind: .escalation, place: "escalation.\(name)", words: nil, span: escalation.definition.nameSpan,
        whereTrue: holds, whereFalse: outcomes.count - holds)
    }
  }

  fileprivate func rungs(of playbook: Playbook) -> [TestCoverage.Item] {
    playbook.ladders.filter { $0.status != .draft && !playbook.takesFromLibrary($0.definition) }.flatMap { ladder in
      let counted = outcomes.filter { $0.ladder == ladder.definition.name }
      return ladder.rungs.map { rung in
        let taken = counted.count { $0.rung == rung.definition.name }
        return TestCoverage.Item(
          kind: .rung, place: "ladder.\(ladder.definition.name).\(rung.definition.name)", words: nil,
          span: rung.definition.nameSpan, whereTrue: taken, whereFalse: counted.count - taken)
      }
    }
  }

  fileprivate func standards(of playbook: Playbook) -> [TestCoverage.Item] {
    playbook.standards.filter { $0.avoid != nil && !playbook.takesFromLibrary($0.definition) }.map { standard in
      let name = standard.definition.name
      return TestCoverage.Item(
        kind: .standard, place: "standard.\(name)", words: nil, span: standard.definition.nameSpan,
        whereTrue: standards.broken[name, default: 0], whereFalse: standards.kept[name, default: 0])
    }
  }

  fileprivate func conditions(_ clause: (anchor: String, span: Span)) -> [TestCoverage.Item] {
    (conditions[clause.anchor] ?? []).map { condition in
      TestCoverage.Item(
        kind: .condition, place: clause.anchor, words: condition.words, span: clause.span,
        whereTrue: condition.shown.whereTrue, whereFalse: condition.shown.whereFalse)
    }
  }

  /// The terms that a clause looks for itself. Where it is only one, the condition says it all.
  fileprivate func terms(_ clause: (anchor: String, span: Span)) -> [TestCoverage.Item] {
    (conditions[clause.anchor] ?? []).filter { $0.terms.count > 1 }.flatMap { condition in
      condition.terms.map { term, count in
        TestCoverage.Item(kind: .term, place: clause.anchor, words: term, span: clause.span, whereTrue: count)
      }
    }
  }

  fileprivate func terms(of playbook: Playbook) -> [TestCoverage.Item] {
    playbook.lexicons.filter { terms[$0.definition.name] != nil && !playbook.takesFromLibrary($0.definition) }.flatMap {
      lexicon in
      let name = lexicon.definition.name
      let places = Dictionary(lexicon.places.map { (Array($0.term.utf8), $0.span) }) { first, _ in first }
      return lexicon.terms.compactMap { term -> TestCoverage.Item? in
        let span = places[Array(term.term.utf8)] ?? lexicon.definition.nameSpan
        guard let count = terms[name]?[term.term], !playbook.libraryFiles.contains(span.file) else { return nil }
        return TestCoverage.Item(
          kind: .term, place: "lexicon.\(name)", words: term.term, span: span, whereTrue: count)
      }
    }
  }
}
