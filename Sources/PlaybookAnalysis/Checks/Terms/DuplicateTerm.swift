import CommentText
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A term that stands twice in a lexicon counts once, with the weight of the first.
struct DuplicateTerm: TermCheck {
  func run(on lists: [TermList], of playbook: Playbook, report: (Diagnostic) -> Void) {
    for list in lists {
      reportTwins(among: list.terms, report)
      reportTwins(among: list.exceptions, report)
    }
  }

  private func reportTwins(among terms: [TermList.Term], _ report: (Diagnostic) -> Void) {
    var first: [Phrase: TermList.Term] = [:]
    for term in terms {
      guard let earlier = first.updateValue(term, forKey: term.phrase) else { continue }
      first[term.phrase] = earlier
      let isSameKey = term.place.weight != nil && term.place.term.isExactly(earlier.place.term)
      // The same key twice has its finding.
      if !isSameKey || earlier.place.weight == nil { report(.duplicateTerm(term, earlier)) }
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicateTerm(_ term: TermList.Term, _ first: TermList.Term) -> Diagnostic {
    let weights = (first.place.weight ?? 1, term.place.weight ?? 1)
    let isSpelledAlike = term.place.term.isExactly(first.place.term)
    let message =
      isSpelledAlike
      ? "the term `\(term.shown)` stands here twice" : "`\(term.shown)` is the same term as `\(first.shown)`"
    return Diagnostic(
      "duplicate-term", .warning, message, at: term.span,
      label: weights.0 == weights.1 ? nil : "its weight \(weights.1) does not count",
      related: [.init(span: first.span, label: weights.0 == weights.1 ? "the first" : "weighs \(weights.0)")],
      help: "leave one of them out")
  }
}
