/// Variables, of which the most active comes first; of several that are, the one that was made first, so that the same
/// questions are always answered in the same way.
struct ActivityHeap {
  private var activity: [Double] = []
  private var order: [Int32] = []
  /// By variable: where it stands in `order`; negative where it does not.
  private var places: [Int32] = []
  private var bump = 1.0

  mutating func addVariable() {
    activity.append(0)
    places.append(-1)
  }

  mutating func removeAll() {
    for variable in order { places[Int(variable)] = -1 }
    order.removeAll(keepingCapacity: true)
  }

  mutating func insert(_ variable: Int) {
    guard places[variable] < 0 else { return }
    order.append(Int32(variable))
    places[variable] = Int32(order.count - 1)
    rise(from: order.count - 1)
  }

  mutating func popFirst() -> Int? {
    guard let first = order.first else { return nil }
    let last = order.removeLast()
    places[Int(first)] = -1
    if !order.isEmpty {
      order[0] = last
      places[Int(last)] = 0
      sink(from: 0)
    }
    return Int(first)
  }

  /// A variable took part in a conflict.
  mutating func raise(_ variable: Int) {
    activity[variable] += bump
    if activity[variable] > 1e100 {
      for index in activity.indices { activity[index] *= 1e-100 }
      bump *= 1e-100
    }
    if places[variable] >= 0 { rise(from: Int(places[variable])) }
  }

  /// What took part long ago counts for less.
  mutating func fade() { bump /= 0.95 }

  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    let (mine, theirs) = (activity[Int(one)], activity[Int(other)])
    return mine > theirs || mine == theirs && one < other
  }

  private mutating func rise(from start: Int) {
    var place = start
    while place > 0, precedes(order[place], order[(place - 1) / 2]) {
      swap(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink(from start: Int) {
    var place = start
    while true {
      let (left, right) = (2 * place + 1, 2 * place + 2)
      var first = place
      if left < order.count, precedes(order[left], order[first]) { first = left }
      if right < order.count, precedes(order[right], order[first]) { first = right }
      guard first != place else { return }
      swap(place, first)
      place = first
    }
  }

  private mutating func swap(_ one: Int, _ other: Int) {
    order.swapAt(one, other)
    places[Int(order[one])] = Int32(one)
    places[Int(order[other])] = Int32(other)
  }
}
