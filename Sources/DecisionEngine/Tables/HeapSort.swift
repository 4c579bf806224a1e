extension Pad {
  /// Sorts in place, without any memory beside it (heapsort, Williams 1964).
  mutating func sort(_ isBefore: (Element, Element) -> Bool) {
    guard count > 1 else { return }
    for root in stride(from: count / 2 - 1, through: 0, by: -1) { sift(root, count, isBefore) }
    for end in stride(from: count - 1, to: 0, by: -1) {
      exchange(0, end)
      sift(0, end, isBefore)
    }
  }

  private func sift(_ start: Int, _ end: Int, _ isBefore: (Element, Element) -> Bool) {
    var root = start
    while root * 2 + 1 < end {
      var child = root * 2 + 1
      if child + 1 < end, isBefore(self[child], self[child + 1]) { child += 1 }
      guard isBefore(self[root], self[child]) else { return }
      exchange(root, child)
      root = child
    }
  }

  private func exchange(_ one: Int, _ other: Int) {
    let element = self[one]
    self[one] = self[other]
    self[other] = element
  }
}
