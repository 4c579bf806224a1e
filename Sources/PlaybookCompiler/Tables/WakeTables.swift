import DecisionModel

/// What must happen for a condition to hold: without it, nobody need look.
indirect enum Wake {
  /// Nothing in particular: it must be looked at for every comment.
  case always
  /// Something is found in the text.
  case search(Int)
  /// A leaf that asks facts, measures and the like holds: the node's place among the cells.
  case leaf(Int)
  case signal(Int)
  case all([Wake])
  case any([Wake])
}

/// Which categories and escalations each thing wakes that may happen.
struct WakeTables {
  private let program: DecisionProgram
  private var categories: [(place: Int, wake: Wake)] = []
  private var escalations: [(place: Int, wake: Wake)] = []
  private var signals: [Int: Wake] = [:]

  init(_ program: DecisionProgram) { self.program = program }

  mutating func add(signal: Int, _ wake: Wake) { signals[signal] = wake }
  mutating func add(category: Int, _ wake: Wake) { categories.append((category, wake)) }
  mutating func add(escalation: Int, _ wake: Wake) { escalations.append((escalation, wake)) }

  /// For categories, then for escalations: those that are always looked at; how many searches wake, and for each the search
  /// and whom; how many leaves wake, and for each the node's place and whom. Who is woken stands behind the place of a leaf
  /// that must hold as well, or 0: most need not be woken then, and what many ask is asked once.
  func write(to file: inout ProgramFileWriter) {
    file.add(.wakes, cells(of: categories) + cells(of: escalations))
  }

  private func cells(of clauses: [(place: Int, wake: Wake)]) -> [UInt32] {
    var always: [UInt32] = []
    var searches: [Int: [Woken]] = [:]
    var leaves: [Int: [Woken]] = [:]
    for (place, wake) in clauses {
      guard let events = events(of: wake, depth: 0) else {
        always.append(UInt32(place))
        continue
      }
      let woken = Woken(place: UInt32(place), condition: UInt32(wake.firstLeaf(beside: events) ?? 0))
      for event in events {
        switch event {
        case .search(let search): searches[search, default: []].append(woken)
        case .leaf(let leaf): leaves[leaf, default: []].append(woken)
        }
      }
    }
    return [UInt32(always.count)] + always + rows(searches) + rows(leaves)
  }

  private func rows(_ lists: [Int: [Woken]]) -> [UInt32] {
    [UInt32(lists.count)]
      + lists.sorted { $0.key < $1.key }.flatMap { event, woken in
        let groups = groups(woken)
        return [UInt32(event), UInt32(groups.count)] + groups
      }
  }

  private func groups(_ woken: [Woken]) -> [UInt32] {
    Dictionary(grouping: woken, by: \.condition).sorted { $0.key < $1.key }.flatMap { condition, woken in
      [condition, UInt32(woken.count)] + woken.map(\.place)
    }
  }

  /// Who is woken, and on what condition.
  private struct Woken {
    let place: UInt32
    let condition: UInt32
  }

  fileprivate enum Event: Hashable {
    case search(Int)
    case leaf(Int)
  }

  /// One of these must happen; nil where nothing need.
  private func events(of wake: Wake, depth: Int) -> Set<Event>? {
    switch wake {
    case .always: return nil
    case .search(let search): return [.search(search)]
    case .leaf(let place): return [.leaf(place)]
    case .signal(let signal): return depth < 256 ? signals[signal].flatMap { events(of: $0, depth: depth + 1) } : nil
    case .all(let parts):
      return parts.compactMap { events(of: $0, depth: depth + 1) }.min { Self.cost($0) < Self.cost($1) }
    case .any(let parts):
      let all = parts.map { events(of: $0, depth: depth + 1) }
      return all.allSatisfy { $0 != nil } ? all.reduce(into: []) { $0?.formUnion($1 ?? []) } : nil
    }
  }

  /// What stands in the text is rarer than what is asked of facts, and is found anyway.
  private static func cost(_ events: Set<Event>) -> Int {
    events.reduce(0) { sum, event in
      if case .search = event { sum + 1 } else { sum + 1000 }
    }
  }
}

extension Wake {
  /// The first leaf that must hold beside what wakes: of parts that must all hold.
  fileprivate func firstLeaf(beside events: Set<WakeTables.Event>) -> Int? {
    guard case .all(let parts) = self else { return nil }
    for case .leaf(let place) in parts where events != [.leaf(place)] { return place }
    return nil
  }
}
