import DecisionModel

/// What an exception does of which nobody knows whether it holds.
enum UnknownException {
  /// It does not apply: so a decision is made.
  case doesNotApply
  /// It leaves the clause unknown: so it shows what a decision assumes.
  case leavesUnknown
}

/// Judges the conditions of a program about one comment after another, in three values; it looks only at what woke.
struct Judge: ~Copyable {
  let conditions: ConditionTables
  /// The cells of conditions.
  let nodes: UnsafePointer<UInt32>
  let numbers: UnsafePointer<UInt64>
  let texts: UnsafePointer<UInt32>
  let textBytes: UnsafePointer<UInt8>
  /// The names of categories, facts and the rest are looked up in it.
  let rulebook: Rulebook
  /// Behind pointers, so that they are never copied on the way to one of their methods.
  let searcher: UnsafeMutablePointer<TextSearcher>
  /// Searches the texts of facts.
  let factSearcher: UnsafeMutablePointer<TextSearcher>
  /// The facts of the comment that is judged: they live as long as it is, and counting who holds them would take longer
  /// than most questions.
  unowned(unsafe) private(set) var facts: FactSheet
  /// The facts themselves, for the same reason.
  private(set) var factCells: UnsafeMutablePointer<FactSheet.Fact>
  /// What categories and escalations ask of a comment beside its text.
  let asked: AskedOfComments

  /// The category of the comment, once it has one.
  var category: Int?
  var unknownException = UnknownException.doesNotApply
  /// By signal: one more than what is known of it, where it was asked for since `stamp`.
  private var signals: Pad<UInt8>
  private var signalStamps: Pad<UInt32>
  private var stamp: UInt32 = 0
  var woken: WokenClauses
  /// The escalations that hold, once they were looked for.
  var escalations = Pad<Int32>(capacity: 16)
  /// The searches that links wake.
  private(set) var hostSearches = Pad<Int32>(capacity: 8)

  init(_ engine: Engine, _ facts: FactSheet) {
    let (image, rulebook) = (engine.image, engine.rulebook)
    let tables = TableReader(image)
    let searches = SearchTables(tables)
    let conditions = ConditionTables(tables, rulebook.program, searchCount: searches.searchCount)
    let characters = CharacterTables(tables)
    self.conditions = conditions
    nodes = conditions.cells
    self.rulebook = rulebook
    numbers = tables.pointer(.numbers)
    texts = tables.cells(.texts)
    textBytes = tables.pointer(.textBytes)
    let matching = rulebook.program.matching
    searcher = .allocate(capacity: 1)
    searcher.initialize(
      to: TextSearcher(
        tables, TextReader(characters, matching, measuresAsked: conditions.measures), engine.phraseTree))
    factSearcher = .allocate(capacity: 1)
    factSearcher.initialize(
      to: TextSearcher(tables, TextReader(characters, matching, measuresAsked: 0), engine.phraseTree))
    self.facts = facts
    factCells = facts.facts
    asked = conditions.asked
    for search in 0..<searches.searchCount where searches.search(search).kind == .hosts {
      hostSearches.append(Int32(search))
    }
    signals = Pad(capacity: max(1, conditions.signalCount))
    signals.fill(conditions.signalCount, with: 0)
    signalStamps = Pad(capacity: max(1, conditions.signalCount))
    signalStamps.fill(conditions.signalCount, with: 0)
    woken = WokenClauses(
      capacity: max(rulebook.program.categories.count, rulebook.program.escalations.count))
  }

  deinit {
    searcher.deinitialize(count: 1)
    searcher.deallocate()
    factSearcher.deinitialize(count: 1)
    factSearcher.deallocate()
    signals.free()
    signalStamps.free()
    woken.free()
    hostSearches.free()
    escalations.free()
    conditions.categoryWakes.free()
    conditions.escalationWakes.free()
  }

  /// Takes the facts of the next comment.
  @inline(__always)
  mutating func take(_ sheet: FactSheet) {
    facts = sheet
    factCells = sheet.facts
  }

  mutating func number(_ cell: UInt32) -> Double { Double(bitPattern: UInt64(littleEndian: numbers[Int(cell)])) }

  /// A text of the program in UTF-8.
  mutating func text(_ number: UInt32) -> UnsafeRawBufferPointer {
    let (start, end) = (Int(texts[1 + Int(number)]), Int(texts[2 + Int(number)]))
    return UnsafeRawBufferPointer(start: textBytes + start, count: end - start)
  }

  mutating func string(_ number: UInt32) -> String { String(decoding: text(number), as: UTF8.self) }

  /// Begins to ask with another category, or another view of exceptions.
  mutating func ask(category: Int?, _ unknownException: UnknownException) {
    self.category = category
    self.unknownException = unknownException
    stamp &+= 1
  }

  // MARK: - Values

  mutating func holds(clause place: Int) -> Bool { value(clause: place) == .yes }

  /// What is known of a clause, by its place among the cells.
  mutating func value(clause place: Int) -> Truth {
    let when = value(place)
    let exceptionPlace = place + size(place)
    guard nodes[exceptionPlace] != 0 else { return when }
    // What does not hold anyway needs no exception.
    if when == .no { return .no }
    let exception = value(exceptionPlace + 1)
    switch unknownException {
    case .doesNotApply: return exception == .yes ? .no : when
    case .leavesUnknown: return min(when, !exception)
    }
  }

  @inline(__always)
  mutating func size(_ place: Int) -> Int { Int(nodes[place &+ 1]) }

  /// What is known of a condition, by its place among the cells.
  mutating func value(_ place: Int) -> Truth {
    let cells = nodes + place
    switch conditionKind(cells[0]) {
    case .all: return all(place)
    case .any: return any(place)
    case .none?: return !any(place)
    case .not: return !value(place + 2)
    case .signal: return value(signal: Int(cells[2]))
    case .found: return isFound(Int(cells[2]))
    case .termCount: return Truth(passes(cells + 3, Double(searcher.pointee.count(of: Int(cells[2])))))
    case .measure: return Truth(passes(cells + 4, searcher.pointee.reader.pointee.measure(Int(cells[2]))))
    case .fact: return value(ofFact: Int(cells[2]), cells + 4)
    case .category: return Truth(isCategory(cells + 2))
    default: return rareValue(place)
    }
  }

  /// What is asked seldom, aside, so that what is asked often keeps to few registers.
  @inline(never)
  private mutating func rareValue(_ place: Int) -> Truth {
    let cells = nodes + place
    switch conditionKind(cells[0]) {
    case .count: return count(place)
    case .score: return Truth(passes(cells + 3, searcher.pointee.score(of: Int(cells[2]))))
    case .factText: return value(ofTextOfFact: Int(cells[2]), cells + 4)
    case .strikes: return value(ofStrikesOn: Int(cells[2]), cells + 4)
    case .timeOpen: return Truth(facts.situation?.isOpen(team: Int(cells[2])) ?? false)
    case .history: return value(ofHistory: cells)
    case .mode: return Truth((0..<Int(cells[3])).contains { facts.modes[Int(cells[4 + $0])] })
    case .withoutEffect: return .unknown
    // Only promises ask for what is `never`, and they are about decisions that were made.
    default: return .no
    }
  }

  private mutating func all(_ place: Int) -> Truth {
    var (part, least) = (place + 3, Truth.yes)
    for _ in 0..<nodes[place + 2] {
      let value = value(part)
      if value == .no { return .no }
      least = min(least, value)
      part += size(part)
    }
    return least
  }

  private mutating func any(_ place: Int) -> Truth {
    var (part, most) = (place + 3, Truth.no)
    for _ in 0..<nodes[place + 2] {
      let value = value(part)
      if value == .yes { return .yes }
      most = max(most, value)
      part += size(part)
    }
    return most
  }

  /// Whether so many hold: known if the test says the same for every number that the unknown ones could make.
  private mutating func count(_ place: Int) -> Truth {
    var (part, certain, possible) = (place + 3, 0, 0)
    for _ in 0..<nodes[place + 2] {
      let value = value(part)
      if value == .yes { certain += 1 }
      if value != .no { possible += 1 }
      part += size(part)
    }
    let test = nodes + part
    let first = passes(test, Double(certain))
    for count in certain...possible where passes(test, Double(count)) != first { return .unknown }
    return Truth(first)
  }

  private mutating func value(signal: Int) -> Truth {
    if signalStamps[signal] == stamp { return Truth(rawValue: Int(signals[signal])) ?? .unknown }
    let value = value(clause: conditions.signal(signal))
    signalStamps[signal] = stamp
    signals[signal] = UInt8(value.rawValue)
    return value
  }
}
