import DecisionEngine
import DecisionModel

/// What is known of a ladder from every sequence of comments, forgotten strikes, upheld appeals and pardons up to its
/// horizon. Each story shows what it stands beside by the shortest sequence.
public struct LadderFindings: Sendable {
  /// The rungs that no sequence takes, by their places.
  public fileprivate(set) var untaken: [Int] = []
  /// The rungs that block an author to whom no warning was sent.
  public fileprivate(set) var unwarned: [(rung: Int, story: LadderStory)] = []
  /// The rungs that are milder than an earlier one.
  public fileprivate(set) var weaker: [(rung: Int, than: Int, story: LadderStory)] = []
  /// Two authors of whom the one that behaves worse ends milder, or the one whose appeal was upheld harder, though no rung
  /// is to blame.
  public fileprivate(set) var reversal: (story: LadderStory, isByAppeal: Bool)?
  public fileprivate(set) var stuck: Stuck?
  /// What could not be decided.
  public fileprivate(set) var undecided: [String] = []

  /// An author whom no number of comments leads to what others come to.
  public struct Stuck: Sendable {
    /// The first rung that stays closed, where what it needs cannot be carried out any more.
    public let closed: Int?
    /// The rung that is taken again and again, where there is one.
    public let rung: Int?
    public let story: LadderStory
  }
}

extension PolicyProofs {
  /// Explores a ladder, given by its place in the program; nil where no comment counts on it.
  public mutating func findings(onLadder place: Int) -> LadderFindings? {
    let ladder = program.ladders[place]
    var findings = LadderFindings()
    guard let levels = StrikeLevels(of: ladder, in: program) else {
      findings.undecided.append("more than \(StrikeLevels.most) strikes make a difference")
      return findings
    }
    var offences = Offences(on: ladder, levels, &self)
    if !offences.isWhole { findings.undecided.append("the category of a comment depends on strikes in too many ways") }
    guard !offences.kinds.isEmpty else { return findings.undecided.isEmpty ? nil : findings }
    guard let ground = LadderGround(ladder, levels, offences: offences.kinds, in: program) else {
      findings.undecided.append("more than \(LadderGround.mostTracked) rungs are waited for, or warn")
      return findings
    }
    var teller = LadderTeller(ground, self)
    findings.take(LadderExploration(ground)) { script, title in
      teller.story(title, script) { offences.witness(of: $0, &self) }
    }
    return findings
  }
}

extension LadderComparison.Difference {
  fileprivate var isOfAppeals: Bool {
    switch self {
    case .extra, .instead: false
    case .noAppeal, .noPardon: true
    }
  }
}

extension LadderFindings {
  /// Tells a script as a story of a name, where the engine decides as it has it.
  private typealias Tell = (LadderScript, String) -> LadderStory?

  fileprivate mutating func take(_ exploration: LadderExploration, _ tell: (LadderScript, String) -> LadderStory?) {
    let ground = exploration.ground
    let comparison = LadderComparison(exploration)
    if exploration.search.isCut || comparison.search.isCut {
      undecided.append("there are too many ways in which an author can come to stand on it")
    }
    if !exploration.search.isCut {
      untaken = ground.ladder.rungs.indices.filter { exploration.taken[$0] == nil }
    }
    for (rung, moment) in exploration.unwarned.sorted(by: { $0.key < $1.key }) {
      let script = LadderScript(exploration.events(to: moment), on: ground)
      if let story = told(tell(script, "blocked without a warning")) { unwarned.append((rung, story)) }
    }
    let reversals = comparison.reversals.values.sorted { $0.state < $1.state }
    for reversal in reversals { take(reversal, comparison, on: ground, tell) }
    takeStuck(exploration, comparison.climb, tell)
  }

  private mutating func take(
    _ reversal: LadderComparison.Reversal, _ comparison: LadderComparison, on ground: LadderGround, _ tell: Tell
  ) {
    guard let (before, difference, after) = comparison.events(to: reversal) else { return }
    let script = LadderScript(before, difference, after, on: ground)
    switch reversal.kind {
    case .weakerRung(let rung):
      guard let than = reversal.milder.rung, let story = told(tell(script, "bob goes on and ends milder than ann"))
      else { return }
      weaker.append((rung, than, story))
    case .other:
      let title = difference.isOfAppeals ? "ann ends harder than bob after what was undone" : Self.rewarding
      self.reversal = told(tell(script, title)).map { ($0, difference.isOfAppeals) }
    }
  }

  private static let rewarding = "bob behaves worse than ann and ends milder"

  private mutating func takeStuck(_ exploration: LadderExploration, _ climb: Climb, _ tell: Tell) {
    let (ground, search) = (exploration.ground, exploration.search)
    guard let place = search.states.firstIndex(where: { climb.isStuck($0) }) else { return }
    let closed = climb.closedRung(for: search.states[place])
    // Where no rung stays closed, something else is to blame, and was told already.
    if closed == nil, reversal != nil || !weaker.isEmpty { return }
    let events = search.events(to: place)
    var script = LadderScript(events, on: ground)
    script.add(.allDone)
    // The author goes on as before, until there are strikes enough for every rung.
    let offence = events.lazy.compactMap { event in if case .comment(let offence) = event { offence } else { nil } }
      .last
    guard let offence else { return }
    for _ in 0..<ground.top where script.lives.total() < ground.top { script.add(.comment(offence)) }
    let last = ground.outcomes(after: script.lives)[offence]
    script.add(.comment(offence))
    guard let story = told(tell(script, "an author who is stuck")) else { return }
    stuck = Stuck(closed: closed, rung: last.rung, story: story)
  }

  /// What no story can show is not decided.
  private mutating func told(_ story: LadderStory?) -> LadderStory? {
    let words = "the category of a comment depends on more than the author's strikes"
    if story == nil, !undecided.contains(words) { undecided.append(words) }
    return story
  }
}
