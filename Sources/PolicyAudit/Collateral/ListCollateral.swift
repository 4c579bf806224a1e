/// What a list catches by accident.
public struct ListCollateral: Sendable {
  public let list: AuditedList
  public let caught: [Caught]
  /// What mends it, each step with the steps before it.
  public let mendings: [TriedMending]

}

extension [Caught] {
  /// By the terms by which something is caught, those of most texts first.
  public var byTerm: [(term: String, caught: [Caught])] {
    var terms: [(term: String, caught: [Caught])] = []
    for each in self {
      if let place = terms.firstIndex(where: { $0.term.utf8.elementsEqual(each.term.utf8) }) {
        terms[place].caught.append(each)
      } else {
        terms.append((each.term, [each]))
      }
    }
    return terms.enumerated().sorted { one, other in
      (other.element.caught.count, one.offset) < (one.element.caught.count, other.offset)
    }.map(\.element)
  }
}

/// Looks for the smallest changes by which a list catches less by accident.
struct CollateralMending {
  /// More words than these are not made exceptions of one term: its `*` is too much, or its disguises are.
  private static let mostExceptions = 5
  private static let mostRounds = 3

  private let trial: MendingTrial
  private var caught: [Caught]
  private var list: AuditedList
  private(set) var mendings: [TriedMending] = []

  init(_ list: AuditedList, _ trial: MendingTrial) {
    self.trial = trial
    self.list = list
    caught = trial.innocents.caught(by: list)
  }

  mutating func mend() throws -> ListCollateral {
    let (first, all) = (list, caught)
    for _ in 0..<Self.mostRounds where try mendOnce() {}
    return ListCollateral(list: first, caught: all, mendings: mendings)
  }

  /// Whether something helped: a term that lost its `*` may then be helped by an exception.
  private mutating func mendOnce() throws -> Bool {
    let before = mendings.count
    var exceptions: [String] = [], wildcards: [String] = []
    var isMuchHidden = false
    for (term, caught) in caught.byTerm {
      let words = caught.compactMap(\.exception).distinct
      if words.count <= Self.mostExceptions {
        exceptions += words
      } else if caught.contains(where: \.isDisguised) {
        isMuchHidden = true
      } else if term.utf8.contains(UInt8(ascii: "*")) {
        wildcards.append(term)
      }
    }
    if !wildcards.isEmpty { try take(.endThere(wildcards)) }
    if !exceptions.isEmpty { try take(.except(exceptions.distinct)) }
    if isMuchHidden { try take(.noDisguises) }
    return mendings.count > before
  }

  /// Takes a step where less is caught by it, no term is lost and no example changes; of several words only those with
  /// which that is so.
  private mutating func take(_ change: ListChange) throws {
    if try helps(change) { return }
    for part in change.parts { _ = try helps(part) }
  }

  /// Tries a step, and takes it where nothing speaks against it.
  private mutating func helps(_ change: ListChange) throws -> Bool {
    let (tried, left) = try trial.trying([change], on: list, catching: caught, before: caught.count) { $1.count }
    guard tried.after < tried.before, tried.isClean else { return false }
    mendings.append(tried)
    list = list.changed(by: change)
    caught = left
    return true
  }
}

extension ListChange {
  /// The change for each of its terms alone.
  fileprivate var parts: [ListChange] {
    switch self {
    case .disguises, .noDisguises: []
    case .goOn(let terms): terms.map { .goOn([$0]) }
    case .endThere(let terms): terms.map { .endThere([$0]) }
    case .add(let terms): terms.map { .add([$0]) }
    case .except(let phrases): phrases.map { .except([$0]) }
    }
  }
}
