import CommentText
import Diagnostics
import PlaybookModel

/// A term of one or two letters is in a great many texts; with a `*`, in nearly all.
struct ShortTerm: TermCheck {
  func run(on lists: [TermList], of playbook: Playbook, report: (Diagnostic) -> Void) {
    for term in lists.flatMap(\.terms) where term.isShort {
      report(term.phrase.hasWildcard ? .wideWildcard(term) : .shortTerm(term))
    }
  }
}

extension TermList.Term {
  /// Whether it is a single word of fewer than three letters, in a script that puts spaces between words.
  var isShort: Bool {
    guard let word = phrase.onlyWord else { return false }
    return word.length < 3 && !word.isUnspaced
  }
}

extension Diagnostic {
  fileprivate static func shortTerm(_ term: TermList.Term) -> Diagnostic {
    Diagnostic(
      "short-term", .warning, "`\(term.shown)` has fewer than three letters", at: term.span,
      help: "write it with the word beside it, or leave it out")
  }

  fileprivate static func wideWildcard(_ term: TermList.Term) -> Diagnostic {
    Diagnostic(
      "wide-wildcard", .warning, "`\(term.shown)` is met by a great many words", at: term.span,
      help: "write at least three letters beside the `*`")
  }
}
