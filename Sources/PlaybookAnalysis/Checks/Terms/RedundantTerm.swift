import CommentText
import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A term that is found only where another is found anyway; or one with a `*` that leaves nothing to all the others.
///
/// In a lexicon whose terms are counted or weighed, a term beside another adds to the count, and is no mistake.
struct RedundantTerm: TermCheck {
  func run(on lists: [TermList], of playbook: Playbook, report: (Diagnostic) -> Void) {
    let counted = Set(playbook.allConditions.compactMap(\.countedLexicon))
    for list in lists where !counted.contains(list.name) && list.lexicon.places.allSatisfy({ $0.weight == nil }) {
      check(list, report)
    }
  }

  private func check(_ list: TermList, _ report: (Diagnostic) -> Void) {
    let covered = coveredTerms(of: list)
    let others = Set(list.terms.map(\.phrase)).count - 1
    let takers = Dictionary(grouping: covered, by: \.coverer).mapValues { Set($0.map { list.terms[$0.term].phrase }) }
    if let all = takers.first(where: { $0.value.count == others && others > 1 })?.key,
      list.terms[all].phrase.hasWildcard
    {
      return report(.swallowingWildcard(list.terms[all], list.name, others: others))
    }
    for pair in covered { report(.redundantTerm(list.terms[pair.term], list.terms[pair.coverer])) }
  }

  private func coveredTerms(of list: TermList) -> [(term: Int, coverer: Int)] {
    let cover = PhraseCover(list.terms.map(\.phrase))
    var seen: Set<Phrase> = []
    // What an exception takes away from the shorter term it may leave to the longer.
    let excepted = Set(list.exceptions.flatMap { cover.coverers(of: $0.phrase).map(\.index) })
    let never = PhraseCover(list.exceptions.map(\.phrase))
    return list.terms.indices.compactMap { index in
      let phrase = list.terms[index].phrase
      // What stands twice, or is taken away everywhere, has its finding.
      if !seen.insert(phrase).inserted || never.coverers(of: phrase).contains(where: \.isWhole) { return nil }
      let coverers = cover.coverers(of: phrase).filter { list.terms[$0.index].phrase != phrase }
      let coverer = coverers.first(where: \.isWhole) ?? coverers.first { !excepted.contains($0.index) }
      return coverer.map { (index, $0.index) }
    }
  }
}

extension Diagnostic {
  fileprivate static func redundantTerm(_ term: TermList.Term, _ other: TermList.Term) -> Diagnostic {
    Diagnostic(
      "redundant-term", .note, "wherever `\(term.shown)` is, `\(other.shown)` is found too", at: term.span,
      related: [.init(span: other.span, label: "this one")])
  }

  fileprivate static func swallowingWildcard(_ term: TermList.Term, _ lexicon: String, others: Int) -> Diagnostic {
    Diagnostic(
      "swallowing-wildcard", .warning,
      "`\(term.shown)` is found wherever one of the \(others) other terms of `\(lexicon.shown)` is", at: term.span,
      help: "write a longer beginning, or leave the other terms out")
  }
}
