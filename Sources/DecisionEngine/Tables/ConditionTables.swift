import DecisionModel

/// The conditions of a program, and what wakes them.
struct ConditionTables {
  let cells: UnsafePointer<UInt32>
  let signalCount: Int
  private let signals: Int
  /// Where the places of the clauses of categories and escalations stand.
  let categories: Int
  let escalations: Int
  /// By plan, where the places of its steps stand, and of its follow-ups.
  private let steps: [(steps: Int, followUps: Int)]
  let categoryCount: Int
  let escalationCount: Int
  let factCount: Int
  private let shadows: Int
  /// The facts whose text is searched.
  let searchedFacts: [Int]
  /// A bit for each measure that is asked for.
  let measures: UInt32
  let categoryWakes: WakeTables
  let escalationWakes: WakeTables

  init(_ tables: TableReader, _ program: DecisionProgram, searchCount: Int) {
    cells = tables.cells(.conditions)
    categoryCount = program.categories.count
    escalationCount = program.escalations.count
    factCount = program.facts.count
    signalCount = Int(cells[1])
    signals = 2
    categories = signals + signalCount
    escalations = categories + program.categories.count
    var place = escalations + program.escalations.count
    var steps: [(steps: Int, followUps: Int)] = []
    for plan in program.plans {
      steps.append((place, place + plan.steps.count))
      place += plan.steps.count + plan.followUps.count
    }
    self.steps = steps
    shadows = place
    let tail = cells + Int(cells[0])
    let facts = tail + 1 + Int(tail[0])
    searchedFacts = (0..<Int(facts[0])).map { Int(facts[1 + $0]) }
    measures = facts[1 + Int(facts[0])]
    categoryWakes = WakeTables(tables.cells(.wakes), searchCount: searchCount)
    escalationWakes = WakeTables(categoryWakes.end, searchCount: searchCount)
  }

  /// Where clauses stand among the cells; 0 where there is none.
  @inline(__always)
  func signal(_ number: Int) -> Int { Int(cells[signals &+ number]) }
  @inline(__always)
  func category(_ number: Int) -> Int { Int(cells[categories &+ number]) }
  @inline(__always)
  func escalation(_ number: Int) -> Int { Int(cells[escalations &+ number]) }
  func step(_ number: Int, of plan: Int) -> Int { Int(cells[steps[plan].steps + number]) }
  func followUp(_ number: Int, of plan: Int) -> Int { Int(cells[steps[plan].followUps + number]) }
  func shadow(_ number: Int) -> Int { Int(cells[shadows + number]) }
}

/// Which clauses must be looked at: always, when something of a search is found, when a leaf holds.
struct WakeTables {
  let alwaysCount: Int
  let always: UnsafePointer<UInt32>
  /// By search, the list of those whom it wakes.
  private let bySearch: UnsafeMutablePointer<Int32>
  let leafCount: Int
  let leaves: UnsafePointer<UInt32>
  private let cells: UnsafePointer<UInt32>
  let end: UnsafePointer<UInt32>

  init(_ cells: UnsafePointer<UInt32>, searchCount: Int) {
    self.cells = cells
    alwaysCount = Int(cells[0])
    always = cells + 1
    var row = always + alwaysCount
    bySearch = .allocate(capacity: max(1, searchCount))
    bySearch.initialize(repeating: 0, count: max(1, searchCount))
    let searches = Int(row[0])
    row += 1
    for _ in 0..<searches {
      bySearch[Int(row[0])] = Int32(row + 1 - cells)
      row += 2 + Int(row[1])
    }
    leafCount = Int(row[0])
    leaves = row + 1
    row += 1
    for _ in 0..<leafCount { row += 2 + Int(row[1]) }
    end = row
  }

  func free() { bySearch.deallocate() }

  /// Those whom a search wakes, in so many cells: the place of a leaf that must hold as well, or 0; how many; their numbers;
  /// and so on. Nil where it wakes nobody.
  @inline(__always)
  func woken(by search: Int) -> UnsafePointer<UInt32>? {
    let place = bySearch[search]
    return place == 0 ? nil : cells + Int(place)
  }
}
