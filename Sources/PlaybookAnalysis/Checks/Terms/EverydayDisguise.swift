import CommentText
import Diagnostics
import PlaybookModel

/// A term that is also looked for in disguise may be met by an honest word: `god` by `good`, whose letter is only
/// repeated.
struct EverydayDisguise: TermCheck {
  func run(on lists: [TermList], of playbook: Playbook, report: (Diagnostic) -> Void) {
    let disguised = lists.filter(\.lexicon.disguises)
    if disguised.isEmpty { return }
    let texts = EverydayWords.suspicious.map { (word: $0, text: WrittenText($0)) }
    for list in disguised {
      // A term of few letters has its finding.
      let terms = list.terms.filter { !$0.isShort }
      let search = TermSet(terms: terms.map(\.phrase), except: list.exceptions.map(\.phrase), disguises: true)
      var met: [Int: String] = [:]
      for (word, text) in texts {
        for occurrence in search.occurrences(in: text) where occurrence.disguised && met[occurrence.term] == nil {
          met[occurrence.term] = word
        }
      }
      for (term, word) in met.sorted(by: { $0.key < $1.key }) { report(.everydayDisguise(terms[term], word)) }
    }
  }
}

extension Diagnostic {
  fileprivate static func everydayDisguise(_ term: TermList.Term, _ word: String) -> Diagnostic {
    Diagnostic(
      "everyday-disguise", .warning, "`\(term.shown)` in disguise is also found in the everyday word `\(word)`",
      at: term.span, help: "add `\(word)` to `except`, or move the term to a lexicon without `disguises`")
  }
}
