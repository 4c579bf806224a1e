import TestSupport
import Testing

@testable import PolicyProofs

/// The solver, held against looking at every way there is.
@Suite struct SolverTests {
  @Test func `random clauses hold together where some way makes them hold`() {
    var generator = SeededGenerator(seed: propertySeed("solver and every way"))
    for _ in 0..<3_000 {
      let tried = RandomClauses(&generator)
      #expect(tried.difference() == nil, "\(tried.clauses) assuming \(tried.questions)")
    }
  }

  /// Pigeons that are one more than the holes: short to say, and hard enough that much is learnt.
  @Test(arguments: 2...6) func `pigeons find no place in too few holes`(holes: Int) {
    var circuit = Circuit()
    let sits = (0...holes).map { _ in (0..<holes).map { _ in circuit.variable() } }
    for pigeon in sits { circuit.require(pigeon) }
    for hole in 0..<holes {
      for (place, pigeon) in sits.enumerated() {
        for other in sits[..<place] { circuit.require([!pigeon[hole], !other[hole]]) }
      }
    }
    let asked = sits.joined().map(\.variable)
    #expect(circuit.solve([], asking: asked, conflicts: 100_000) == .impossible([]))
  }

  @Test func `a question of too many conflicts is not decided`() {
    var circuit = Circuit()
    let sits = (0...8).map { _ in (0..<8).map { _ in circuit.variable() } }
    for pigeon in sits { circuit.require(pigeon) }
    for hole in 0..<8 {
      for (place, pigeon) in sits.enumerated() {
        for other in sits[..<place] { circuit.require([!pigeon[hole], !other[hole]]) }
      }
    }
    #expect(circuit.solve([], asking: sits.joined().map(\.variable), conflicts: 50) == .notDecided)
  }

  @Test func `sums are what adding says`() {
    var generator = SeededGenerator(seed: propertySeed("sums and adding"))
    for _ in 0..<400 {
      let weights = (0..<Int.random(in: 0...7, using: &generator)).map { _ in Int.random(in: -4...6, using: &generator)
      }
      let bound = Int.random(in: -10...20, using: &generator)
      var circuit = Circuit()
      let summands = weights.map { Summand(literal: circuit.variable(), weight: $0) }
      guard let sum = circuit.sum(of: summands, isAtLeast: bound) else { return #expect(Bool(false)) }
      for way in 0..<1 << weights.count {
        let holds = { (place: Int) in way >> place & 1 == 1 }
        let total = weights.indices.filter(holds).reduce(0) { $0 + weights[$1] }
        let value = circuit.value(of: sum) { variable in
          summands.firstIndex { $0.literal.variable == variable }.map(holds) ?? false
        }
        #expect(value == (total >= bound), "\(weights) at least \(bound)")
      }
    }
  }
}

/// Clauses and questions about them, few enough that every way can be looked at.
private struct RandomClauses {
  let variables: Int
  let clauses: [[Literal]]
  let questions: [[Literal]]

  init(_ generator: inout SeededGenerator) {
    let count = Int.random(in: 1...9, using: &generator)
    variables = count
    func literal() -> Literal {
      Literal(.random(in: 1...count, using: &generator), isOpposite: .random(using: &generator))
    }
    clauses = (0..<Int.random(in: 0...count * 5, using: &generator)).map { _ in
      (0..<Int.random(in: 1...4, using: &generator)).map { _ in literal() }
    }
    questions = (0..<6).map { _ in (0..<Int.random(in: 0...4, using: &generator)).map { _ in literal() } }
  }

  /// How the solver differs from what every way shows; the questions are asked one after the other.
  func difference() -> String? {
    var solver = Solver()
    for _ in 0..<variables { _ = solver.addVariable() }
    for clause in clauses { solver.add(clause) }
    for question in questions {
      switch solver.solve(assuming: question, deciding: Array(1...variables), conflicts: 10_000) {
      case .notDecided: return "\(question) is not decided"
      case .impossible(let core):
        if !core.allSatisfy(question.contains) { return "\(core) was not asked" }
        if isPossible(core) { return "\(core) is possible" }
      case .possible:
        let wanted = question.map { [$0] } + clauses
        if !wanted.allSatisfy({ $0.contains(where: solver.model.holds) }) { return "\(question): no model" }
      }
    }
    return nil
  }

  private func isPossible(_ assumptions: [Literal]) -> Bool {
    let wanted = assumptions.map { [$0] } + clauses
    return (0..<1 << variables).contains { way in
      wanted.allSatisfy { $0.contains { (way >> ($0.variable - 1) & 1 == 1) != $0.isOpposite } }
    }
  }
}
