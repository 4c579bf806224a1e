import DecisionModel

/// The numbers of one kind, parted so that the tests which are asked of them say the same of all in a part: each part by
/// one of its numbers, in order.
enum NumberSteps {
  /// Whole numbers in a range; each part by its first number.
  static func whole(_ tests: [NumberTest], in range: ClosedRange<Int>) -> [Double] {
    let cuts = tests.flatMap(\.bounds).flatMap { bound -> [Int] in
      guard bound.magnitude < 0x1p53 else { return [] }
      let below = Int(bound) - (Double(Int(bound)) > bound ? 1 : 0)
      return [below - 1, below, below + 1]
    }
    let inside = Set(cuts.filter(range.contains) + [range.lowerBound, range.upperBound]).sorted()
    return joined(inside.map(Double.init), tests) { first, _ in first }
  }

  /// Any numbers in a range; each part by the simplest number of it that is known.
  static func real(_ tests: [NumberTest], in range: ClosedRange<Double>) -> [Double] {
    let bounds = Set(tests.flatMap(\.bounds)).sorted()
    let between = zip(bounds, bounds.dropFirst()).compactMap { roundNumber(between: $0, $1) }
    let outside = [bounds.first.map { $0.rounded(.down) - 1 }, bounds.last.map { $0.rounded(.up) + 1 }]
    let ends = [range.lowerBound, range.upperBound].filter { $0.magnitude < .greatestFiniteMagnitude }
    let all = bounds + between + outside.compactMap { $0 } + ends + [0]
    return joined(Set(all.filter(range.contains)).sorted(), tests) { simpler($0, $1) }
  }

  /// Whole numbers before others, and what is nearer to nothing before what is farther.
  private static func simpler(_ one: Double, _ other: Double) -> Double {
    let (isWhole, isOtherWhole) = (one == one.rounded(), other == other.rounded())
    if isWhole != isOtherWhole { return isWhole ? one : other }
    return one.magnitude <= other.magnitude ? one : other
  }

  /// Neighbours that all tests take for the same are one part, and one of them names it.
  private static func joined(
    _ numbers: [Double], _ tests: [NumberTest], naming: (Double, Double) -> Double
  ) -> [Double] {
    var steps: [(number: Double, passes: [Bool])] = []
    for number in numbers {
      let passes = tests.map { $0.passes(number) }
      if let last = steps.last, last.passes == passes {
        steps[steps.count - 1].number = naming(last.number, number)
      } else {
        steps.append((number, passes))
      }
    }
    return steps.map(\.number)
  }

  /// A number between two others that is short to write; nil where there is none.
  private static func roundNumber(between low: Double, _ high: Double) -> Double? {
    let middle = low + (high - low) / 2
    guard low < middle, middle < high else { return nil }
    var size = 1e15
    while size >= 1e-6 {
      let candidates = [(middle / size).rounded(.down) * size, ((low / size).rounded(.down) + 1) * size]
      if let candidate = candidates.first(where: { low < $0 && $0 < high }) { return candidate }
      size /= 10
    }
    return middle
  }
}
