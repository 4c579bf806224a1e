import DecisionModel

/// How hard an author is treated: from what is only recorded over what is said, what is taken out of sight and a time in
/// silence to a block, and a longer block.
public struct Severity: Hashable, Comparable, Sendable {
  private let step: Int
  /// How long a block lasts, in seconds; for good where it has no length.
  private let seconds: Double

  /// - Parameter hasWords: Whether something is said to the author.
  /// - Returns: Nil where an action of the playbook's own enforces: how hard that is nobody knows.
  init?(of orders: [ActionOrder], hasWords: Bool, in program: DecisionProgram) {
    let names = Set(orders.map { Array($0.action.utf8) })
    let actions = program.actions.filter { names.contains(Array($0.name.utf8)) }
    if actions.contains(where: { $0.kind == .enforce && !$0.isBuiltIn }) { return nil }
    let speaks = hasWords || actions.contains { $0.kind == .speak }
    let enforces = actions.contains { $0.kind == .enforce }
    let blocks = orders.filter(\.isBlock)
    step = !blocks.isEmpty ? 4 : orders.contains { $0.action == "mute" } ? 3 : enforces ? 2 : speaks ? 1 : 0
    // Of two blocks the longer stays.
    seconds = blocks.map { $0.terms.duration?.lengths.map(\.about).max() ?? .infinity }.max() ?? .infinity
  }

  public static func < (one: Severity, other: Severity) -> Bool {
    (one.step, one.seconds) < (other.step, other.seconds)
  }
}

extension ActionOrder {
  var isBlock: Bool { action == "block" }
}

extension RungRule {
  var blocks: Bool { must.contains(where: \.isBlock) }

  /// Whether an author hears of it before anything worse happens.
  var warns: Bool {
    !blocks && !wordings.isEmpty || must.contains { ["warn", "reply", "message"].contains($0.action) }
  }
}

extension Length {
  /// About how many seconds it lasts, a month being of thirty days.
  fileprivate var about: Double { seconds.map { Double($0) } ?? count * 30 * 86_400 }
}
