import DecisionEngine
import DecisionModel

/// A kind of comment that has to do with a ladder: the category that it gets, by how many strikes of the author are live
/// before it, where conditions ask for that.
struct Offence: Hashable, Sendable {
  /// By the level of strikes, the place of the category.
  let categories: [Int]
}

/// How many strikes make a difference to a ladder.
struct StrikeLevels: Sendable {
  /// The number of strikes beyond which nothing changes any more.
  let top: Int
  /// For each number up to `top`, which level it belongs to: in one level conditions cannot tell them apart.
  let levels: [Int]
  var count: Int { samples.count }

  /// - Returns: Nil where more strikes make a difference than are told apart.
  init?(of ladder: LadderRule, in program: DecisionProgram) {
    let tests = program.strikeTests(on: ladder.name)
    let bounds = tests.flatMap(\.bounds).map { $0.rounded(.up) + 1 }
    let top = max(Double(ladder.rungs.compactMap(\.strikes).max() ?? 1), bounds.max() ?? 1, 1)
    guard top <= Double(Self.most) else { return nil }
    self.top = Int(top)
    var signs: [[Bool]] = []
    let levels = (0...Int(top)).map { count in
      let sign = tests.map { $0.passes(Double(count)) }
      if let known = signs.firstIndex(of: sign) { return known }
      signs.append(sign)
      return signs.count - 1
    }
    self.levels = levels
    samples = signs.indices.map { level in levels.firstIndex(of: level) ?? 0 }
  }

  /// A number of strikes in each level.
  let samples: [Int]
  static let most = 60
}

extension DecisionProgram {
  /// The tests of an author's strikes on a ladder on which the category of a comment depends.
  fileprivate func strikeTests(on ladder: String) -> [NumberTest] {
    let clauses = categories.compactMap(\.clause) + signals.map(\.clause)
    return clauses.flatMap(\.conditions).compactMap { condition in
      if case .strikes(ladder, let test) = condition { test } else { nil }
    }
  }

  /// The categories once for each of some numbers of strikes on a ladder, one block of them after the other.
  fileprivate func separated(by counts: [Int], on ladder: String) -> DecisionProgram {
    var program = self
    program.categories = []
    program.escalations = []
    program.shadows = []
    for count in counts {
      func known(_ condition: Condition) -> Condition {
        condition.changed { part in
          switch part {
          case .strikes(ladder, let test): test.passes(Double(count)) ? .all([]) : .any([])
          case .signal(let name): .signal("\(name) at \(count)")
          default: part
          }
        }
      }
      func known(_ clause: Clause) -> Clause { Clause(when: known(clause.when), unless: clause.unless.map(known)) }
      program.signals += signals.map { SignalRule(name: "\($0.name) at \(count)", clause: known($0.clause)) }
      program.categories += categories.map { category in
        CategoryRule(
          name: "\(category.name) at \(count)", title: category.title, place: category.place,
          clause: known(category.clause ?? Clause(when: .all([]))), plan: nil, must: [], may: [], ladder: nil)
      }
    }
    // The last one takes what is left, and is not asked for.
    program.categories.append(
      CategoryRule(
        name: "none", title: "None", place: ClausePlace(anchor: "none", section: "", at: ""), clause: nil, plan: nil,
        must: [], may: [], ladder: nil))
    return program
  }
}

/// The kinds of comments that have to do with a ladder: they count on it, or their category depends on its strikes. There
/// are none where nothing counts.
struct Offences {
  private(set) var kinds: [Offence] = []
  /// Whether all of them were found.
  private(set) var isWhole = true
  /// What is known of the categories for each level of strikes; nil where there is one level alone.
  private var separated: PolicyProofs?
  private let categories: Int

  init(on ladder: LadderRule, _ levels: StrikeLevels, _ proofs: inout PolicyProofs) {
    let program = proofs.program
    categories = program.categories.count
    let counting = Set(program.categories.indices.filter { program.categories[$0].ladder == ladder.name })
    if levels.count > 1 {
      separated = try? PolicyProofs(program.separated(by: levels.samples, on: ladder.name))
      isWhole = separated != nil
    }
    var ways: [[Int]] = [[]]
    for _ in 0..<levels.count { ways = ways.flatMap { way in longer(way, among: counting, levels.count, &proofs) } }
    let counts = { (way: [Int]) in !counting.isDisjoint(with: way) }
    // What counts nowhere matters, too, where more strikes make another category of it.
    if ways.contains(where: counts) { kinds = ways.filter { counts($0) || Set($0).count > 1 }.map(Offence.init) }
  }

  /// So many ways for a comment to change its category with the author's strikes are told apart.
  private static let mostWays = 500
  private var asked = 0

  private mutating func longer(
    _ way: [Int], among counting: Set<Int>, _ levels: Int, _ proofs: inout PolicyProofs
  ) -> [[Int]] {
    (0..<categories).map { way + [$0] }.filter { way in
      if levels == 1, !counting.contains(way[0]) { return false }
      asked += 1
      guard asked <= Self.mostWays else {
        isWhole = false
        return false
      }
      let question = question(Offence(categories: way))
      return separated == nil ? !proofs.refutes(question) : separated?.refutes(question) == false
    }
  }

  /// A comment has the category in each level, and none above it.
  private func question(_ offence: Offence) -> PolicyQuestion {
    let parts = offence.categories.enumerated().map { level, category in
      let first = level * categories
      return (PolicyClause.category(first + category), (first..<(first + category)).map { PolicyClause.category($0) })
    }
    return PolicyQuestion(holding: parts.map(\.0), failing: parts.flatMap(\.1))
  }

  /// A comment of the kind, which the engine has judged; nil where none was found.
  mutating func witness(of offence: Offence, _ proofs: inout PolicyProofs) -> Witness? {
    let question = question(offence)
    let answer = separated?.answer(question, explains: false) ?? proofs.answer(question, explains: false)
    if case .possible(let witness) = answer { return witness }
    return nil
  }
}
