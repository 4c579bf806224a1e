/// What a regular expression is made of.
package indirect enum Pattern: Sendable {
  case empty
  case character(CharacterRanges)
  case assertion(Assertion)
  case sequence([Pattern])
  case choice([Pattern])
  /// With no `most`, any number of times.
  case repetition(Pattern, least: Int, most: Int?)

  static func sequenced(_ parts: [Pattern]) -> Pattern {
    let parts = parts.filter { !$0.isEmpty }
    return parts.count > 1 ? .sequence(parts) : parts.first ?? .empty
  }

  static func chosen(_ parts: [Pattern]) -> Pattern {
    parts.count > 1 ? .choice(parts) : parts.first ?? .empty
  }

  /// Nothing, however often, stays nothing: so that every part of a pattern counts as a state at the least.
  func repeated(least: Int, most: Int?) -> Pattern {
    isEmpty || most == 0 ? .empty : .repetition(self, least: least, most: most)
  }

  private var isEmpty: Bool { if case .empty = self { true } else { false } }

  /// How many states an automaton of it has; `limit` and one more stands for any number beyond the limit.
  func states(upTo limit: Int) -> Int {
    switch self {
    case .empty: return 0
    case .character, .assertion: return 1
    case .sequence(let parts): return parts.reduce(0) { min(limit + 1, $0 + $1.states(upTo: limit)) }
    case .choice(let parts):
      return parts.reduce(parts.count - 1) { min(limit + 1, $0 + $1.states(upTo: limit)) }
    case .repetition(let part, let least, let most):
      let once = part.states(upTo: limit)
      let must = once.multipliedReportingOverflow(by: most == nil ? max(least, 1) : least)
      let may = (once + 1).multipliedReportingOverflow(by: most.map { $0 - least } ?? 0)
      guard !must.overflow, !may.overflow, must.partialValue <= limit, may.partialValue <= limit else {
        return limit + 1
      }
      return min(limit + 1, must.partialValue + may.partialValue + (most == nil ? 1 : 0))
    }
  }
}

/// What is asked of a place between two characters.
package enum Assertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordEdge, noWordEdge

  /// The same for a text that is read from its end.
  var reversed: Assertion {
    switch self {
    case .textStart: .textEnd
    case .textEnd: .textStart
    case .lineStart: .lineEnd
    case .lineEnd: .lineStart
    case .wordEdge, .noWordEdge: self
    }
  }

  func holds(between before: Neighbour, and after: Neighbour) -> Bool {
    switch self {
    case .textStart: before == .edge
    case .textEnd: after == .edge
    case .lineStart: before == .edge || before == .lineEnd
    case .lineEnd: after == .edge || after == .lineEnd
    case .wordEdge: (before == .wordCharacter) != (after == .wordCharacter)
    case .noWordEdge: (before == .wordCharacter) == (after == .wordCharacter)
    }
  }
}

/// What stands beside a place, as far as assertions care.
package enum Neighbour: UInt16, Sendable, CaseIterable {
  case edge, lineEnd, wordCharacter, other

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x0A: self = .lineEnd
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: self = .wordCharacter
    default: self = .other
    }
  }
}
