import CommentText

/// How a finding speaks of a term that cannot be looked for.
extension PhraseProblem {
  func message(_ term: String) -> String {
    switch self {
    case .empty: "this term is empty"
    case .tooLong: "a term has at most \(Phrase.longest) characters"
    case .onlyWildcards: "`\(term)` would be in every text"
    case .wildcardInsideWord: "`*` stands inside a word of `\(term)`"
    case .holdsLink: "`\(term)` holds a link, and links are left out when words are looked for"
    }
  }

  var help: String {
    switch self {
    case .empty: "write a word or a phrase"
    case .tooLong: "write the words of it that matter"
    case .onlyWildcards: "write at least one word beside the `*`"
    case .wildcardInsideWord: "write `*` at the beginning or the end of a word, or a word for each form"
    case .holdsLink: "write the words beside the link, or use `text.links_to`"
    }
  }
}
