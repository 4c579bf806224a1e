import CommentText
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// Two lexicons with a term in common: often meant, and easily forgotten when one of them is changed. Told once for two
/// lexicons.
struct SharedTerm: TermCheck {
  func run(on lists: [TermList], of playbook: Playbook, report: (Diagnostic) -> Void) {
    var owners: [Phrase: (list: Int, term: TermList.Term)] = [:]
    var shared: [Pair: (first: TermList.Term, second: TermList.Term, count: Int)] = [:]
    for (index, list) in lists.enumerated() {
      for term in list.terms {
        guard let owner = owners[term.phrase] else {
          owners[term.phrase] = (index, term)
          continue
        }
        if owner.list != index { shared[Pair(owner.list, index), default: (owner.term, term, 0)].count += 1 }
      }
    }
    for (pair, terms) in shared.sorted(by: { $0.key < $1.key }) {
      report(.sharedTerm(terms.second, terms.first, of: lists[pair.first].name, count: terms.count))
    }
  }

  private struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ first: Int, _ second: Int) { (self.first, self.second) = (first, second) }

    static func < (one: Pair, other: Pair) -> Bool { (one.first, one.second) < (other.first, other.second) }
  }
}

extension Diagnostic {
  fileprivate static func sharedTerm(
    _ term: TermList.Term, _ first: TermList.Term, of lexicon: String, count: Int
  ) -> Diagnostic {
    let more = count > 1 ? ", as \(count - 1) more of these terms are" : ""
    return Diagnostic(
      "shared-term", .note, "`\(term.shown)` is in the lexicon `\(lexicon.shown)` too\(more)", at: term.span,
      related: [.init(span: first.span, label: "here")])
  }
}
