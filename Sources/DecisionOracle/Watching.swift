import CommentText
public import DecisionEngine
public import DecisionModel

/// Looks for what a playbook watches in the entries of feeds.
public struct Watching: Sendable {
  private let watches: [(name: String, search: TextSearch)]
  private let matching: TextMatching

  /// - Throws: `EngineProblem` where a term is no phrase, as in no program that the compiler made.
  public init(_ program: DecisionProgram) throws(EngineProblem) {
    var watches: [(name: String, search: TextSearch)] = []
    for watch in program.watches {
      watches.append((watch.name, try TextSearch(phrases: watch.terms, program.textMatching)))
    }
    self.watches = watches
    matching = program.textMatching
  }

  /// The watches that find one of their terms in the title or the text of an entry, by their names.
  public func watches(finding entry: FeedEntry) -> [String] {
    let texts = [entry.title, entry.summary].map { WrittenText(utf8: $0, matching) }
    return watches.filter { watch in
      texts.contains { !watch.search.firstOccurrences(in: $0).isEmpty }
    }.map(\.name)
  }
}
