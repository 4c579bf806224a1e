public import DecisionModel

/// What a clause is for.
public enum ClauseUse: Sendable {
  case category, escalation
  /// Others ask for it, and it matters to them whether it surely holds and whether it surely does not.
  case signal
}

/// A part of a clause without which the clause holds for the same comments.
public struct IdlePart: Sendable {
  public let part: ClausePart
  /// Other parts of the clause that are enough for that; none, where it is so by itself.
  public let because: [ClausePart]
}

extension PolicyProofs {
  /// The parts of a clause that change nothing: all of them can be left out together, and each alone. What is in a part
  /// that changes nothing is not looked at.
  public mutating func idleParts(of clause: Clause, as use: ClauseUse) -> [IdlePart] {
    var search = IdleSearch(use)
    search.lookThrough(clause, &self)
    // Each was left out beside those found before it; each alone is what is said of it.
    return search.found.filter { areSame(clause, clause.without($0.part), as: use) }
  }

  /// Whether it is proved that two clauses hold for the same comments.
  public mutating func areSame(_ one: Clause, _ other: Clause, as use: ClauseUse) -> Bool {
    let (one, other) = (literals(of: one, as: use), literals(of: other, as: use))
    return zip(one, other).allSatisfy { areSame($0, $1) }
  }

  mutating func areSame(_ one: Literal, _ other: Literal) -> Bool {
    one == other || isImpossible([one, !other]) && isImpossible([!one, other])
  }

  mutating func isImpossible(_ literals: [Literal]) -> Bool {
    if case .impossible = solve(literals) { true } else { false }
  }

  /// What is the same of clauses that are: that it holds; of signals, that it surely holds and that it surely does not.
  private mutating func literals(of clause: Clause, as use: ClauseUse) -> [Literal] {
    guard use == .signal else { return [formula.holds(clause, afterCategories: use == .escalation)] }
    let certainty = formula.certainty(of: clause)
    return [certainty.yes, certainty.no]
  }
}

/// Leaves out of a clause, one after the other, what is not needed.
private struct IdleSearch {
  /// Where a part counts for the clause.
  struct Room {
    /// Whether the clause depends on the part's surely being so, or on its surely not being so.
    let wanted: Bool
    let beside: [Assumption]
  }

  /// What else must be for a part to count, and what part says so.
  struct Assumption {
    let literal: Literal
    let part: ClausePart
  }

  let use: ClauseUse
  private(set) var found: [IdlePart] = []

  init(_ use: ClauseUse) { self.use = use }

  mutating func lookThrough(_ clause: Clause, _ proofs: inout PolicyProofs) {
    let when = certainty(clause.when, &proofs)
    let reach = Assumption(literal: use == .signal ? !when.no : when.yes, part: ClausePart(.when))
    var exception = clause.unless
    if let unless = clause.unless {
      let whole = ClausePart(.unless)
      let room = Room(wanted: true, beside: [reach])
      if let because = reasons([reach], certainty(unless, &proofs).yes, &proofs) {
        found.append(IdlePart(part: whole, because: because))
        exception = nil
      } else {
        exception = rest(of: unless, at: whole, in: [room], &proofs)
      }
    }
    let beside = exception.map { [Assumption(literal: !certainty($0, &proofs).yes, part: ClausePart(.unless))] } ?? []
    let rooms = (use == .signal ? [true, false] : [true]).map { Room(wanted: $0, beside: beside) }
    _ = rest(of: clause.when, at: ClausePart(.when), in: rooms, &proofs)
  }

  /// What is left of a condition when the parts of it are left out that are not needed, the last ones first.
  private mutating func rest(
    of condition: Condition, at part: ClausePart, in rooms: [Room], _ proofs: inout PolicyProofs
  ) -> Condition {
    guard !condition.parts.isEmpty else { return condition }
    var left: [(place: Int, condition: Condition)] = condition.parts.enumerated().map { ($0, $1) }
    for index in left.indices.reversed() {
      let (place, one) = left[index]
      var others = left
      others.remove(at: index)
      let siblings = others.map { (part: part.step($0.place), certainty: certainty($0.condition, &proofs)) }
      let joint = Joint(condition, siblings)
      if !others.isEmpty, let because = idleness(of: one, joint, left.map(\.condition), index, rooms, &proofs) {
        found.append(IdlePart(part: part.step(place), because: because))
        left = others
      } else {
        left[index].condition = rest(of: one, at: part.step(place), in: rooms.flatMap(joint.rooms), &proofs)
      }
    }
    return condition.joining(left.map(\.condition))
  }

  /// Why a part changes nothing; nil where that is not proved.
  private func idleness(
    of one: Condition, _ joint: Joint, _ all: [Condition], _ index: Int, _ rooms: [Room], _ proofs: inout PolicyProofs
  ) -> [ClausePart]? {
    var because: [ClausePart] = []
    for room in rooms {
      var questions: [(beside: [Assumption], literal: Literal)] = []
      if case .count(_, let test) = joint.condition {
        var fewer = all
        fewer.remove(at: index)
        let (whole, less) = (certainty(.count(all, test), &proofs), certainty(.count(fewer, test), &proofs))
        let (one, other) = room.wanted ? (whole.yes, less.yes) : (whole.no, less.no)
        questions = [[one, !other], [!one, other]].map { (room.beside, proofs.formula.space.circuit.all($0)) }
      } else {
        let (wanted, isAll) = joint.part(room.wanted)
        let certainty = certainty(one, &proofs)
        let literal = wanted ? certainty.yes : certainty.no
        questions = joint.rooms(room).map { ($0.beside, isAll ? !literal : literal) }
      }
      for (beside, literal) in questions {
        guard let reasons = reasons(beside, literal, &proofs) else { return nil }
        because += reasons.filter { !because.contains($0) }
      }
    }
    return because
  }

  /// The parts that rule something out together, as few as are enough; nil where it can be.
  private func reasons(
    _ beside: [Assumption], _ literal: Literal, _ proofs: inout PolicyProofs
  ) -> [ClausePart]? {
    guard case .impossible(let core) = proofs.solve(beside.map(\.literal) + [literal]) else { return nil }
    var kept: [Assumption] = []
    for one in beside where core.contains(one.literal) && !kept.contains(where: { $0.literal == one.literal }) {
      kept.append(one)
    }
    for one in kept.reversed() {
      let fewer = kept.filter { $0.literal != one.literal }
      if proofs.isImpossible(fewer.map(\.literal) + [literal]) { kept = fewer }
    }
    return kept.map(\.part)
  }

  private func certainty(_ condition: Condition, _ proofs: inout PolicyProofs) -> Certainty {
    proofs.formula.certainty(of: condition, afterCategories: use == .escalation)
  }
}

/// A condition that joins others, seen from one of them.
private struct Joint {
  let condition: Condition
  let siblings: [(part: ClausePart, certainty: Certainty)]

  init(_ condition: Condition, _ siblings: [(part: ClausePart, certainty: Certainty)]) {
    self.condition = condition
    self.siblings = siblings
  }

  /// What is wanted of a part where something is wanted of the whole, and whether it is wanted of all parts or of one.
  func part(_ wanted: Bool) -> (wanted: Bool, isAll: Bool) {
    switch condition {
    case .any: (wanted, !wanted)
    case .none: (!wanted, wanted)
    case .not: (!wanted, true)
    default: (wanted, wanted)
    }
  }

  /// Where a part counts, if the whole counts in a room: beside others that are needed as well, or that fail.
  func rooms(_ room: IdleSearch.Room) -> [IdleSearch.Room] {
    // Of what is counted anything may matter.
    if case .count = condition {
      return [true, false].map { IdleSearch.Room(wanted: $0, beside: room.beside) }
    }
    let (wanted, isAll) = part(room.wanted)
    let others = siblings.map { sibling in
      let literal = wanted ? sibling.certainty.yes : sibling.certainty.no
      return IdleSearch.Assumption(literal: isAll ? literal : !literal, part: sibling.part)
    }
    return [IdleSearch.Room(wanted: wanted, beside: room.beside + others)]
  }
}
