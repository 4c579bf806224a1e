import DecisionModel
import Testing

@testable import DecisionEngine
@testable import DecisionOracle

@Suite struct TruthTests {
  static let all: [Truth] = [.no, .unknown, .yes]

  @Test(
    arguments: [
      (.yes, .yes, .yes, .yes), (.yes, .unknown, .unknown, .yes), (.yes, .no, .no, .yes),
      (.unknown, .unknown, .unknown, .unknown), (.unknown, .no, .no, .unknown), (.no, .no, .no, .no),
    ] as [(Truth, Truth, Truth, Truth)])
  func `all and any are Kleene's`(one: Truth, other: Truth, both: Truth, either: Truth) {
    #expect(Truth.all([one, other]) == both)
    #expect(Truth.all([other, one]) == both)
    #expect(Truth.any([one, other]) == either)
    #expect(Truth.any([other, one]) == either)
  }

  @Test(arguments: [(.yes, .no), (.unknown, .unknown), (.no, .yes)] as [(Truth, Truth)])
  func `not turns what is known`(truth: Truth, opposite: Truth) {
    #expect(!truth == opposite)
  }

  @Test func `all of nothing holds and any of nothing does not`() {
    #expect(Truth.all([]) == .yes)
    #expect(Truth.any([]) == .no)
  }

  static let tests: [NumberTest] = [
    .exactly(0), .exactly(2), .not(1), .atLeast(1), .atLeast(4), .atMost(0), .atMost(3), .moreThan(2), .lessThan(1),
    .between(1, 2), .anyOf([.exactly(0), .exactly(3)]),
  ]

  /// Every way in which the unknown ones may turn out is tried.
  @Test(arguments: tests)
  func `a count is known if every outcome agrees`(test: NumberTest) {
    for one in Self.all {
      for two in Self.all {
        for three in Self.all {
          let outcomes = Set(Self.settled([one, two, three]).map { test.passes(Double($0.count { $0 == .yes })) })
          let expected: Truth = outcomes == [true] ? .yes : outcomes == [false] ? .no : .unknown
          #expect(Truth.count([one, two, three], passes: test) == expected)
        }
      }
    }
  }

  private static func settled(_ truths: [Truth]) -> [[Truth]] {
    truths.reduce([[]]) { outcomes, truth in
      let possible: [Truth] = truth == .unknown ? [.yes, .no] : [truth]
      return outcomes.flatMap { outcome in possible.map { outcome + [$0] } }
    }
  }
}
