/// States in the order in which they are reached, the nearest first, each with how it was reached.
struct SequenceSearch<State: Hashable, Event> {
  private(set) var states: [State] = []
  /// By how many events each state is reached.
  private(set) var lengths: [Int] = []
  private var origins: [(from: Int?, event: Event)?] = []
  private var known: [State: Int] = [:]
  /// So many states are told apart at the most.
  private let most: Int
  /// Whether there were more.
  private(set) var isCut = false

  init(most: Int) { self.most = most }

  /// A state with which sequences begin, or that one event alone leads to.
  mutating func begin(with state: State, by event: Event? = nil) {
    add(state, event.map { (nil, $0) }, length: event == nil ? 0 : 1)
  }

  /// A state that an event leads to from another one, given by its place.
  mutating func reach(_ state: State, from place: Int, by event: Event) {
    add(state, (place, event), length: lengths[place] + 1)
  }

  private mutating func add(_ state: State, _ origin: (from: Int?, event: Event)?, length: Int) {
    if known[state] != nil { return }
    guard states.count < most else {
      isCut = true
      return
    }
    known[state] = states.count
    states.append(state)
    lengths.append(length)
    origins.append(origin)
  }

  /// What leads to a state, in its order.
  func events(to place: Int) -> [Event] {
    var (place, events): (Int?, [Event]) = (place, [])
    while let current = place, let origin = origins[current] {
      events.append(origin.event)
      place = origin.from
    }
    return events.reversed()
  }
}
