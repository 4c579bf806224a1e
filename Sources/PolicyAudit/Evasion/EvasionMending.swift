import CommentText

/// Looks for the smallest changes by which fewer disguises escape a list, each tried on top of those before.
struct EvasionMending {
  /// Terms of fewer letters are never let go on: too much begins with them.
  private static let fewestLetters = 4
  /// More exceptions than these are no small change.
  private static let mostExceptions = 12

  private let evasion: EvasionTrial
  private let trial: MendingTrial
  private var list: AuditedList
  private var escaped: [EvasionTrial.Case]
  private var caught: [Caught]
  private(set) var mendings: [TriedMending] = []

  init(_ evasion: EvasionTrial, _ escaped: [EvasionTrial.Case], _ trial: MendingTrial) {
    self.evasion = evasion
    self.escaped = escaped
    self.trial = trial
    list = evasion.list
    caught = trial.innocents.caught(by: list)
  }

  mutating func mend() throws {
    if !list.disguises { try take(seeingThrough()) }
    try take([.goOn(termsThatMayGoOn())])
    try take([.add(spellings())])
  }

  /// Takes a step where it finds more and breaks nothing.
  private mutating func take(_ changes: [ListChange]) throws {
    let changes = changes.filter { !$0.isEmpty }
    guard !changes.isEmpty else { return }
    var left: [EvasionTrial.Case] = []
    let (tried, caught) = try trial.trying(changes, on: list, catching: caught, before: escaped.count) { changed, _ in
      left = evasion.escaped(changed)
      return left.count
    }
    guard tried.after < tried.before, tried.broken.isEmpty, tried.lost.isEmpty else { return }
    mendings.append(tried)
    list = list.changed(by: changes)
    (escaped, self.caught) = (left, caught)
  }

  /// `disguises: yes`, with exceptions for the innocent words that would be caught by it.
  private func seeingThrough() -> [ListChange] {
    let more = trial.innocents.caught(by: list.changed(by: .disguises)).beyond(caught)
    let words = more.filter { $0.source != .comment }.compactMap(\.exception).distinct
    return words.count <= Self.mostExceptions ? [.disguises, .except(words)] : [.disguises]
  }

  /// The terms that escape because they end, and by which nothing innocent is caught if they do not.
  private func termsThatMayGoOn() -> [String] {
    let places = Set(escaped.filter { Disguise.catalogue[$0.way].remedy == .wildcard }.map(\.term)).sorted()
    let terms = places.map { evasion.search.terms[$0] }.filter(Self.isLong)
    return withoutCollateral(terms.map { ($0, $0 + "*") }) { .goOn($0) }
  }

  private static func isLong(_ term: String) -> Bool {
    guard let phrase = try? Phrase(term), let spelled = SpelledTerm(phrase), spelled.endsThere, !spelled.hasSeveralWords
    else { return false }
    return (spelled.words.last?.letters.count ?? 0) >= fewestLetters
  }

  /// What was written, where it is a word that can stand in the list.
  private func spellings() -> [String] {
    let written = escaped.filter { Disguise.catalogue[$0.way].remedy == .spelledSo }.map(\.written)
    let words = written.map { String(decoding: $0, as: UTF8.self) }.distinct.filter { word in
      (try? Phrase(word, list.matching)) != nil && word.utf8.count >= 3
    }
    return withoutCollateral(words.map { ($0, $0) }) { .add($0) }
  }

  /// The terms by which nothing innocent is caught that was not before.
  private func withoutCollateral(
    _ terms: [(named: String, looked: String)], _ change: ([String]) -> ListChange
  ) -> [String] {
    guard !terms.isEmpty else { return [] }
    let more = trial.innocents.caught(by: list.changed(by: change(terms.map(\.named)))).beyond(caught)
    let guilty = Set(more.map { Array($0.term.utf8) })
    return terms.filter { !guilty.contains(Array($0.looked.utf8)) }.map(\.named)
  }
}

extension ListChange {
  fileprivate var isEmpty: Bool {
    switch self {
    case .disguises, .noDisguises: false
    case .goOn(let terms), .endThere(let terms), .add(let terms), .except(let terms): terms.isEmpty
    }
  }
}

extension [String] {
  /// Each text once, by its bytes.
  var distinct: [String] {
    var seen: Set<[UInt8]> = []
    return filter { seen.insert([UInt8]($0.utf8)).inserted }
  }
}
