import DecisionEngine
import DecisionModel
import DecisionOracle
import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookTesting
import Testing

/// A comment in a test of a playbook and the same comment from a caller are one comment.
@Suite struct PlaybookTestTests {
  @Test func `a test that expects what was decided passes`() throws {
    try everyCase("tests of what was decided", count: 100) { tried, _ in
      let engine = try engine(tried.playbook)
      let comments = tried.comments.filter { !$0.text.allSatisfy(\.isWhitespace) }
      let tests = comments.map { tried.test($0, expecting: engine.decide($0.withWrittenFacts(of: tried))) }
      for (comment, result) in zip(comments, try results(of: tests, in: tried.playbook)) {
        if case .failed(let mismatches) = result.outcome {
          return mismatches.map { "\($0.what): \($0.expected), \($0.actual)" }.joined(separator: "\n") + "\n"
            + comment.line
        }
      }
      return nil
    }
  }

  @Test func `a test that expects something else fails`() throws {
    try everyCase("tests of what was not decided", count: 100) { tried, dice in
      let engine = try engine(tried.playbook)
      let comments = tried.comments.filter { !$0.text.allSatisfy(\.isWhitespace) }
      let tests = comments.map { comment in
        var test = tried.test(comment, expecting: engine.decide(comment.withWrittenFacts(of: tried)))
        test["expect"] = dice.otherwise(
          test["expect"] ?? .mapping([]), categories: engine.program.categories.map(\.name))
        return test
      }
      for (test, result) in zip(tests, try results(of: tests, in: tried.playbook)) {
        if case .passed = result.outcome { return "passed:\n\(test.yaml())" }
      }
      return nil
    }
  }

  private func results(of tests: [Tree], in playbook: Tree) throws -> [TestResult] {
    guard !tests.isEmpty else { return [] }
    var playbook = playbook
    playbook["tests"] = .list(tests)
    let analysis = try checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", playbook.yaml())])
    guard !analysis.hasErrors else {
      throw Refused(description: "\(analysis.findings.map(\.message))\n\(playbook.yaml())")
    }
    return try testPlaybook(analysis).filter { $0.kind == .test }
  }
}

extension RandomComment {
  /// The comment without the facts that a playbook cannot write.
  fileprivate func withWrittenFacts(of tried: RandomCase) -> RandomComment {
    let durations = tried.facts.filter { $0.type == .duration }.map(\.name)
    var comment = self
    comment.earlier.removeAll { $0.value == .array([]) }
    comment.facts.removeAll { $0.value == .array([]) || durations.contains($0.name) && $0.value.number != nil }
    return comment
  }
}

extension RandomCase {
  /// A test of a comment with everything of a decision that a test can name.
  fileprivate func test(_ comment: RandomComment, expecting decision: Decision) -> Tree {
    var expected: [Tree.Entry] = [
      .init("category", decision.category ?? "none"), .init("stance", decision.stance.rawValue),
      .init("also", .set(decision.also)), .init("actions", .set(decision.actions.map(\.action))),
      .init("may", .set(decision.may.map(\.action))), .init("escalations", .set(decision.escalations)),
      .init("assumed", .set(decision.assumed)), .init("ask", .set(decision.ask.map(\.fact))),
      .init("unavailable", .set(decision.unavailable.map(\.action))),
      .init("shadow", .set(decision.shadow.map(\.place.anchor))), .init("follow_ups", decision.expectedFollowUps),
      .init("steps", .set(decision.reply?.steps.map(\.step) ?? [])),
      .init("reply", decision.reply?.expected ?? .scalar("none")),
    ]
    let rungs = decision.ladders.compactMap { standing in standing.rung.map { Tree.Entry(standing.ladder, $0) } }
    if !rungs.isEmpty { expected.append(.init("ladders", .mapping(rungs))) }
    return .mapping([
      .init("test", "what was decided"), .init("comment", written(comment)), .init("expect", .mapping(expected)),
    ])
  }
}

extension Decision {
  /// What is to be done later, each once and by when.
  fileprivate var expectedFollowUps: Tree {
    var entries: [Tree.Entry] = []
    for followUp in followUps where !entries.contains(where: { $0.key == followUp.name }) {
      entries.append(.init(followUp.name, followUp.due?.description ?? "unknown"))
    }
    return entries.isEmpty ? .scalar("none") : .mapping(entries)
  }
}

extension DecidedReply {
  fileprivate var expected: Tree {
    var entries: [Tree.Entry] = [.init("plan", plan), .init("in", place.rawValue), .init("held_by", .set(heldBy))]
    if let owner { entries.append(.init("owner", owner)) }
    if let due { entries.append(.init("due", due.description)) }
    if let notBefore { entries.append(.init("not_before", notBefore.description)) }
    return .mapping(entries)
  }
}

extension Tree {
  /// A set as an expectation writes it: `none` is the empty one.
  fileprivate static func set(_ names: [String]) -> Tree { names.isEmpty ? .scalar("none") : .texts(names) }
}

extension Dice {
  /// An expectation with one thing in it that was not decided.
  fileprivate mutating func otherwise(_ expected: Tree, categories: [String]) -> Tree {
    var changed = expected
    switch number(0...3) {
    case 0 where categories.count > 1:
      changed["category"] = .scalar(pick(categories.filter { $0 != expected["category"]?.text }))
    case 1: changed["actions"] = expected["actions"]?.text == "none" ? .texts(["lock"]) : .scalar("none")
    case 2: changed["assumed"] = .texts((expected["assumed"]?.items.compactMap(\.text) ?? []) + ["post.language.tag"])
    default: changed["stance"] = .scalar(expected["stance"]?.text == "hold" ? "observe" : "hold")
    }
    return changed
  }
}
