/// The candidate that was probably meant by a misspelt name: the nearest by insertions, deletions, replacements and
/// swaps of neighbours (optimal string alignment, Damerau 1964), at most a third of the name away.
public func nearest<Candidates: Sequence<String>>(to name: String, among candidates: Candidates) -> String? {
  let wanted = Array(name.utf8)
  // Nothing as long as that has a name, and the work grows with the square of the length.
  guard wanted.count <= NameStyle.longest else { return nil }
  let furthest = max(1, wanted.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let bytes = Array(candidate.utf8)
    guard abs(bytes.count - wanted.count) <= furthest else { continue }
    let distance = editDistance(wanted, bytes)
    guard distance <= furthest else { continue }
    if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

private func editDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
  var twoBefore: [Int] = []
  var before = Array(0...other.count)
  for row in 0..<one.count {
    var current = [row + 1]
    for column in 0..<other.count {
      var cost = min(before[column + 1] + 1, current[column] + 1, before[column] + (one[row] == other[column] ? 0 : 1))
      if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
        cost = min(cost, twoBefore[column - 1] + 1)
      }
      current.append(cost)
    }
    twoBefore = before
    before = current
  }
  return before[other.count]
}
