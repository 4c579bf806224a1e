/// Decides whether clauses can hold together: conflict-driven clause learning with two watched literals (Moskewicz and
/// others, "Chaff", 2001), learning at the first unique implication point (Marques-Silva and Sakallah, "GRASP", 1999),
/// assumptions and their cores as in MiniSat (Eén and Sörensson 2003).
///
/// It has no clock and no chance in it: the same questions in the same order get the same answers. Where nothing says
/// otherwise a variable is false, so that what holds in a model is needed there, or nearly so.
struct Solver {
  enum Verdict: Hashable {
    /// The clauses and assumptions hold together: `model` says how, until the next question.
    case possible
    /// They do not; these assumptions are enough for that. None, where the clauses alone contradict each other.
    case impossible([Literal])
    /// More conflicts were met than were allowed.
    case notDecided
  }

  private struct Watcher {
    let clause: Int32
    /// Another literal of the clause: where it holds, the clause need not be looked at.
    let other: Literal
  }

  /// What makes a literal hold: the place of a clause.
  private static let noClause: Int32 = -1

  private var literals: [Literal] = []
  /// By clause: where its literals begin in `literals`. The last is where the next clause begins.
  private var starts = [0]
  private var watchers: [[Watcher]] = []
  /// By literal: 1 where it holds, -1 where its opposite does, else 0.
  private var values: [Int8] = []
  private var levels: [Int32] = []
  private var reasons: [Int32] = []
  private var trail: [Literal] = []
  private var levelStarts: [Int] = []
  private var nextToPropagate = 0
  private var heap = ActivityHeap()
  /// By variable: whether it is decided in the question that is asked, and how it was last.
  private var isAsked: [Bool] = []
  private var wasTrue: [Bool] = []
  private var isSeen: [Bool] = []
  /// The variables that are true in the way in which clauses and assumptions were found to hold together last.
  private(set) var trueVariables: [Int] = []
  private var isContradictory = false

  init() {
    _ = addVariable()
    add([.yes])
  }

  var variableCount: Int { levels.count }

  /// The way in which clauses and assumptions were found to hold together last.
  var model: Model { Model(trueVariables, of: variableCount) }

  mutating func addVariable() -> Literal {
    let variable = levels.count
    levels.append(0)
    reasons.append(Self.noClause)
    isAsked.append(false)
    wasTrue.append(false)
    isSeen.append(false)
    values += [0, 0]
    watchers += [[], []]
    heap.addVariable()
    return Literal(variable)
  }

  /// One of the literals holds.
  mutating func add(_ clause: [Literal]) {
    backtrack(to: 0)
    let sorted = Set(clause).sorted()
    let holdsAnyway = zip(sorted, sorted.dropFirst()).contains { $0 == !$1 } || sorted.contains { holds($0) }
    guard !isContradictory, !holdsAnyway else { return }
    let open = sorted.filter { !holds(!$0) }
    switch open.count {
    case 0: isContradictory = true
    case 1:
      assign(open[0], because: Self.noClause)
      if propagate() != nil { isContradictory = true }
    default: _ = store(open)
    }
  }

  /// Whether the clauses can hold together with some assumptions.
  ///
  /// - Parameters:
  ///   - asked: The variables that must be decided. The others are left open where nothing forces them.
  ///   - limit: So many conflicts are met at the most.
  mutating func solve(assuming assumptions: [Literal], deciding asked: [Int], conflicts limit: Int) -> Verdict {
    backtrack(to: 0)
    guard !isContradictory else { return .impossible([]) }
    heap.removeAll()
    for variable in asked {
      isAsked[variable] = true
      wasTrue[variable] = false
      heap.insert(variable)
    }
    defer { for variable in asked { isAsked[variable] = false } }
    let verdict = search(assumptions, limit)
    if verdict == .possible { trueVariables = trail.lazy.filter { !$0.isOpposite }.map(\.variable) }
    backtrack(to: 0)
    return verdict
  }
}

// The search.
extension Solver {
  private mutating func search(_ assumptions: [Literal], _ limit: Int) -> Verdict {
    var conflicts = 0
    var restarts = Restarts()
    while true {
      if let conflict = propagate() {
        conflicts += 1
        if levelStarts.isEmpty {
          isContradictory = true
          return .impossible([])
        }
        if conflicts > limit { return .notDecided }
        learn(from: conflict)
        heap.fade()
        if restarts.isDue() { backtrack(to: 0) }
      } else if levelStarts.count < assumptions.count {
        let next = assumptions[levelStarts.count]
        if holds(!next) { return .impossible(core(of: next)) }
        levelStarts.append(trail.count)
        if !holds(next) { assign(next, because: Self.noClause) }
      } else if let variable = nextToDecide() {
        levelStarts.append(trail.count)
        assign(Literal(variable, isOpposite: !wasTrue[variable]), because: Self.noClause)
      } else {
        return .possible
      }
    }
  }

  private mutating func nextToDecide() -> Int? {
    while let variable = heap.popFirst() {
      if isOpen(Literal(variable)) { return variable }
    }
    return nil
  }

  private func holds(_ literal: Literal) -> Bool { values[Int(literal.code)] > 0 }
  private func isOpen(_ literal: Literal) -> Bool { values[Int(literal.code)] == 0 }

  private mutating func assign(_ literal: Literal, because clause: Int32) {
    values[Int(literal.code)] = 1
    values[Int((!literal).code)] = -1
    levels[literal.variable] = Int32(levelStarts.count)
    reasons[literal.variable] = clause
    trail.append(literal)
  }

  private mutating func backtrack(to level: Int) {
    guard levelStarts.count > level else { return }
    for literal in trail[levelStarts[level]...] {
      values[Int(literal.code)] = 0
      values[Int((!literal).code)] = 0
      wasTrue[literal.variable] = !literal.isOpposite
      if isAsked[literal.variable] { heap.insert(literal.variable) }
    }
    trail.removeSubrange(levelStarts[level]...)
    levelStarts.removeSubrange(level...)
    nextToPropagate = min(nextToPropagate, trail.count)
  }

  private mutating func store(_ clause: [Literal]) -> Int32 {
    let index = Int32(starts.count - 1)
    literals += clause
    starts.append(literals.count)
    watchers[Int(clause[0].code)].append(Watcher(clause: index, other: clause[1]))
    watchers[Int(clause[1].code)].append(Watcher(clause: index, other: clause[0]))
    return index
  }
}

// What follows from what was decided.
extension Solver {
  /// Assigns all that follows; the clause that cannot hold any more, if there is one.
  private mutating func propagate() -> Int32? {
    while nextToPropagate < trail.count {
      let failed = !trail[nextToPropagate]
      nextToPropagate += 1
      if let conflict = visitWatchers(of: failed) { return conflict }
    }
    return nil
  }

  /// Every clause that watches a literal which holds no longer finds another one to watch, or follows, or fails.
  private mutating func visitWatchers(of failed: Literal) -> Int32? {
    var list: [Watcher] = []
    swap(&list, &watchers[Int(failed.code)])
    var kept = 0
    var conflict: Int32?
    for index in list.indices {
      let watcher = list[index]
      let isSettled = conflict != nil || holds(watcher.other)
      if !isSettled, moveWatch(of: watcher.clause, from: failed) { continue }
      list[kept] = watcher
      kept += 1
      if !isSettled { conflict = follow(watcher.clause) }
    }
    list.removeSubrange(kept...)
    // Nothing was added meanwhile: no clause begins to watch a literal that fails.
    swap(&list, &watchers[Int(failed.code)])
    return conflict
  }

  /// Whether the clause watches something else from now on. Its watched literals are its first two.
  private mutating func moveWatch(of clause: Int32, from failed: Literal) -> Bool {
    let start = starts[Int(clause)], end = starts[Int(clause) + 1]
    if literals[start] == failed { literals.swapAt(start, start + 1) }
    guard !holds(literals[start]) else { return false }
    var place = start + 2
    while place < end {
      if !holds(!literals[place]) {
        literals.swapAt(start + 1, place)
        watchers[Int(literals[start + 1].code)].append(Watcher(clause: clause, other: literals[start]))
        return true
      }
      place += 1
    }
    return false
  }

  /// All but the first literal of the clause fail: so it holds, or the clause is in conflict.
  private mutating func follow(_ clause: Int32) -> Int32? {
    let first = literals[starts[Int(clause)]]
    if holds(first) { return nil }
    if holds(!first) { return clause }
    assign(first, because: clause)
    return nil
  }
}

// What is learnt from a conflict.
extension Solver {
  /// Learns a clause that would have prevented the conflict, goes back to where it says something, and follows it.
  private mutating func learn(from conflict: Int32) {
    var learnt: [Literal] = [.yes]
    var open = 0
    var clause = conflict
    var place = trail.count
    var resolved: Literal?
    repeat {
      for literal in literals[starts[Int(clause)]..<starts[Int(clause) + 1]] where literal != resolved {
        let variable = literal.variable
        guard !isSeen[variable], levels[variable] > 0 else { continue }
        isSeen[variable] = true
        heap.raise(variable)
        if Int(levels[variable]) == levelStarts.count { open += 1 } else { learnt.append(literal) }
      }
      repeat { place -= 1 } while !isSeen[trail[place].variable]
      resolved = trail[place]
      clause = reasons[trail[place].variable]
      isSeen[trail[place].variable] = false
      open -= 1
    } while open > 0
    for literal in learnt.dropFirst() { isSeen[literal.variable] = false }
    learnt[0] = !trail[place]
    follow(learnt: learnt)
  }

  private mutating func follow(learnt: [Literal]) {
    var clause = learnt
    guard clause.count > 1 else {
      backtrack(to: 0)
      return assign(clause[0], because: Self.noClause)
    }
    // The second watched literal is the last that was assigned, so that it is the first to be open again.
    let latest = clause.indices.dropFirst().max { levels[clause[$0].variable] < levels[clause[$1].variable] } ?? 1
    clause.swapAt(1, latest)
    backtrack(to: Int(levels[clause[1].variable]))
    assign(clause[0], because: store(clause))
  }

  /// The assumptions from which it follows that this one fails, and it.
  private mutating func core(of failed: Literal) -> [Literal] {
    var core = [failed]
    guard levels[failed.variable] > 0 else { return core }
    var waiting = [failed.variable]
    var seen: Set<Int> = [failed.variable]
    while let variable = waiting.popLast() {
      let reason = reasons[variable]
      if reason == Self.noClause {
        let assumed = Literal(variable, isOpposite: !holds(Literal(variable)))
        if assumed != failed { core.append(assumed) }
        continue
      }
      for literal in literals[starts[Int(reason)]..<starts[Int(reason) + 1]]
      where levels[literal.variable] > 0 && seen.insert(literal.variable).inserted {
        waiting.append(literal.variable)
      }
    }
    return core
  }
}

/// What holds in one way in which clauses hold together. A variable that nothing asked for is false.
struct Model {
  private let values: [Bool]

  init(_ trueVariables: [Int], of count: Int) {
    var values = Array(repeating: false, count: count)
    for variable in trueVariables { values[variable] = true }
    self.values = values
  }

  func holds(_ literal: Literal) -> Bool {
    (values.indices.contains(literal.variable) && values[literal.variable]) != literal.isOpposite
  }
}

/// When a search begins anew: after Luby's sequence of conflicts, times 64 (Luby, Sinclair and Zuckerman 1993).
private struct Restarts {
  private var number = 1
  private var left = 64

  mutating func isDue() -> Bool {
    left -= 1
    guard left == 0 else { return false }
    number += 1
    left = 64 * Restarts.luby(number)
    return true
  }

  private static func luby(_ number: Int) -> Int {
    var (size, exponent, place) = (1, 0, number - 1)
    while size < place + 1 {
      exponent += 1
      size = 2 * size + 1
    }
    while size - 1 != place {
      size = (size - 1) / 2
      exponent -= 1
      place %= size
    }
    return 1 << exponent
  }
}
