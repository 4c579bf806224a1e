import CommentText
import DecisionModel

/// Regular expressions as a program file holds them: as tables of states, or as the automaton itself where the table
/// would be too large; and what must stand in a text for each of them to be worth a look.
struct ExpressionTables {
  private var machines: [(term: UInt32, cells: [UInt32])] = []
  private var triggers = TriggerTables()

  var count: Int { machines.count }

  mutating func add(_ expression: RegularExpression, term: UInt32) {
    triggers.add(Trigger(expression.pattern), expression: UInt32(machines.count))
    let alphabet = expression.forwards.alphabet
    machines.append((term, alphabet.cells + expression.backwards.cells + expression.forwards.cells))
  }

  /// How many there are, the term and the place of each, and the machines.
  func write(to file: inout ProgramFileWriter) {
    var places: [UInt32] = []
    var cells: [UInt32] = []
    let start = 1 + machines.count * 2
    for machine in machines {
      places += [machine.term, UInt32(start + cells.count)]
      cells += machine.cells
    }
    file.add(.expressions, [UInt32(machines.count)] + places + cells)
    file.add(.triggers, triggers.cells)
  }
}

extension Alphabet {
  /// Stretches and symbols, then the symbols of ASCII, where each stretch begins, the symbol of each, and what each symbol
  /// is beside a place.
  fileprivate var cells: [UInt32] {
    let ascii = (0..<128).map { symbol(of: $0) }
    return [UInt32(starts.count), UInt32(count)] + packed(ascii) + starts + symbols.map(UInt32.init)
      + neighbours.map { UInt32($0.rawValue) }
  }
}

extension PatternSearch {
  /// 1, states, width, the four first states, cells of ways, ways of 16 bits; or 0 and the automaton.
  fileprivate var cells: [UInt32] {
    guard let table else { return [0] + automaton.cells(alphabet) }
    let ways = packed(table.ways.map { UInt16(truncatingIfNeeded: $0) })
    return [1, UInt32(table.ways.count / table.width), UInt32(table.width)] + table.starts.map(UInt32.init)
      + [UInt32(ways.count)] + ways
  }
}

extension Automaton {
  /// Steps, the first one, cells of a set, sets; then the steps (kind and two values), then the symbols of each set.
  fileprivate func cells(_ alphabet: Alphabet) -> [UInt32] {
    let width = alphabet.count / 32 + 1
    let rows = sets.flatMap { set -> [UInt32] in
      var row = Array(repeating: UInt32(0), count: width)
      for symbol in alphabet.symbols(in: set) { row[Int(symbol) / 32] |= 1 << UInt32(symbol % 32) }
      return row
    }
    return [UInt32(steps.count), UInt32(start), UInt32(width), UInt32(sets.count)] + steps.flatMap(\.cells) + rows
  }
}

extension Automaton.Step {
  fileprivate var cells: [UInt32] {
    switch self {
    case .character(let set, let next): [0, UInt32(set), UInt32(next)]
    case .assertion(let assertion, let next): [1, assertion.number, UInt32(next)]
    case .either(let one, let other): [2, UInt32(one), UInt32(other)]
    case .found: [3, 0, 0]
    }
  }
}

extension Assertion {
  fileprivate var number: UInt32 {
    switch self {
    case .textStart: 0
    case .textEnd: 1
    case .lineStart: 2
    case .lineEnd: 3
    case .wordEdge: 4
    case .noWordEdge: 5
    }
  }
}

/// Two numbers of 16 bits in each cell.
private func packed(_ numbers: [UInt16]) -> [UInt32] {
  stride(from: 0, to: numbers.count, by: 2).map { place in
    UInt32(numbers[place]) | (place + 1 < numbers.count ? UInt32(numbers[place + 1]) << 16 : 0)
  }
}
