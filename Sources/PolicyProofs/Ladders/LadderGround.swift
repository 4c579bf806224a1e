import DecisionEngine
import DecisionModel

/// A ladder as it is explored: what each kind of comment leads to, by how many strikes are live before it and which rungs
/// were carried out.
struct LadderGround: Sendable {
  let ladder: LadderRule
  /// The number of strikes beyond which nothing changes any more.
  let top: Int
  /// The rungs of which it matters whether they were carried out, by their places: those that another one needs, and
  /// those that warn.
  let tracked: [Int]
  /// Those of the tracked that warn, as bits.
  let warnings: Int
  let offences: [Offence]
  /// By number of strikes and set of rungs that were carried out: by offence.
  private let outcomes: [[Outcome]]
  /// The pairs of offences of which the second one is worse wherever both count.
  let worse: [(mild: Int, worse: Int)]

  /// What a comment leads to.
  struct Outcome: Hashable, Sendable {
    /// The place of its category in the program.
    let category: Int
    /// The rung that is taken.
    let rung: Int?
    /// The rung that its category takes at the least.
    let least: Int?
    /// How many strikes it counts for, none where its category is not on the ladder. More than `top` are as many.
    let weight: Int
    /// What of the tracked is ordered: 1 for the first of them; 0 for nothing.
    let order: Int
    /// How hard the rung and the category are on the author; nil where nobody knows.
    let severity: Severity?
    /// The same with the rung that the number of strikes reaches.
    let severityByNumber: Severity?

    /// Whether the number of strikes leads to the rung, and not what its category takes at the least.
    var isByNumber: Bool { rung ?? -1 > least ?? -1 }
  }

  /// Sequences are followed up to so many live strikes at once: all that make a difference, and one comment more. What
  /// falls later can only fall again in the place of what was forgotten.
  let horizon: Int

  static let mostTracked = 5

  /// - Returns: Nil where there are more rungs to remember than are told apart.
  init?(_ ladder: LadderRule, _ levels: StrikeLevels, offences: [Offence], in program: DecisionProgram) {
    let blocks = ladder.rungs.contains(where: \.blocks)
    let tracked = ladder.rungs.indices.filter { place in
      let rung = ladder.rungs[place]
      return blocks && rung.warns || ladder.rungs.contains { $0.needs == rung.name }
    }
    guard tracked.count <= Self.mostTracked else { return nil }
    self.ladder = ladder
    self.tracked = tracked
    top = levels.top
    warnings = tracked.indices.reduce(0) { $0 | (ladder.rungs[tracked[$1]].warns ? 1 << $1 : 0) }
    let table = OutcomeTable(ladder: ladder, tracked: tracked, levels: levels, program: program)
    var (kept, rows): ([Offence], [[Outcome]]) = ([], [])
    var looks: Set<[Outcome]> = []
    for offence in offences {
      // What nobody can tell apart by what follows is one kind.
      let row = table.row(of: offence)
      guard looks.insert(row.withoutNames).inserted else { continue }
      kept.append(offence)
      rows.append(row)
    }
    self.offences = kept
    outcomes = (0..<((levels.top + 1) << tracked.count)).map { place in rows.map { $0[place] } }
    horizon = levels.top + (rows.joined().map(\.weight).max() ?? 0)
    worse = rows.indices.flatMap { mild in
      rows.indices.filter { rows[$0].isWorse(than: rows[mild]) }.map { (mild, $0) }
    }
  }

  /// What each kind of comment leads to, by offence.
  func outcomes(after count: Int, done: Int) -> [Outcome] { outcomes[min(count, top) << tracked.count | done] }

  /// What each kind of comment leads to after a life, by offence.
  func outcomes(after lives: Lives, _ life: Int = 0) -> [Outcome] {
    outcomes(after: lives.total(in: life), done: lives.done(in: life))
  }
}

extension [LadderGround.Outcome] {
  /// Whether a kind of comment is worse than another one: wherever both count, it counts no less and leads no lower.
  fileprivate func isWorse(than other: Self) -> Bool { isNoMilder(than: other) && !other.isNoMilder(than: self) }

  private func isNoMilder(than other: Self) -> Bool {
    zip(self, other).allSatisfy { one, other in
      one.weight > 0 && other.weight > 0 && one.weight >= other.weight && one.least ?? -1 >= other.least ?? -1
    }
  }
}

extension [LadderGround.Outcome] {
  /// The same, where it makes no difference which the categories are, but where one turns into another.
  fileprivate var withoutNames: Self {
    var numbers: [Int: Int] = [:]
    return map { outcome in
      let number = numbers[outcome.category] ?? numbers.count
      numbers[outcome.category] = number
      return outcome.in(category: number)
    }
  }
}

extension LadderGround.Outcome {
  fileprivate func `in`(category: Int) -> LadderGround.Outcome {
    LadderGround.Outcome(
      category: category, rung: rung, least: least, weight: weight, order: order, severity: severity,
      severityByNumber: severityByNumber)
  }
}

/// Works out what comments lead to, by the rules by which the engine decides.
private struct OutcomeTable {
  let ladder: LadderRule
  let tracked: [Int]
  let levels: StrikeLevels
  let program: DecisionProgram

  /// For each number of strikes and each set of rungs that were carried out.
  func row(of offence: Offence) -> [LadderGround.Outcome] {
    (0...levels.top).flatMap { count in
      (0..<(1 << tracked.count)).map { done in
        outcome(of: offence.categories[levels.levels[count]], after: count, done: done)
      }
    }
  }

  private func outcome(of place: Int, after count: Int, done: Int) -> LadderGround.Outcome {
    let category = program.categories[place]
    guard category.ladder == ladder.name else {
      let severity = severity(of: category, nil)
      return .init(
        category: place, rung: nil, least: nil, weight: 0, order: 0, severity: severity, severityByNumber: severity)
    }
    let names = tracked.indices.filter { done & 1 << $0 != 0 }.map { Array(ladder.rungs[tracked[$0]].name.utf8) }
    let own = ladder.strikes(of: category)
    let reached = ladder.rungReached(
      by: count.adding(own), after: LadderHistory(strikes: count, done: names))
    let least = ladder.leastRung(for: category)
    let taken = [reached, least].compactMap { $0 }.max()
    return .init(
      category: place, rung: taken, least: least, weight: min(own, levels.top),
      order: taken.flatMap { tracked.firstIndex(of: $0) }.map { $0 + 1 } ?? 0,
      severity: severity(of: category, taken), severityByNumber: severity(of: category, reached))
  }

  private func severity(of category: CategoryRule, _ rung: Int?) -> Severity? {
    let rung = rung.map { ladder.rungs[$0] }
    let hasWords = !category.wordings.isEmpty || rung?.wordings.isEmpty == false
    return Severity(of: category.must + (rung?.must ?? []), hasWords: hasWords, in: program)
  }
}
