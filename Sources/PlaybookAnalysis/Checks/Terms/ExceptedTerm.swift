import CommentText
import Diagnostics
import PlaybookModel

/// A term that an exception takes away wherever it stands is never found.
struct ExceptedTerm: TermCheck {
  func run(on lists: [TermList], of playbook: Playbook, report: (Diagnostic) -> Void) {
    for list in lists where !list.exceptions.isEmpty {
      let cover = PhraseCover(list.exceptions.map(\.phrase))
      for term in list.terms {
        guard let coverer = cover.coverers(of: term.phrase).first(where: \.isWhole) else { continue }
        report(.exceptedTerm(term, list.exceptions[coverer.index]))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func exceptedTerm(_ term: TermList.Term, _ exception: TermList.Term) -> Diagnostic {
    Diagnostic(
      "excepted-term", .warning, "`\(term.shown)` is never found: `\(exception.shown)` takes it away everywhere",
      at: term.span, related: [.init(span: exception.span, label: "by this exception")],
      help: "leave the term out, or write more words into the exception")
  }
}
