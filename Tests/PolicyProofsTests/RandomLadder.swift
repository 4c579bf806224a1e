import DecisionModel
import TestSupport

/// A random small ladder with the categories that lead onto it, and every comment that differs to them.
struct RandomLadder: CustomStringConvertible {
  private(set) var program = DecisionProgram(playbook: "random", version: nil, zone: .utc)
  let comments: [Comment]
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    comments = ["bad", "worse", "bad worse", "fine"].map { Comment(text: Array($0.utf8), now: Instant(seconds: 0)) }
    program.facts = [FactDefinition(name: "author.id", type: .identity)]
    program.actions = ActionDefinition.ordered(declared: [])
    program.ladders = [ladder()]
    program.categories = ["bad", "worse"].shuffled(using: &generator).flatMap { name in
      chance(3) ? [category(name, known: true), category(name, known: false)] : [category(name, known: false)]
    }
    program.categories.append(CategoryRule("other", nil))
  }

  private mutating func chance(_ of10: Int) -> Bool { Int.random(in: 0..<10, using: &generator) < of10 }

  private mutating func ladder() -> LadderRule {
    let count = Int.random(in: 2...4, using: &generator)
    var rungs: [RungRule] = []
    var strikes = 0
    for number in 0..<count {
      strikes += chance(2) ? 0 : chance(8) ? 1 : 2
      let needs = number > 0 && chance(6) ? rungs.randomElement(using: &generator)?.name : nil
      rungs.append(
        RungRule(
          name: "rung-\(number)", place: place("ladder.l.rung-\(number)"), strikes: chance(1) ? nil : strikes,
          needs: needs, must: [order(near: number, of: count)], may: [], wordings: []))
    }
    return LadderRule(name: "l", title: "L", forgetAfter: chance(8) ? Length(90, .days) : nil, rungs: rungs)
  }

  /// Mostly harder on later rungs.
  private mutating func order(near number: Int, of count: Int) -> ActionOrder {
    let actions = ["monitor", "warn", "hide", "mute", "block"]
    let usual = min(number * actions.count / count + (chance(5) ? 1 : 0), actions.count - 1)
    return ActionOrder(action: chance(9) ? actions[usual] : actions.randomElement(using: &generator) ?? "monitor")
  }

  /// - Parameter known: whether it is about authors who have strikes already.
  private mutating func category(_ name: String, known: Bool) -> CategoryRule {
    var conditions: [Condition] = [.says([name])]
    if known {
      let bound = Double(Int.random(in: 1...2, using: &generator))
      conditions.append(.strikes("l", chance(5) ? .atLeast(bound) : .exactly(bound)))
    }
    var rule = CategoryRule(
      known ? "\(name)-known" : name, Clause(when: .all(conditions)),
      must: chance(2) ? [ActionOrder(action: "hide")] : [], ladder: chance(known ? 6 : 9) ? "l" : nil)
    if chance(2) { rule.strikes = 2 }
    if chance(2) { rule.noLowerThan = program.ladders[0].rungs.randomElement(using: &generator)?.name }
    return rule
  }

  var description: String {
    let ladder = program.ladders[0]
    let rungs = ladder.rungs.map { rung in
      "\(rung.name) at \(rung.strikes ?? -1) needs \(rung.needs ?? "-") \(rung.must.map(\.action))"
    }
    let categories = program.categories.map { category in
      "\(category.name) counts \(category.strikes) least \(category.noLowerThan ?? "-") on \(category.ladder ?? "-")"
        + " \(category.must.map(\.action)) \(category.clause.map(String.init(describing:)) ?? "")"
    }
    let end = ladder.forgetAfter == nil ? "never forgotten" : "forgotten"
    return (rungs + categories + [end]).joined(separator: "\n")
  }
}

private func place(_ anchor: String) -> ClausePlace { ClausePlace(anchor: anchor, section: "", at: "") }

extension CategoryRule {
  fileprivate init(_ name: String, _ clause: Clause?, must: [ActionOrder] = [], ladder: String? = nil) {
    self.init(
      name: name, title: name, place: DecisionModel.ClausePlace(anchor: "category.\(name)", section: "", at: ""),
      clause: clause, plan: nil, must: must, may: [], ladder: ladder)
  }
}
