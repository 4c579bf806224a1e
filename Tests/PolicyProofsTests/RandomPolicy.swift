import DecisionModel
import TestSupport

/// A random policy over few words and facts, and every comment that differs to it: each text that can be put together of
/// its pieces, with each value that its facts can have.
struct RandomPolicy: CustomStringConvertible {
  var program: DecisionProgram
  private(set) var comments: [Comment] = []
  private var generator: SeededGenerator
  private let phrases: [String]
  private let kinds: [Kind]
  private let categories: Int

  /// What a policy may ask of beside the text.
  private enum Kind: CaseIterable {
    case number, yesNo, word, words, strikes, mode, open, history
  }

  /// Phrases that meet each other, and pieces of text that tell them apart.
  private static let families: [(phrases: [String], pieces: [String])] = [
    (["refund", "refund*", "refund me"], ["refund", "refunded", "refund me"]),
    (["idiot", "idiot*"], ["idiot", "idiotic", "i.d.i.o.t"]),
    (["lawyer", "my lawyer", "* lawyer"], ["lawyer", "my lawyer", "so lawyer"]),
    (["😡", ":)"], ["😡", ":)"]),
    (["*fund", "trust fund"], ["refund", "trust fund", "fund"]),
  ]

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    let families = Self.families.shuffled(using: &generator).prefix(2)
    phrases = families.flatMap(\.phrases)
    kinds = Array(Kind.allCases.shuffled(using: &generator).prefix(.random(in: 0...2, using: &generator)))
    categories = .random(in: 1...4, using: &generator)
    program = DecisionProgram(playbook: "random", version: nil, zone: .utc)
    addDefinitions()
    addClauses()
    comments = everyComment(of: families.flatMap(\.pieces))
  }

  var description: String {
    (program.signals.map { "\($0.name): \($0.clause)" } + program.lexicons.map { "\($0.name): \($0)" }
      + program.categories.map { "\($0.name): \($0.clause as Any)" }
      + program.escalations.map { "\($0.name): \($0.clause)" }
      + program.shadows.map { "on trial: \($0.clause)" }).joined(separator: "\n")
  }
}

// The policy.
extension RandomPolicy {
  private mutating func addDefinitions() {
    program.facts = [
      FactDefinition(name: "own.number", type: .number), FactDefinition(name: "own.yes", type: .yesNo),
      FactDefinition(name: "own.word", type: .word), FactDefinition(name: "own.words", type: .words),
      FactDefinition(name: "post.at", type: .instant),
    ]
    program.actions = ActionDefinition.ordered(declared: [])
    program.modes = ["crisis"]
    let days = WeeklyHours.Stretch(days: [.monday], opens: .noon, closes: .midnight)
    program.teams = [TeamEntry(name: "care", title: "Care", hours: WorkingHours(WeeklyHours([days])))]
    program.ladders = [LadderRule(name: "conduct", title: "Conduct", forgetAfter: nil, rungs: [])]
    program.lexicons = [lexicon("plain"), lexicon("excepted", hasExceptions: true), lexicon("seen", disguises: true)]
    for number in 0..<Int.random(in: 0...2, using: &generator) {
      program.signals.append(SignalRule(name: "signal-\(number)", clause: clause()))
    }
  }

  private mutating func addClauses() {
    program.categories = (0..<categories).map { number in
      CategoryRule(named: "category-\(number)", clause())
    }
    program.categories.append(CategoryRule(named: "other", nil))
    program.escalations = (0..<2).map { number in
      EscalationRule(
        named: "escalation-\(number)", Clause(when: .all([condition(), .category(["category-0", "other"])])))
    }
    program.shadows = [ShadowRule(place: .named("category.trial"), clause: clause(), isEscalation: false)]
  }

  private mutating func lexicon(
    _ name: String, hasExceptions: Bool = false, disguises: Bool = false
  ) -> LexiconTable {
    let terms = some(phrases, 1...3).map { WeightedTerm(term: $0, weight: .random(in: -1...3, using: &generator)) }
    return LexiconTable(
      name: name, terms: terms, except: hasExceptions ? some(phrases, 1...2) : [], disguises: disguises)
  }

  private mutating func clause() -> Clause {
    let when = condition()
    return Clause(when: when, unless: .random(in: 0..<10, using: &generator) < 3 ? condition() : nil)
  }

  private mutating func condition(depth: Int = 2) -> Condition {
    guard depth > 0, Int.random(in: 0..<10, using: &generator) < 6 else { return leaf() }
    let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in condition(depth: depth - 1) }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0...1: return .all(parts)
    case 2...3: return .any(parts)
    case 4: return .random(using: &generator) ? .none(parts) : .not(parts[0])
    default: return .count(parts, test([0, 1, 2]))
    }
  }

  private mutating func leaf() -> Condition {
    if !kinds.isEmpty, .random(in: 0..<10, using: &generator) < 5 { return factLeaf() }
    switch Int.random(in: 0..<7, using: &generator) {
    case 0...1: return .says(some(phrases, 1...2))
    case 2: return .uses("plain")
    case 3: return .uses("excepted")
    case 4: return .uses("seen")
    case 5: return .termCount("plain", test([0, 1, 2]))
    default:
      let signals = program.signals.map(\.name)
      return signals.isEmpty ? .score("plain", test([0, 1, 3])) : .signal(pick(signals))
    }
  }

  private mutating func factLeaf() -> Condition {
    switch pick(kinds) {
    case .number: .fact("own.number", pick([.number(test([1, 2.5])), .known(true), .known(false)]))
    case .yesNo: .fact("own.yes", .yesNo(.random(using: &generator)))
    case .word: .fact("own.word", .words(some(["red", "blue"], 1...2)))
    case .words: .fact("own.words", .words(some(["red", "blue"], 1...2)))
    case .strikes: .strikes("conduct", test([0, 2]))
    case .mode: .mode(["crisis"])
    case .open: pick([.timeOpen("care"), .fact("post.at", .instant(.before(Self.monday)))])
    case .history: .history(.comments, in: pick([Self.hour, Self.day]), test([1, 2]))
    }
  }

  private mutating func test(_ bounds: [Double]) -> NumberTest {
    let bound = pick(bounds)
    return switch Int.random(in: 0..<8, using: &generator) {
    case 0...1: .atLeast(bound)
    case 2: .atMost(bound)
    case 3: .moreThan(bound)
    case 4: .lessThan(bound)
    case 5: .exactly(bound)
    case 6: .not(bound)
    default: .between(bounds[0], bound)
    }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[.random(in: 0..<values.count, using: &generator)]
  }

  private mutating func some(_ values: [String], _ count: ClosedRange<Int>) -> [String] {
    Array(values.shuffled(using: &generator).prefix(.random(in: count, using: &generator)))
  }
}

// Another version of it.
extension RandomPolicy {
  /// Changes one thing.
  mutating func change() {
    let place = Int.random(in: 0..<categories, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: program.categories[place] = CategoryRule(named: program.categories[place].name, clause())
    case 1: program.categories.swapAt(place, .random(in: 0..<categories, using: &generator))
    case 2 where place > 0: program.categories.remove(at: place)
    case 3: program.escalations[0] = EscalationRule(named: "escalation-0", clause())
    case 4: program.lexicons[0] = lexicon("plain")
    default: program.escalations.remove(at: 1)
    }
  }
}

// Every comment.
extension RandomPolicy {
  /// Monday, 2026-01-05, at noon.
  private static let monday = Instant(seconds: 1_767_614_400)
  private static let hour = Length(1, .hours) ?? .zero
  private static let day = Length(1, .days) ?? .zero

  private func everyComment(of pieces: [String]) -> [Comment] {
    let texts = (0..<1 << pieces.count).map { way in
      pieces.indices.filter { way >> $0 & 1 == 1 }.map { pieces[$0] }.joined(separator: ". ")
    }
    var comments = texts.map { Comment(text: Array($0.utf8), now: Self.monday) }
    for kind in kinds { comments = comments.flatMap { comment in Self.every(kind, of: comment) } }
    return comments
  }

  private static func every(_ kind: Kind, of comment: Comment) -> [Comment] {
    switch kind {
    case .number: with(0, [0, 1, 2, 2.5, 3].map { .number($0) }, comment)
    case .yesNo: with(1, [.yesNo(true), .yesNo(false)], comment)
    case .word: with(2, ["red", "blue", "green"].map { words([$0]) }, comment)
    case .words: with(3, [[], ["red"], ["blue"], ["red", "blue"]].map(words), comment)
    case .mode: [comment, comment.changed { $0.modes = [0] }]
    case .strikes:
      [comment] + (0...3).map { count in comment.changed { $0.histories[0] = LadderHistory(strikes: count) } }
    case .open:
      [Int64(-1), 0, 43_200].flatMap { seconds in
        let now = monday.adding(seconds: seconds)
        return [
          comment.changed { $0.now = now },
          comment.changed {
            $0.now = now
            $0.facts[4] = .instant(now)
          },
        ]
      }
    case .history:
      [comment]
        + [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [2, 0]].map { counts in
          comment.changed { changed in
            let instants = [Int64(-60), -7200].map { monday.adding(seconds: $0) }
            changed.earlier[.comments] = zip(instants, counts).flatMap { Array(repeating: $0, count: $1) }
          }
        }
    }
  }

  /// The comment without a fact, and with each of some values.
  private static func with(_ fact: Int, _ values: [FactValue], _ comment: Comment) -> [Comment] {
    [comment] + values.map { value in comment.changed { $0.facts[fact] = value } }
  }

  private static func words(_ words: [String]) -> FactValue {
    .words(words.map { GivenWord(written: Array($0.utf8), normal: Array($0.utf8)) })
  }
}

extension ClausePlace {
  fileprivate static func named(_ anchor: String) -> ClausePlace {
    ClausePlace(anchor: anchor, section: "1", at: "p.yaml:1:1")
  }
}

extension CategoryRule {
  init(named name: String, _ clause: Clause?) {
    self.init(
      name: name, title: "", place: .named("category.\(name)"), clause: clause, plan: nil, must: [], may: [],
      ladder: nil)
  }
}

extension EscalationRule {
  fileprivate init(named name: String, _ clause: Clause) {
    self.init(
      name: name, title: "", place: .named("escalation.\(name)"), clause: clause, levels: [], holdsReply: false,
      plan: nil, must: [], may: [])
  }
}

extension Comment {
  fileprivate func changed(_ change: (inout Comment) -> Void) -> Comment {
    var changed = self
    change(&changed)
    return changed
  }
}
