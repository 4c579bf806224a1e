import CommentText
import DecisionEngine
import DecisionModel
import DecisionOracle

/// Everything that a comment can be, as far as the conditions of a program can tell: a text, facts that are given or
/// not, an author's history, the hour.
struct CommentSpace {
  var circuit = Circuit()
  let program: DecisionProgram
  let names: Names
  let asked: AskedTests
  /// What is found in the comment's text, and in the facts that are texts, by their places.
  var text: TextAtoms
  var factTexts: [Int: TextAtoms] = [:]
  let measures: [Measure: Choice<Double>]
  /// When the comment came: `post.at` where that is given, else the instant of the decision.
  let start: Choice<Instant>
  /// By the place of the fact: whether it is given, and its value.
  private(set) var given: [Int: Literal] = [:]
  private(set) var values: [Int: FactUnknown] = [:]
  /// By the place of the ladder: whether its strikes are known, and how many there are.
  private(set) var strikes: [Int: (known: Literal, count: Choice<Double>)] = [:]
  /// By the place of the ladder: the rungs of which it matters whether they were carried out.
  private(set) var done: [Int: [DoneRung]] = [:]
  private(set) var historyGiven: [AuthorHistory: Literal] = [:]
  private(set) var historyCounts: [HistoryWindow: Choice<Double>] = [:]
  private(set) var modes: [Literal] = []

  /// What a fact can be.
  enum FactUnknown {
    case number(Choice<Double>)
    case yesNo(Literal)
    case instant(Choice<Instant>)
    /// One of the words that are asked for; nil for another.
    case word(Choice<[UInt8]?>)
    /// Which of the words that are asked for are among the fact's.
    case words([[UInt8]: Literal])
    /// Its text is told apart in `factTexts`.
    case text
  }

  struct DoneRung {
    let rung: String
    let choice: Literal
    /// It was carried out, and shown by strikes that are known.
    let isShown: Literal
  }

  struct HistoryWindow: Hashable {
    let history: AuthorHistory
    let length: Length
  }

  /// - Parameter answers: Instants are told apart by whether these are late.
  /// - Throws: `EngineProblem` where the program contradicts itself.
  init(of program: DecisionProgram, telling answers: [AnswerTime]) throws(EngineProblem) {
    self.program = program
    names = try Names(of: program)
    let asked = AskedTests(of: program.conditionsOfDecisions, in: program, names)
    self.asked = asked
    text = TextAtoms(program.textMatching)
    var measures: [Measure: Choice<Double>] = [:]
    for measure in Measure.allCases {
      guard let tests = asked.measures[measure] else { continue }
      let steps =
        measure == .capitals
        ? NumberSteps.real(tests, in: 0...1) : NumberSteps.whole(tests, in: 0...WrittenText.longest)
      measures[measure] = Choice(steps, in: &circuit)
    }
    self.measures = measures
    let posted = names.facts["post.at"]
    let post = posted.map { asked.instants[$0, default: []] } ?? []
    start = Choice(StartTimes.telling(apart: asked, post: post, late: answers, in: program), in: &circuit)
    for (place, fact) in program.facts.enumerated() { add(fact, at: place) }
    for ladder in asked.strikes.keys.sorted() {
      let steps = NumberSteps.whole(asked.strikes[ladder] ?? [], in: 0...1_000_000)
      strikes[ladder] = (circuit.variable(), Choice(steps, in: &circuit))
    }
    for history in AuthorHistory.allCases { add(history) }
    modes = program.modes.map { _ in circuit.variable() }
  }

  private mutating func add(_ fact: FactDefinition, at place: Int) {
    given[place] = circuit.variable()
    switch fact.type {
    case .number, .duration:
      let tests = asked.numbers[place] ?? []
      let least = fact.type == .duration ? 0 : -Double.greatestFiniteMagnitude
      let steps = NumberSteps.real(tests, in: least...Double.greatestFiniteMagnitude)
      values[place] = .number(Choice(steps, in: &circuit))
    case .yesNo: values[place] = .yesNo(circuit.variable())
    case .instant: values[place] = .instant(fact.name == "post.at" ? start : instants(of: place))
    case .word, .identity: values[place] = .word(Choice([nil] + (asked.words[place] ?? []), in: &circuit))
    case .words:
      let words = asked.words[place] ?? []
      values[place] = .words(Dictionary(words.map { ($0, circuit.variable()) }, uniquingKeysWith: { one, _ in one }))
    case .text:
      values[place] = .text
      factTexts[place] = TextAtoms(program.textMatching)
    }
  }

  private mutating func instants(of place: Int) -> Choice<Instant> {
    let tests = asked.instants[place] ?? []
    let beside = tests.flatMap(\.bounds).sorted().flatMap { bound in [-1, 0, 1].map { bound.adding(seconds: $0) } }
    var seen: Set<[Bool]> = []
    let instants = [program.provedNoon] + beside
    return Choice(instants.filter { instant in seen.insert(tests.map { $0.passes(instant) }).inserted }, in: &circuit)
  }

  /// The variables of the exceptions, in all texts, that may take away one of the terms that are asked for.
  func exceptions(of asked: Set<Int>) -> [Int] { ([text] + factTexts.values).flatMap { $0.exceptions(of: asked) } }

  /// Whether the author's history shows that a rung was carried out. What was done before the oldest live strike is
  /// forgotten: so whoever has none has nothing done.
  mutating func wasDone(_ rung: String, on ladder: Int) -> Literal {
    if let known = done[ladder]?.first(where: { $0.rung.isSame(as: rung) }) { return known.isShown }
    guard let strikes = strikes[ladder] else { return .no }
    let choice = circuit.variable()
    let hasStrikes = strikes.count.isOne(&circuit) { $0 >= 1 }
    let isShown = circuit.all([choice, strikes.known, hasStrikes])
    done[ladder, default: []].append(DoneRung(rung: rung, choice: choice, isShown: isShown))
    return isShown
  }

  /// In a longer time an author wrote no less.
  private mutating func add(_ history: AuthorHistory) {
    guard let windows = asked.windows[history], let tests = asked.histories[history] else { return }
    historyGiven[history] = circuit.variable()
    let steps = NumberSteps.whole(tests, in: 1...100_000)
    let noon = start.values[0]
    let ordered = windows.sorted { $0.ending(from: noon, in: program.zone) < $1.ending(from: noon, in: program.zone) }
    for (place, length) in ordered.enumerated() {
      let count = Choice(steps, in: &circuit)
      historyCounts[HistoryWindow(history: history, length: length)] = count
      guard place > 0, let shorter = historyCounts[HistoryWindow(history: history, length: ordered[place - 1])] else {
        continue
      }
      for step in steps {
        let (many, more) = (shorter.isOne(&circuit) { $0 >= step }, count.isOne(&circuit) { $0 >= step })
        circuit.require([!many, more])
      }
    }
  }
}
