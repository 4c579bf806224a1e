// What is possible, shown without much work.
extension PolicyProofs {
  /// Which of several questions a comment shows to be possible that has nothing but what must hold: most often one does,
  /// and then nothing is asked of all the rest. The others may be possible as well.
  mutating func showPossible(_ questions: [(holding: [Literal], failing: [Literal])]) -> [Bool] {
    var isShown = Array(repeating: false, count: questions.count)
    var (places, ways): ([Int], [[Int]]) = ([], [])
    for (place, question) in questions.enumerated() {
      if case .possible = solve(question.holding) {
        places.append(place)
        ways.append(formula.space.circuit.solver.trueVariables)
      }
      guard ways.count == TriedWays.most || place == questions.count - 1 else { continue }
      let tried = TriedWays(ways, in: formula.space.circuit)
      for (way, place) in places.enumerated() {
        let literals = questions[place].holding + questions[place].failing
        isShown[place] = tried.holding(literals) >> UInt64(way) & 1 == 1
      }
      (places, ways) = ([], [])
    }
    return isShown
  }
}
