package import DecisionModel

/// What is known of a condition (Kleene's strong logic of three values).
///
/// The order is that of how much holds, so that `all` is the least of its parts and `any` the greatest.
public enum Truth: Int, Comparable, Sendable {
  case no, unknown, yes

  public static func < (one: Truth, other: Truth) -> Bool { one.rawValue < other.rawValue }

  package init(_ isSo: Bool) { self = isSo ? .yes : .no }

  package static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  package static func all(_ truths: some Sequence<Truth>) -> Truth { truths.min() ?? .yes }
  package static func any(_ truths: some Sequence<Truth>) -> Truth { truths.max() ?? .no }

  /// Whether so many hold: known if the test says the same for every number that the unknown ones could make.
  package static func count(_ truths: [Truth], passes test: NumberTest) -> Truth {
    let certain = truths.count { $0 == .yes }
    let possible = certain + truths.count { $0 == .unknown }
    let outcomes = Set((certain...possible).map { test.passes(Double($0)) })
    return outcomes.count == 1 ? Truth(outcomes.contains(true)) : .unknown
  }
}
