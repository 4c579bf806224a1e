import CommentText
import DecisionModel

/// Conditions as the engine walks them: names settled, cheap parts first; and what must happen for each clause to hold.
struct ConditionTables {
  private let program: DecisionProgram
  private let matching: TextMatching
  private let places: ProgramPlaces
  private let texts: CellTables
  private(set) var searches: SearchTables
  private var cells: CellWriter
  private var wakes: WakeTables
  private var searchedFacts: Set<Int> = []
  /// The measures that are asked for, by their numbers.
  private var measures: Set<Int> = []
  /// Where each leaf stands first: leaves that ask the same are one.
  private var leaves: [[UInt32]: Int] = [:]

  init(_ program: DecisionProgram, _ matching: TextMatching, _ texts: CellTables) {
    self.program = program
    self.matching = matching
    self.texts = texts
    places = ProgramPlaces(program)
    searches = SearchTables(matching, texts)
    cells = CellWriter(texts)
    wakes = WakeTables(program)
    for lexicon in program.lexicons { _ = searches.add(lexicon) }
    writeAll()
  }

  func write(to file: inout ProgramFileWriter) {
    file.add(.conditions, cells.cells)
    wakes.write(to: &file)
    searches.write(to: &file)
  }

  /// Where each clause begins, by what it belongs to, then the clauses.
  private mutating func writeAll() {
    let signals = program.signals.map { Optional($0.clause) }
    let categories = program.categories.map(\.clause)
    let escalations = program.escalations.map { Optional($0.clause) }
    let plans = program.plans.map { ($0.steps.map(\.clause), $0.followUps.map(\.clause)) }
    let shadows = program.shadows.map { Optional($0.clause) }
    let groups = [signals, categories, escalations] + plans.flatMap { [$0.0, $0.1] } + [shadows]
    let start = cells.cells.count
    for _ in 0..<groups.reduce(0, { $0 + $1.count }) + 2 { cells.write(0) }
    cells.set(start + 1, to: signals.count)
    var place = start + 2
    for (group, clauses) in groups.enumerated() {
      for (index, clause) in clauses.enumerated() {
        if let clause {
          cells.set(place, to: cells.cells.count)
          let checked = write(clause)
          if group == 0 { wakes.add(signal: index, checked) }
          if group == 1 { wakes.add(category: index, checked) }
          if group == 2 { wakes.add(escalation: index, checked) }
        }
        place += 1
      }
    }
    cells.set(start, to: cells.cells.count)
    cells.write(places.signalOrder) { $0.write($1) }
    cells.write(searchedFacts.sorted()) { $0.write($1) }
    cells.write(measures.reduce(0) { $0 | 1 << $1 })
  }

  private mutating func write(_ clause: Clause) -> Wake {
    let wake = write(clause.when)
    cells.write(clause.unless != nil)
    if let unless = clause.unless { _ = write(unless) }
    return wake
  }
}

// Nodes: what they are, how many cells they have, and their values.
extension ConditionTables {
  /// Writes a condition, and tells what must happen for it to hold.
  private mutating func write(_ condition: Condition) -> Wake {
    let place = cells.cells.count
    cells.write(0)
    cells.write(0)
    let (kind, wake) = writeValues(condition, at: place)
    cells.set(place, to: kind.rawValue)
    cells.set(place + 1, to: cells.cells.count - place)
    guard case .leaf = wake else { return wake }
    let leaf = Array(cells.cells[place...])
    if leaves[leaf] == nil { leaves[leaf] = place }
    return .leaf(leaves[leaf] ?? place)
  }

  private mutating func writeValues(_ condition: Condition, at place: Int) -> (ConditionKind, Wake) {
    switch condition {
    case .all(let parts): return (.all, .all(write(parts)))
    case .any(let parts): return (.any, .any(write(parts)))
    case .none(let parts):
      _ = write(parts)
      return (.none, .always)
    case .not(let part):
      _ = write(part)
      return (.not, .always)
    case .count(let parts, let test):
      let wakes = write(parts)
      cells.write(test)
      return (.count, test.passes(0) ? .always : .any(wakes))
    case .signal(let name): return writeSignal(name)
    case .says(let phrases): return write(search: searches.add(phrases: phrases))
    case .matches(let expressions): return write(search: searches.add(expressions: expressions))
    case .linksTo(let hosts): return write(search: searches.add(hosts: hosts))
    case .uses(let lexicon): return write(search: places.lexicons[lexicon])
    case .termCount(let lexicon, let test): return write(.termCount, lexicon, test)
    case .score(let lexicon, let test): return write(.score, lexicon, test)
    default: return (writeFacts(condition), .leaf(place))
    }
  }

  private mutating func write(_ parts: [Condition]) -> [Wake] {
    cells.write(parts.count)
    return parts.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map { write($0.element) }
  }

  private mutating func writeSignal(_ name: String) -> (ConditionKind, Wake) {
    let signal = places.signals[name]
    cells.write(signal)
    return (.signal, .signal(signal))
  }

  private mutating func write(search: Int) -> (ConditionKind, Wake) {
    cells.write(search)
    return (.found, .search(search))
  }

  private mutating func write(_ kind: ConditionKind, _ lexicon: String, _ test: NumberTest) -> (ConditionKind, Wake) {
    let search = places.lexicons[lexicon]
    cells.write(search)
    cells.write(test)
    return (kind, test.passes(0) ? .always : .search(search))
  }

  /// What is asked beside the comment's text.
  private mutating func writeFacts(_ condition: Condition) -> ConditionKind {
    switch condition {
    case .measure(let measure, let test):
      measures.insert(Measure.allCases.firstIndex(of: measure) ?? 0)
      cells.write(case: measure)
      cells.write(test.words(for: measure))
      cells.write(test)
      return .measure
    case .fact(let name, let test): return write(fact: places.facts[name], test)
    case .strikes(let ladder, let test):
      cells.write(places.ladders[ladder])
      cells.write(test.words)
      cells.write(test)
      return .strikes
    case .timeOpen(let team):
      cells.write(places.teams[team])
      return .timeOpen
    case .history(let history, let length, let test):
      cells.write(case: history)
      cells.write(test.words(in: length))
      cells.write(length)
      cells.write(test)
      return .history
    case .mode(let wanted):
      cells.write(wanted.joined(separator: " or "))
      cells.write(wanted.map { places.modes[$0] }) { $0.write($1) }
      return .mode
    case .category(let wanted):
      cells.write(bits(of: wanted.map { places.categories[$0] })) { $0.write($1) }
      return .category
    case .withoutEffect(let key):
      cells.write(key)
      return .withoutEffect
    default: return .never
    }
  }

  private mutating func write(fact: Int, _ test: FactTest) -> ConditionKind {
    cells.write(fact)
    cells.write(test.words)
    let searches: [Int]
    switch test {
    case .says(let phrases): searches = [self.searches.add(phrases: phrases)]
    case .matches(let expressions): searches = [self.searches.add(expressions: expressions)]
    case .uses(let lexicons): searches = lexicons.map { places.lexicons[$0] }
    case .words(let words):
      // In the form in which the engine has the words of a comment.
      let normal = words.map { String(decoding: normalised(Array($0.utf8), matching), as: UTF8.self) }
      cells.write(FactTest.words(normal))
      return .fact
    default:
      cells.write(test)
      return .fact
    }
    searchedFacts.insert(fact)
    cells.write(searches) { $0.write($1) }
    return .factText
  }
}

extension Condition {
  /// How dear it is to look at, so that the cheap parts of a condition are looked at first.
  fileprivate var cost: Int {
    switch self {
    case .fact(_, .says), .fact(_, .uses), .fact(_, .matches): 6
    case .fact, .measure, .strikes, .mode, .category, .escalation, .withoutEffect: 0
    case .uses, .says, .termCount, .score: 1
    case .signal: 2
    case .timeOpen, .history: 3
    case .matches, .linksTo: 5
    case .all, .any, .none, .not, .count: 2 + (parts.map(\.cost).max() ?? 0)
    }
  }
}

/// A bit for each of some places, 32 to a cell.
private func bits(of places: [Int]) -> [UInt32] {
  var cells = Array(repeating: UInt32(0), count: (places.max() ?? -1) / 32 + 1)
  for place in places { cells[place / 32] |= 1 << UInt32(place % 32) }
  return cells
}
