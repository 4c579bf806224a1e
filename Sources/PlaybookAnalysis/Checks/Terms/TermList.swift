import CommentText
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A lexicon with its terms as they are compared, read once for all checks of terms. What is no term has its finding
/// and is left out.
struct TermList {
  struct Term {
    let place: TermPlace
    let phrase: Phrase

    var span: Span { place.span }
    /// The term as a message quotes it.
    var shown: String { place.term.shown }

    init?(_ place: TermPlace) {
      guard let phrase = try? Phrase(utf8: Array(place.term.utf8)) else { return nil }
      self.place = place
      self.phrase = phrase
    }
  }

  let lexicon: Lexicon
  let terms: [Term]
  let exceptions: [Term]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    terms = lexicon.places.compactMap(Term.init)
    exceptions = lexicon.exceptPlaces.compactMap(Term.init)
  }

  var name: String { lexicon.definition.name }
}

/// Something that can be wrong with the terms of lexicons.
protocol TermCheck: Sendable {
  func run(on lists: [TermList], of playbook: Playbook, report: (Diagnostic) -> Void)
}

/// Every check of terms.
struct TermChecks: Check {
  private static let all: [any TermCheck] = [
    DuplicateTerm(), SharedTerm(), ShortTerm(), RedundantTerm(), IdleException(), ExceptedTerm(), EverydayDisguise(),
  ]

  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    let lists = playbook.lexicons.map(TermList.init)
    for check in TermChecks.all { check.run(on: lists, of: playbook, report: report) }
  }
}
