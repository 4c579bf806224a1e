/// A literal with what it adds to a sum where it holds.
struct Summand {
  let literal: Literal
  let weight: Int
}

extension Circuit {
  /// A sum of more gates than this is left open.
  static let mostSumGates = 2_000_000
  /// Weights beyond this leave a sum open as well: a million of them still add up.
  private static let greatestWeight = 1 << 40

  /// Whether the weights of the summands that hold come to so much, at the least: a decision diagram over them in their
  /// order, in which what is left to reach is all that is remembered.
  ///
  /// - Parameter bound: of the size of a sum.
  /// - Returns: nil where that would take more than `mostSumGates`.
  mutating func sum(of summands: [Summand], isAtLeast bound: Int) -> Literal? {
    guard summands.allSatisfy({ (-Self.greatestWeight...Self.greatestWeight).contains($0.weight) }) else { return nil }
    // A negative weight is the opposite's positive one, and so much less to begin with.
    let turned = summands.filter { $0.weight != 0 }.map { summand in
      summand.weight < 0 ? Summand(literal: !summand.literal, weight: -summand.weight) : summand
    }.sorted { $0.weight > $1.weight }
    let debt = summands.reduce(0) { $0 + min(0, $1.weight) }
    let needs = needsBefore(turned, bound - debt)
    guard needs.reduce(0, { $0 + $1.count }) <= Self.mostSumGates else { return nil }
    var after: [Int: Literal] = [:]
    for (summand, levels) in zip(turned, needs).reversed() {
      var here: [Int: Literal] = [:]
      for need in levels {
        let with = reached(need - summand.weight, after), without = reached(need, after)
        here[need] = any([without, all([summand.literal, with])])
      }
      after = here
    }
    return reached(bound - debt, after)
  }

  /// What may be left to reach before each summand, as far as that is neither nothing nor more than all that follow.
  private func needsBefore(_ summands: [Summand], _ bound: Int) -> [[Int]] {
    var rest = summands.reduce(0) { $0 + $1.weight }
    var open: Set<Int> = [bound]
    var gates = 0
    var needs: [[Int]] = []
    for summand in summands {
      open = open.filter { $0 > 0 && $0 <= rest }
      needs.append(open.sorted())
      gates += open.count
      if gates > Self.mostSumGates { break }
      open.formUnion(open.map { $0 - summand.weight })
      rest -= summand.weight
    }
    return needs
  }

  /// What is left to reach is reached: surely where it is nothing, never where what follows has no way to it.
  private func reached(_ need: Int, _ after: [Int: Literal]) -> Literal { need <= 0 ? .yes : after[need] ?? .no }
}
