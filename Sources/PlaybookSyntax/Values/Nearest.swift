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

/// The candidate that was meant with such certainty that it can be written without asking: one slip of the finger away
/// (a letter too many, too few, wrong, or two swapped) in one word of at least five letters, not in its first letter
/// and in no digit, and the only candidate of which that is true.
///
/// So `uk-team` is not taken for `us-team`, nor `tier-3` for `tier-2`.
public func certainlyMeant<Candidates: Sequence<String>>(by name: String, among candidates: Candidates) -> String? {
  guard name.utf8.count <= NameStyle.longest else { return nil }
  let wanted = words(of: name)
  let meant = candidates.filter {
    abs($0.utf8.count - name.utf8.count) <= 1 && $0.utf8.first == name.utf8.first
      && isSlip(wanted, of: words(of: $0))
  }
  return meant.count == 1 ? meant.first : nil
}

private func words(of name: String) -> [[UInt8]] {
  Array(name.utf8).split(omittingEmptySubsequences: false) { "-_. ".utf8.contains($0) }.map { Array($0) }
}

private func isSlip(_ written: [[UInt8]], of meant: [[UInt8]]) -> Bool {
  let different = zip(written, meant).filter { $0 != $1 }
  guard written.count == meant.count, different.count == 1, let (one, other) = different.first else { return false }
  let areLetters = (one + other).allSatisfy { (0x61...0x7A).contains($0) }
  return min(one.count, other.count) >= 5 && abs(one.count - other.count) <= 1 && areLetters
    && one.first == other.first && editDistance(one, other) == 1
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
