import DecisionModel

/// Writes random playbooks that have no error, out of everything that has effect.
///
/// It knows the types: what a condition names is defined, and every value is what its key expects.
struct PlaybookAuthor {
  var dice: Dice
  /// Whether conditions may measure the text or look at it as it is written.
  var measures = true

  private(set) var teams: [String] = []
  private(set) var facts: [KnownFact] = []
  private(set) var lexicons: [String] = []
  /// The signals that may be named where the author writes now.
  var signals: [String] = []
  private(set) var actions: [String] = []
  private(set) var steps: [String] = []
  private(set) var responses: [String] = []
  private(set) var standards: [String] = []
  private(set) var ladders: [String] = []
  private(set) var categories: [String] = []
  private(set) var channels: [String] = []
  private(set) var modes: [String] = []

  init(_ dice: Dice, measures: Bool = true) {
    self.dice = dice
    self.measures = measures
    name()
  }

  /// Gives names first, so that anything can name anything.
  private mutating func name() {
    teams = names("team", 1...3)
    let declared = names("fact", 1...4)
    facts = dice.pickSome(2...5, of: KnownFact.builtIn)
    facts += declared.map {
      KnownFact(name: "own.\($0.replacing("-", with: "_"))", type: dice.pick(FactType.declarable))
    }
    lexicons = names("lexicon", 1...3)
    actions = names("action", 0...2).map { $0.replacing("-", with: "_") }
    steps = names("step", 0...2).map { $0.replacing("-", with: "_") }
    responses = names("response", 1...3)
    standards = names("standard", 0...2)
    ladders = names("ladder", 0...2)
    categories = names("category", 1...4)
    channels = names("channel", 0...2)
    modes = names("mode", 0...2)
  }

  private mutating func names(_ kind: String, _ count: ClosedRange<Int>) -> [String] {
    (0..<dice.number(count)).map { "\(kind)-\(["a", "b", "c", "d"][$0])" }
  }

  mutating func playbook() -> Tree {
    var playbook = Tree.mapping([.init("decorum", "1"), .init("playbook", "random")] + heading())
    playbook["teams"] = named(teams) { $0.team($1) }
    playbook["facts"] = named(facts.filter(\.isDeclared).map(\.name)) { $0.fact($1) }
    playbook["lexicons"] = named(lexicons) { author, _ in author.lexicon() }
    playbook["signals"] = .mapping(signalEntries())
    playbook["modes"] = named(modes) { author, _ in .one("at_most", author.dice.pick(Vocabulary.durations)) }
    playbook["actions"] = named(actions) { $0.action($1) }
    let described = steps + dice.pickSome(0...2, of: BuiltInStep.names)
    playbook["response_steps"] = named(described) { $0.stepDefinition($1) }
    playbook["standards"] = named(standards) { author, _ in author.standard() }
    playbook["responses"] = named(responses) { author, _ in author.response() }
    playbook["channels"] = named(channels) { author, _ in author.channel() }
    playbook["brakes"] = brakes()
    playbook["ladders"] = named(ladders) { author, _ in author.ladder() }
    playbook["categories"] = .list(categories.map { category($0) } + [lastCategory()])
    playbook["escalations"] = .list((0..<dice.number(1...3)).map { escalation("escalation-\($0)") })
    return .mapping(playbook.entries.filter { $0.key != "escalations" || dice.chance(75) })
  }

  /// A section of definitions; nil where it has none.
  private mutating func named(_ names: [String], _ definition: (inout Self, String) -> Tree) -> Tree? {
    var entries: [Tree.Entry] = []
    for name in names { entries.append(Tree.Entry(name, definition(&self, name))) }
    return entries.isEmpty ? nil : .mapping(entries)
  }

  private mutating func heading() -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    if dice.chance(50) { entries.append(.init("title", "A random playbook")) }
    if dice.chance(50) { entries.append(.init("version", dice.pick(["1.10", "1.4.0", "2"]))) }
    if dice.chance(50) { entries.append(.init("effective", "2026-12-01")) }
    if dice.chance(70) { entries.append(.init("timezone", dice.pick(Vocabulary.zones))) }
    if dice.chance(30) { entries.append(.init("holidays", .texts(dice.pickSome(1...3, of: Vocabulary.holidays)))) }
    if dice.chance(30) { entries.append(.init("about", "Lines of prose,\n\n- and *Markdown* in them.\n")) }
    if dice.chance(30) { entries.append(.init("matching", matching())) }
    if dice.chance(20) {
      entries.append(.init("imports", .texts(["std/reply-standards", "std/channels"])))
      entries.append(.init("used_on", .texts(dice.pickSome(1...2, of: ["facebook", "instagram", "x"]))))
    }
    return entries
  }
}

extension PlaybookAuthor {
  private mutating func matching() -> Tree {
    let entries = ["accents", "quotes"].map { Tree.Entry($0, dice.pick(["ignored", "kept"])) }
    return .mapping(dice.chance(50) ? entries : [dice.pick(entries)])
  }
}

// Who acts, what is known, what is looked for.
extension PlaybookAuthor {
  private mutating func team(_ name: String) -> Tree {
    var entries: [Tree.Entry] = [
      .init("title", dice.pick(["Care", "Duty manager", "Ünal & sons"])), .init("contact", "+44 20 7946 0000"),
    ]
    if dice.chance(70) { entries.append(.init("hours", dice.oneOrMany(of: Vocabulary.hours))) }
    if dice.chance(30) { entries.append(.init("holidays", .texts(dice.pickSome(1...3, of: Vocabulary.holidays)))) }
    // A team may be covered by one before it, so that there are no circles.
    let earlier = teams.prefix { $0 != name }
    if !earlier.isEmpty, dice.chance(60) { entries.append(.init("cover", dice.pick(Array(earlier)))) }
    return .mapping(entries)
  }

  private mutating func fact(_ name: String) -> Tree {
    let type = facts.first { $0.name == name }?.type ?? .word
    var entries = [Tree.Entry("type", type.rawValue)]
    if dice.chance(12) {
      entries.append(.init("required", "yes"))
      if dice.chance(70) { entries.append(.init("ask", "Is it so, or is it not?")) }
    }
    return .mapping(entries)
  }

  private mutating func lexicon() -> Tree {
    let terms = dice.pickSome(1...6, of: Vocabulary.phrases)
    if dice.chance(30) { return .texts(terms) }
    let weights = dice.pickSome(0...3, of: Vocabulary.phrases).filter { !terms.contains($0) }
    var entries = [Tree.Entry("terms", .texts(terms))]
    if !weights.isEmpty {
      entries.append(.init("weights", .mapping(weights.map { Tree.Entry($0, dice.pick(["0", "1", "2", "3", "10"])) })))
    }
    if dice.chance(25) { entries.append(.init("except", .texts(dice.pickSome(1...2, of: Vocabulary.phrases)))) }
    if dice.chance(40) { entries.append(.init("disguises", dice.pick(["yes", "no"]))) }
    return .mapping(entries)
  }

  /// A signal may name those before it, so that there are no circles.
  private mutating func signalEntries() -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    for index in 0..<dice.number(1...4) {
      let name = "signal-\(index)"
      entries.append(.init(name, signal()))
      signals.append(name)
    }
    return entries
  }

  private mutating func signal() -> Tree {
    if dice.chance(50) { return condition(in: .anywhere) }
    var entries = [Tree.Entry("when", condition(in: .anywhere))]
    if dice.chance(60) { entries.append(.init("unless", condition(in: .anywhere))) }
    if dice.chance(30) { entries.append(.init("about", "What it tells.")) }
    return .mapping(entries)
  }

  private mutating func action(_ name: String) -> Tree {
    .mapping([.init("title", "do \(name)"), .init("kind", dice.pick(["record", "route", "speak", "enforce"]))])
  }
}
