import CTextMasks
import DecisionModel

// Which clauses hold of a comment, as far as anything woke them.
extension Judge {
  /// Begins with a comment. Its facts are asked for while its text is read.
  mutating func begin(_ text: UnsafePointer<UInt8>, _ count: Int, _ sheet: FactSheet) {
    sheet.fetchPlaces()
    searcher.pointee.read(text, count)
    take(sheet)
    sheet.fetch()
    searcher.pointee.findAll()
    ask(category: nil, .doesNotApply)
  }

  /// Wakes the categories, or the escalations, that may hold; `clauses` is where their places stand among the cells.
  mutating func wake(_ wakes: borrowing WakeTables, _ clauses: Int) {
    let places = nodes + clauses
    woken.removeAll()
    for place in 0..<wakes.alwaysCount { wake(Int(wakes.always[place]), places) }
    for place in 0..<searcher.pointee.touched.count {
      wake(wakes.woken(by: Int(searcher.pointee.touched[place])), places)
    }
    for place in 0..<searcher.pointee.expressions.wokenExpressions.count {
      let expression = Int(searcher.pointee.expressions.wokenExpressions[place])
      let search = searcher.pointee.tables.search(ofTerm: searcher.pointee.expressions.term(of: expression))
      wake(wakes.woken(by: search), places)
    }
    if !searcher.pointee.reader.pointee.links.isEmpty {
      for place in 0..<hostSearches.count { wake(wakes.woken(by: Int(hostSearches[place])), places) }
    }
    var leaf = wakes.leaves
    for _ in 0..<wakes.leafCount {
      if value(Int(leaf[0])) == .yes { wake(leaf + 1, places) }
      leaf += 2 + Int(leaf[1])
    }
  }

  @inline(__always)
  private mutating func wake(_ clauses: UnsafePointer<UInt32>?, _ places: UnsafePointer<UInt32>) {
    guard let clauses else { return }
    var group = clauses + 1
    let end = group + Int(clauses[0])
    while group < end {
      let count = Int(group[1])
      if group[0] == 0 || value(Int(group[0])) != .no {
        for place in 0..<count { wake(Int(group[2 &+ place]), places) }
      }
      group += 2 + count
    }
  }

  /// Wakes a clause, and asks for its cells, which stand far from those of the others.
  @inline(__always)
  private mutating func wake(_ clause: Int, _ places: UnsafePointer<UInt32>) {
    woken.insert(clause)
    decorum_fetch(nodes + Int(places[clause]), 64)
  }

  /// The first category of which the clause holds, from one on; the last category holds where no other does.
  mutating func firstCategory(from start: Int = 0) -> Int {
    let last = conditions.categoryCount - 1
    var category = start
    while let next = woken.next(from: category), next < last {
      if holds(clause: conditions.category(next)) { return next }
      category = next + 1
    }
    return last
  }

  /// Puts the escalations that hold into `escalations`; the category must be settled.
  mutating func findEscalations() {
    escalations.removeAll()
    wake(conditions.escalationWakes, conditions.escalations)
    var start = 0
    while let next = woken.next(from: start) {
      if holds(clause: conditions.escalation(next)) { escalations.append(Int32(next)) }
      start = next + 1
    }
  }
}

extension Judge {
  /// All that holds of a comment, for a whole decision.
  mutating func holding() -> Holding {
    wake(conditions.categoryWakes, conditions.categories)
    let last = conditions.categoryCount - 1
    var holding = Holding(category: firstCategory())
    if holding.category < last { holding.found = found(clause: conditions.category(holding.category)) }
    holding.also = alsoHolding(after: holding.category)
    holding.shadowCategories = shadows(areEscalations: false)
    ask(category: holding.category, .doesNotApply)
    findEscalations()
    holding.escalations = escalations.elements.map { Int($0) }
    holding.foundByEscalation = holding.escalations.map { found(clause: conditions.escalation($0)) }
    holding.plan = facts.situation?.plan(of: holding.category, holding.escalations)
    if let plan = holding.plan {
      holding.steps = holdingSteps(of: plan)
      holding.followUps = holdingFollowUps(of: plan)
    }
    holding.standing = facts.situation?.standing(for: holding.category)
    holding.shadowEscalations = shadows(areEscalations: true)
    assume(&holding)
    return holding
  }

  private mutating func alsoHolding(after category: Int) -> [Int] {
    let last = conditions.categoryCount - 1
    var also: [Int] = []
    var next = firstCategory(from: category + 1)
    while next < last {
      also.append(next)
      next = firstCategory(from: next + 1)
    }
    return also
  }

  private mutating func holdingSteps(of plan: Int) -> [Int] {
    var holding: [Int] = []
    for step in rulebook.program.plans[plan].steps.indices {
      let clause = conditions.step(step, of: plan)
      if clause == 0 || holds(clause: clause) { holding.append(step) }
    }
    return holding
  }

  private mutating func holdingFollowUps(of plan: Int) -> [Int] {
    var holding: [Int] = []
    for followUp in rulebook.program.plans[plan].followUps.indices {
      let clause = conditions.followUp(followUp, of: plan)
      if clause == 0 || holds(clause: clause) { holding.append(followUp) }
    }
    return holding
  }

  private mutating func shadows(areEscalations: Bool) -> [Reason] {
    var reasons: [Reason] = []
    for (place, shadow) in rulebook.program.shadows.enumerated() where shadow.isEscalation == areEscalations {
      let clause = conditions.shadow(place)
      if holds(clause: clause) { reasons.append(Reason(place: shadow.place, found: found(clause: clause))) }
    }
    return reasons
  }

  /// Which facts were not given and could have mattered: before the category was settled, and after.
  private mutating func assume(_ holding: inout Holding) {
    ask(category: nil, .leavesUnknown)
    var before = Assumptions()
    for category in 0...holding.category { assume(clause: conditions.category(category), &before) }
    holding.missingBefore = before.inOrder
    ask(category: holding.category, .leavesUnknown)
    var after = Assumptions()
    for escalation in rulebook.program.escalations.indices {
      assume(clause: conditions.escalation(escalation), &after)
    }
    if let plan = holding.plan {
      let rule = rulebook.program.plans[plan]
      for step in rule.steps.indices { assume(clause: conditions.step(step, of: plan), &after) }
      for followUp in rule.followUps.indices { assume(clause: conditions.followUp(followUp, of: plan), &after) }
    }
    holding.missingAfter = after.inOrder
  }
}
