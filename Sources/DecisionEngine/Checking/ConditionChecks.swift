import DecisionModel

/// Checks the conditions of all clauses, and what wakes them.
func checkConditions(
  of image: ProgramImage, _ program: DecisionProgram, _ counts: ProgramCounts
) throws(EngineProblem) {
  var check = ConditionCheck(SoundCells(image, .conditions), program, counts)
  try check.checkClauses()
  let wakes = SoundCells(image, .wakes)
  let next = try check.endOfWakes(wakes, at: 0, program.categories.count)
  _ = try check.endOfWakes(wakes, at: next, program.escalations.count)
}

private struct ConditionCheck {
  let cells: SoundCells
  let program: DecisionProgram
  let counts: ProgramCounts
  let signalCount: Int
  /// Where conditions stand.
  private var nodes: Beginnings
  /// So many more may be looked at: each stands in one clause.
  private var left: Int
  /// The signals that the clause asks for.
  private var asked: [Int] = []

  private static let deepest = 1000

  init(_ cells: SoundCells, _ program: DecisionProgram, _ counts: ProgramCounts) {
    (self.cells, self.program, self.counts) = (cells, program, counts)
    signalCount = cells.cells.count > 1 ? Int(cells.cells[1]) : 0
    nodes = Beginnings(cells)
    left = cells.cells.count
  }

  /// The place of each clause, in order; 0 where there is none.
  mutating func checkClauses() throws(EngineProblem) {
    let order = try checkTail()
    let others = program.clausesInOrder
    let end = try cells.end(of: signalCount + others.count, from: 2)
    for signal in 0..<signalCount {
      asked = []
      try checkClause(at: try cells.cell(2 + signal), from: end)
      // A signal asks only for those that stand before it in their order, so that none asks for itself.
      for other in asked { try cells.require(order[other] < order[signal]) }
    }
    for (number, isThere) in others.enumerated() {
      let place = try cells.cell(2 + signalCount + number)
      try cells.require(isThere == (place != 0))
      if isThere { try checkClause(at: place, from: end) }
    }
  }

  /// The order of signals, the facts whose texts are searched, the measures. By signal, where it stands in that order.
  private func checkTail() throws(EngineProblem) -> [Int] {
    let tail = try cells.cell(0)
    let facts = try cells.endOfList(at: tail, below: signalCount)
    var order = Array(repeating: signalCount, count: signalCount)
    for place in tail + 1..<facts { order[try cells.cell(place)] = place - tail }
    _ = try cells.cell(try cells.endOfList(at: facts, below: program.facts.count))
    return order
  }

  private mutating func checkClause(at place: Int, from start: Int) throws(EngineProblem) {
    try cells.require(place >= start)
    let exception = try endOfNode(at: place, 0)
    if try cells.cell(exception) != 0 { _ = try endOfNode(at: exception + 1, 0) }
  }

  /// Where a condition ends.
  private mutating func endOfNode(at place: Int, _ depth: Int) throws(EngineProblem) -> Int {
    left -= 1
    let size = try cells.cell(place + 1)
    try cells.require(left >= 0 && depth < Self.deepest && size >= 2)
    nodes.add(place)
    let end = try endOfValues(at: place, depth)
    try cells.require(end == place + size && end <= cells.cells.count)
    return end
  }

  private mutating func endOfParts(at place: Int, _ depth: Int) throws(EngineProblem) -> Int {
    var end = place + 1
    for _ in 0..<(try cells.cell(place)) { end = try endOfNode(at: end, depth + 1) }
    return end
  }

  private mutating func endOfValues(at place: Int, _ depth: Int) throws(EngineProblem) -> Int {
    let value = place + 2
    switch ConditionKind(rawValue: try cells.cell(place)) {
    case .all, .any, .none?: return try endOfParts(at: value, depth)
    case .not: return try endOfNode(at: value, depth + 1)
    case .count: return try endOfTest(at: try endOfParts(at: value, depth), depth)
    case .signal:
      asked.append(try cells.cell(value, below: signalCount))
      return value + 1
    case .found:
      try cells.cell(value, below: counts.searches)
      return value + 1
    case .termCount, .score:
      try cells.cell(value, below: counts.searches)
      return try endOfTest(at: value + 1, depth)
    case .never: return value
    case .withoutEffect:
      try cells.cell(value, below: counts.texts)
      return value + 1
    case .category: return try cells.end(of: try cells.cell(value), from: value + 1)
    case .timeOpen:
      try cells.cell(value, below: program.teams.count)
      return value + 1
    case nil: return -1
    default: return try endOfWords(at: place, depth)
    }
  }

  /// Conditions that a decision shows in words.
  private func endOfWords(at place: Int, _ depth: Int) throws(EngineProblem) -> Int {
    let (value, test) = (place + 2, place + 4)
    let kind = ConditionKind(rawValue: try cells.cell(place))
    try cells.cell(kind == .mode ? value : value + 1, below: counts.texts)
    switch kind {
    case .measure: try cells.cell(value, below: Measure.allCases.count)
    case .strikes: try cells.cell(value, below: program.ladders.count)
    case .mode: return try cells.endOfList(at: value + 1, below: program.modes.count)
    case .history:
      try cells.cell(value, below: AuthorHistory.allCases.count)
      try cells.cell(test, below: counts.numbers)
      try cells.cell(test + 1, below: Length.Unit.allCases.count)
      return try endOfTest(at: test + 2, depth)
    default:
      try cells.cell(value, below: program.facts.count)
      return kind == .fact ? try endOfFactTest(at: test, depth) : try cells.endOfList(at: test, below: counts.searches)
    }
    return try endOfTest(at: test, depth)
  }

  /// Where a test of a number ends.
  private func endOfTest(at place: Int, _ depth: Int) throws(EngineProblem) -> Int {
    try cells.require(depth < Self.deepest)
    let kind = try cells.cell(place, below: 8)
    guard kind == 7 else { return try endOfNumbers(kind == 6 ? 2 : 1, from: place + 1) }
    let count = try cells.cell(place + 1)
    try cells.require(count <= cells.cells.count)
    var end = place + 2
    for _ in 0..<count { end = try endOfTest(at: end, depth + 1) }
    return end
  }

  private func endOfNumbers(_ count: Int, from place: Int) throws(EngineProblem) -> Int {
    for number in place..<place + count { try cells.cell(number, below: counts.numbers) }
    return place + count
  }

  private func endOfFactTest(at place: Int, _ depth: Int) throws(EngineProblem) -> Int {
    switch try cells.cell(place, below: 7) {
    case 0, 3:
      _ = try cells.cell(place + 1)
      return place + 2
    case 1, 2: return try endOfTest(at: place + 1, depth)
    case 4: return try endOfNumbers(try cells.cell(place + 1, below: 3) == 2 ? 2 : 1, from: place + 2)
    default: return try cells.endOfList(at: place + 1, below: counts.texts)
    }
  }

  /// Where one table ends of those who wake: always; when something of a search is found; when a condition holds.
  func endOfWakes(_ wakes: SoundCells, at place: Int, _ clauses: Int) throws(EngineProblem) -> Int {
    var end = try wakes.endOfList(at: place, below: clauses)
    for isSearch in [true, false] {
      let count = try wakes.cell(end)
      end += 1
      for _ in 0..<count {
        let who = try wakes.cell(end)
        try wakes.require(isSearch ? who < counts.searches : nodes.contains(who))
        end = try endOfWoken(wakes, at: end + 1, clauses)
      }
    }
    return end
  }

  /// Where so many cells end of clauses that are woken, behind the condition of each few or 0.
  private func endOfWoken(_ wakes: SoundCells, at place: Int, _ clauses: Int) throws(EngineProblem) -> Int {
    let end = try wakes.end(of: try wakes.cell(place), from: place + 1)
    var group = place + 1
    while group < end {
      let condition = try wakes.cell(group)
      try wakes.require(condition == 0 || nodes.contains(condition))
      group = try wakes.endOfList(at: group + 1, below: clauses)
    }
    try wakes.require(group == end)
    return end
  }
}

extension DecisionProgram {
  /// Whether there is one, for each clause beside those of signals.
  fileprivate var clausesInOrder: [Bool] {
    categories.map { $0.clause != nil } + escalations.map { _ in true }
      + plans.flatMap { $0.steps.map { $0.clause != nil } + $0.followUps.map { $0.clause != nil } }
      + shadows.map { _ in true }
  }
}
