import CommentText
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// An exception takes away what is found within it; where no term can be within it, it does nothing.
struct IdleException: TermCheck {
  /// So many pairs of an exception and a term are compared; a lexicon with more was written by no person.
  private static let mostPairs = 20_000_000

  func run(on lists: [TermList], of playbook: Playbook, report: (Diagnostic) -> Void) {
    for list in lists where !list.exceptions.isEmpty && !list.terms.isEmpty {
      if list.exceptions.count <= IdleException.mostPairs / list.terms.count { check(list, report) }
    }
  }

  private func check(_ list: TermList, _ report: (Diagnostic) -> Void) {
    let search = TermSet(terms: list.terms.map(\.phrase), disguises: list.lexicon.disguises)
    for exception in list.exceptions where search.occurrences(in: exception.phrase.sample).isEmpty {
      let mayHold = exception.phrase.hasWildcard && list.terms.contains { exception.phrase.mayHold($0.phrase) }
      if !mayHold { report(.idleException(exception, list.name)) }
    }
  }
}

extension Diagnostic {
  fileprivate static func idleException(_ exception: TermList.Term, _ lexicon: String) -> Diagnostic {
    Diagnostic(
      "idle-exception", .warning, "no term of `\(lexicon.shown)` can stand within `\(exception.shown)`",
      at: exception.span,
      help: "write the whole phrase with the term in it, or leave the exception out")
  }
}
