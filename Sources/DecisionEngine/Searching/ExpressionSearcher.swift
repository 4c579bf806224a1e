import DecisionModel

/// Looks for regular expressions, by tables of states or by walking their automata, each at the most once in a text.
struct ExpressionSearcher {
  enum State: UInt8 {
    /// What must stand in the text for the expression to be found was not met.
    case asleep
    case awake
    case missed
    case found
  }

  private let cells: UnsafePointer<UInt32>
  let count: Int
  /// By expression: taken from its cells once, which lie far apart.
  private let machines: UnsafeMutablePointer<ExpressionMachine>
  let triggers: TriggerTables
  private var states: Pad<UInt8>
  /// The expressions that are awake or looked for, so that they can be put to sleep again.
  private var woken = Pad<Int32>(capacity: 16)
  private var walker = AutomatonWalker()
  /// How many characters of this text may still be looked at from places where an expression may begin. Beyond that, one
  /// look at the whole text is less.
  private var looksLeft = 0

  init(_ tables: TableReader) {
    cells = tables.cells(.expressions)
    count = Int(cells[0])
    machines = .allocate(capacity: max(1, count))
    for expression in 0..<count {
      (machines + expression).initialize(to: ExpressionMachine(cells + Int(cells[2 + expression * 2])))
    }
    triggers = TriggerTables(tables.cells(.triggers))
    states = Pad(capacity: max(1, count))
    states.fill(count, with: State.asleep.rawValue)
  }

  func free() {
    machines.deallocate()
    states.free()
    woken.free()
    walker.free()
    triggers.free()
  }

  mutating func begin(_ length: Int) {
    guard count > 0 else { return }
    looksLeft = 256 + length * 4
    for place in 0..<woken.count { states[Int(woken[place])] = State.asleep.rawValue }
    woken.removeAll()
    for place in 0..<triggers.alwaysCount { wake(Int(triggers.always[place])) }
  }

  mutating func wakeAll() {
    for expression in 0..<count { wake(expression) }
  }

  @inline(__always)
  mutating func wake(_ expression: Int) {
    guard states[expression] == State.asleep.rawValue else { return }
    states[expression] = State.awake.rawValue
    woken.append(Int32(expression))
  }

  /// Looks for an expression that begins at a place, if at all.
  mutating func look(for expression: Int, at place: Int, in text: WrittenText) {
    guard states[expression] == State.asleep.rawValue else { return }
    let (looked, isFound) = machine(expression).begins(at: place, in: text, looks: looksLeft)
    looksLeft &-= looked
    guard isFound ?? true else { return }
    wake(expression)
    if isFound == true { states[expression] = State.found.rawValue }
  }

  @inline(__always)
  func isAwake(_ expression: Int) -> Bool { states[expression] != State.asleep.rawValue }

  /// The expressions that are awake, or were looked for.
  @inline(__always)
  var wokenExpressions: UnsafeBufferPointer<Int32> { woken.elements }

  @inline(__always)
  func term(of expression: Int) -> Int { Int(cells[1 + expression * 2]) }

  @inline(__always)
  func machine(_ expression: Int) -> ExpressionMachine { machines[expression] }

  /// Whether an expression is found in the scalars of a text.
  mutating func isFound(_ expression: Int, in text: UnsafeBufferPointer<UInt32>) -> Bool {
    switch State(rawValue: states[expression]) {
    case .found: return true
    case .awake:
      let machine = machine(expression)
      let isFound = walker.lastPlace(machine.backwards, machine, text, from: text.count) != nil
      states[expression] = (isFound ? State.found : .missed).rawValue
      return isFound
    default: return false
    }
  }

  /// The leftmost place of what an expression describes, and of those that start there the longest.
  mutating func firstPlace(_ expression: Int, in text: UnsafeBufferPointer<UInt32>) -> Range<Int>? {
    let machine = machine(expression)
    guard let start = walker.lastPlace(machine.backwards, machine, text, from: text.count),
      let end = walker.lastPlace(machine.forwards, machine, text, from: start)
    else { return nil }
    return start..<end
  }
}

/// An expression: the symbols that it tells apart, and its two directions.
struct ExpressionMachine {
  private let ascii: UnsafePointer<UInt16>
  private let starts: UnsafePointer<UInt32>
  private let symbols: UnsafePointer<UInt32>
  private let stretchCount: Int
  let symbolCount: Int
  let neighbours: UnsafePointer<UInt32>
  let backwards: Direction
  let forwards: Direction

  /// A search in one direction: by a table of states, or by its automaton.
  struct Direction {
    let cells: UnsafePointer<UInt32>
    let isBackwards: Bool

    var hasTable: Bool { cells[0] != 0 }
    var width: Int { Int(cells[2]) }
    var ways: UnsafePointer<UInt16> { UnsafeRawPointer(cells + 8).assumingMemoryBound(to: UInt16.self) }
    func start(after neighbour: UInt32) -> Int { Int(cells[3 + Int(neighbour)]) }

    var stepCount: Int { Int(cells[1]) }
    var firstStep: UInt32 { cells[2] }
    var setWidth: Int { Int(cells[3]) }
    var steps: UnsafePointer<UInt32> { cells + 5 }
    var sets: UnsafePointer<UInt32> { steps + stepCount * 3 }
    var length: Int { hasTable ? 8 + Int(cells[7]) : 5 + stepCount * 3 + Int(cells[4]) * setWidth }
  }

  init(_ cells: UnsafePointer<UInt32>) {
    stretchCount = Int(cells[0])
    symbolCount = Int(cells[1])
    ascii = UnsafeRawPointer(cells + 2).assumingMemoryBound(to: UInt16.self)
    starts = cells + 66
    symbols = starts + stretchCount
    neighbours = symbols + stretchCount
    backwards = Direction(cells: neighbours + symbolCount + 1, isBackwards: true)
    forwards = Direction(cells: backwards.cells + backwards.length, isBackwards: false)
  }

  /// The symbol that stands for the end of the text.
  var end: Int { symbolCount }

  @inline(__always)
  func symbol(_ scalar: UInt32) -> Int {
    if scalar < 128 { return Int(ascii[Int(scalar)]) }
    var (low, high) = (0, stretchCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return Int(symbols[low])
  }
}

/// Walks expressions along texts.
struct AutomatonWalker {
  private var reached = Pad<UInt32>(capacity: 64)
  private var left = Pad<UInt32>(capacity: 64)
  private var open = Pad<UInt32>(capacity: 64)
  private var states = Pad<UInt32>(capacity: 64)
  private var next = Pad<UInt32>(capacity: 64)
  private var step: UInt32 = 0

  func free() {
    reached.free()
    left.free()
    open.free()
    states.free()
    next.free()
  }

  /// The last place on the way at which a match is complete.
  mutating func lastPlace(
    _ direction: ExpressionMachine.Direction, _ machine: ExpressionMachine, _ text: UnsafeBufferPointer<UInt32>,
    from start: Int
  ) -> Int? {
    guard direction.hasTable else { return lastPlaceWalked(direction, machine, text, from: start) }
    let ways = direction.ways, width = direction.width, isBackwards = direction.isBackwards
    var state = direction.start(after: machine.neighbours[symbol(behind: start, direction, machine, text)])
    var place = start
    var last: Int?
    while state != 0 {
      let symbol = symbol(ahead: place, direction, machine, text)
      let way = ways[state &* width &+ symbol]
      if way & 1 != 0 { last = place }
      if symbol == machine.end { break }
      state = Int(way &>> 1)
      place &+= isBackwards ? -1 : 1
    }
    return last
  }

  /// The symbol that comes next on the way.
  @inline(__always)
  private func symbol(
    ahead place: Int, _ direction: ExpressionMachine.Direction, _ machine: ExpressionMachine,
    _ text: UnsafeBufferPointer<UInt32>
  ) -> Int {
    let index = direction.isBackwards ? place &- 1 : place
    return index >= 0 && index < text.count ? machine.symbol(text[index]) : machine.end
  }

  /// The symbol that stands behind, on the way.
  private func symbol(
    behind place: Int, _ direction: ExpressionMachine.Direction, _ machine: ExpressionMachine,
    _ text: UnsafeBufferPointer<UInt32>
  ) -> Int {
    let index = direction.isBackwards ? place : place - 1
    return index >= 0 && index < text.count ? machine.symbol(text[index]) : machine.end
  }

  private mutating func lastPlaceWalked(
    _ direction: ExpressionMachine.Direction, _ machine: ExpressionMachine, _ text: UnsafeBufferPointer<UInt32>,
    from start: Int
  ) -> Int? {
    reached.fill(direction.stepCount, with: 0)
    left.fill(direction.stepCount, with: 0)
    step = 0
    states.removeAll()
    states.append(direction.firstStep)
    var before = machine.neighbours[symbol(behind: start, direction, machine, text)]
    var place = start
    var last: Int?
    while !states.isEmpty {
      let symbol = symbol(ahead: place, direction, machine, text)
      if advance(direction, machine, before, symbol) { last = place }
      if symbol == machine.end { break }
      swap(&states, &next)
      before = machine.neighbours[symbol]
      place += direction.isBackwards ? -1 : 1
    }
    return last
  }

  /// Goes over one symbol, or to the end of the text. Whether a match is complete at this place.
  private mutating func advance(
    _ direction: ExpressionMachine.Direction, _ machine: ExpressionMachine, _ before: UInt32, _ symbol: Int
  ) -> Bool {
    step += 1
    next.removeAll()
    var isFound = false
    let after = machine.neighbours[symbol]
    for place in 0..<states.count { reach(states[place]) }
    while !open.isEmpty {
      let row = direction.steps + Int(open[open.count - 1]) * 3
      open.removeLast()
      switch row[0] {
      case 0:
        let bit = direction.sets[Int(row[1]) * direction.setWidth + symbol / 32] >> UInt32(symbol % 32) & 1
        if symbol != machine.end, bit != 0 { leave(to: row[2]) }
      case 1: if Self.holds(row[1], before, after) { reach(row[2]) }
      case 2:
        reach(row[1])
        reach(row[2])
      default: isFound = true
      }
    }
    if direction.isBackwards, symbol != machine.end { leave(to: direction.firstStep) }
    return isFound
  }

  private mutating func reach(_ state: UInt32) {
    guard reached[Int(state)] != step else { return }
    reached[Int(state)] = step
    open.append(state)
  }

  private mutating func leave(to state: UInt32) {
    guard left[Int(state)] != step else { return }
    left[Int(state)] = step
    next.append(state)
  }

  /// Whether an assertion holds between what stands before and behind: 0 is an edge of the text, 1 a line end, 2 a
  /// character of a word.
  private static func holds(_ assertion: UInt32, _ before: UInt32, _ after: UInt32) -> Bool {
    switch assertion {
    case 0: before == 0
    case 1: after == 0
    case 2: before <= 1
    case 3: after <= 1
    case 4: (before == 2) != (after == 2)
    default: (before == 2) == (after == 2)
    }
  }
}
