import DecisionModel

// Every form of TEST.
extension Dice {
  mutating func numberTest() -> Tree { test(of: Vocabulary.numbers) }

  /// `bounds` are numbers or durations in the words of the language, with the smallest first where two are needed.
  private mutating func test(of bounds: [String]) -> Tree {
    if chance(15) { return .list(list(1...3) { .scalar($0.oneTest(of: bounds)) }) }
    return .scalar(oneTest(of: bounds))
  }

  private mutating func oneTest(of bounds: [String]) -> String {
    let bound = pick(bounds)
    switch number(0...11) {
    case 0...1: return bound
    case 2: return "exactly \(bound)"
    case 3...4: return "at least \(bound)"
    case 5: return "at most \(bound)"
    case 6: return "more than \(bound)"
    case 7: return "less than \(bound)"
    case 8: return "between \(bounds[0]) and \(bound)"
    case 9: return "not \(bound)"
    case 10: return pick([">= ", "> ", "<= ", "< "]) + bound
    default: return "\(bounds[0])..\(bound)"
    }
  }

  mutating func factTest(of type: FactType, lexicons: [String]) -> Tree {
    if chance(8) { return .scalar(pick(["known", "unknown"])) }
    switch type {
    case .number: return numberTest()
    // The shortest first, which `between` needs.
    case .duration: return test(of: ["90 seconds"] + Vocabulary.durations)
    case .yesNo: return .scalar(pick(["yes", "no", "true", "false"]))
    case .instant: return .scalar(instantTest())
    case .word, .words: return oneOrMany(of: Vocabulary.values)
    case .identity: return oneOrMany(of: Vocabulary.identities)
    case .text: return textTest(lexicons)
    }
  }

  private mutating func instantTest() -> String {
    switch number(0...2) {
    case 0: "before \(pick(Vocabulary.days))"
    case 1: "after \(pick(Vocabulary.days))"
    default: "between 2026-11-30 and \(pick(Vocabulary.days))"
    }
  }

  private mutating func textTest(_ lexicons: [String]) -> Tree {
    switch number(0...3) {
    case 3: .one("matches", oneOrMany(of: Vocabulary.expressions))
    case 0: .one("says", oneOrMany(of: Vocabulary.phrases))
    case 1 where !lexicons.isEmpty: .one("uses", oneOrMany(of: lexicons))
    default: oneOrMany(of: Vocabulary.names)
    }
  }

  /// One, or a list of some.
  mutating func oneOrMany(of choices: [String]) -> Tree {
    chance(60) ? .scalar(pick(choices)) : .texts(pickSome(1...3, of: choices))
  }
}
