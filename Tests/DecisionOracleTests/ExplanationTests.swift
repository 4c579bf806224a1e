import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct ExplanationTests {
  /// The traces as indented lines.
  static func lines(_ program: DecisionProgram, _ comment: String) throws -> [String] {
    let engine = try Oracle(testing: program)
    return engine.explain(try engine.comment(try json(comment), now: testNow)).flatMap { clause in
      ["\(clause.anchor): \(clause.holds ? "holds" : "does not hold")"]
        + (clause.when.map { lines($0, "  when ") } ?? []) + (clause.unless.map { lines($0, "  unless ") } ?? [])
    }
  }

  static func lines(_ trace: ConditionTrace, _ indent: String) -> [String] {
    let because = trace.because.map { " (\($0))" } ?? ""
    let deeper = String(repeating: " ", count: indent.count + 2)
    return ["\(indent)\(trace.words): \(trace.truth.word)\(because)"] + trace.parts.flatMap { lines($0, deeper) }
  }

  @Test func `the example of the reference is explained`() throws {
    let program = ReferencePlaybook.program
    #expect(
      try Self.lines(program, ReferenceExampleTests.comment) == [
        "category.abuse: holds",
        "  when any of: true",
        "         text.uses: insults: true (found “1d10ts” (idiots))",
        "         model.toxicity: at least 0.95: unknown (not given)",
        "  unless any of: unknown",
        "           author.roles: staff: unknown (not given)",
        "           signal: wants-money: false",
        "             text.uses: refund: false (nothing found)",
        "category.complaint: does not hold",
        "  when any of: unknown",
        "         any of: false",
        "           signal: angry: false",
        "             any of: false",
        "               text.score: anger: at least 3: false (nothing found)",
        "               all of: false",
        "                 text.capitals: more than 60%: false (is 0)",
        "                 text.words: at least 4: true (is 6)",
        "           signal: wants-money: false",
        "             text.uses: refund: false (nothing found)",
        "         order.days_late: at least 1: unknown (not given)",
        "         post.rating: at most 2: unknown (not given)",
        "category.other: does not hold",
        "escalation.legal: holds",
        "  when text.says: my lawyer, sue you, see you in court, take you to court, ombudsman: true "
          + "(found “see you in court” (see you in court))",
        "escalation.pile-on: does not hold",
        "  when all of: unknown",
        "         thread.category: complaint: unknown (not given)",
        "         thread.joined_by: at least 1: unknown (not given)",
      ])
  }

  @Test(
    arguments: [
      (.none([.says(["a"])]), "none of: true"), (.not(.says(["a"])), "not: true"),
      (.count([.says(["a"])], .atLeast(2)), "at least 2 of: false"),
      (.withoutEffect("time.open"), "time.open: unknown (has no effect yet)"),
      (.strikes("conduct", .atLeast(1)), "history.conduct: at least 1: true (is 2)"),
      (.category(["other"]), "category: other: false (not known yet)"),
      (.escalation(["legal"]), "escalation: legal: false (asked of promises only)"),
      (.fact("x.words", .words(["a", "b"])), "x.words: a or b: false (is C, D)"),
      (.fact("x.text", .says(["a"])), "x.text: says a: unknown (not given)"),
      (.fact("x.yes", .known(false)), "x.yes: unknown: true (not given)"),
      (
        .termCount("many", .atLeast(9)),
        "text.count: many: at least 9: false (found “t0” (t0), “t1” (t1), “t2” (t2), “t3” (t3), “t4” (t4), “t5” (t5) and 2 more)"
      ),
      (
        .score("many", .atLeast(3)),
        "text.score: many: at least 3: true (found “t0” (t0), “t1” (t1), “t2” (t2), “t3” (t3), “t4” (t4), “t5” (t5) and 2 more, together 8)"
      ),
      (
        .says((0..<8).map { "never\($0)" }),
        "text.says: never0, never1, never2, never3, never4, never5 and 2 more: false (nothing found)"
      ),
      (.measure(.words, .lessThan(9)), "text.words: less than 9: true (is 8)"),
    ] as [(Condition, String)])
  func `every condition is put into words`(condition: Condition, expected: String) throws {
    var program = DecisionProgram.asking(condition)
    program.ladders = [.testing([.testing("watch", strikes: 1)])]
    program.lexicons = [.testing("many", (0..<8).map { "t\($0)" })]
    let text = (0..<8).map { "t\($0)" }.joined(separator: " ")
    let comment = #"{"text": "\#(text)", "history": {"conduct": 2}, "facts": {"x.words": ["C", "D"]}}"#
    #expect(try Self.lines(program, comment)[1] == "  when \(expected)")
  }

  @Test func `a signal is taken apart once, with its exception, and the steps of the plan are there`() throws {
    let program = DecisionProgram.testing {
      $0.signals = [SignalRule(name: "s", clause: Clause(when: .says(["a"]), unless: .says(["b"])))]
      $0.categories = [.testing("c", when: .all([.signal("s"), .signal("s")]), plan: "plan")]
      $0.plans = [.testing("plan", steps: [.testing("thank"), .testing("ask", when: .says(["a"]))])]
    }
    #expect(
      try Self.lines(program, #"{"text": "a"}"#) == [
        "category.c: holds", "  when all of: true", "         signal: s: true",
        "           text.says: a: true (found “a” (a))", "           unless: false",
        "             text.says: b: false (nothing found)", "         signal: s: true", "category.other: does not hold",
        "response.plan.thank: holds", "response.plan.ask: holds", "  when text.says: a: true (found “a” (a))",
      ])
  }
}
