import DecisionEngine
import DecisionModel
import DecisionOracle
import Diagnostics
import PlaybookModel
import ReplyReview

// Drafted replies and entries of feeds, held to what a playbook expects of them.
extension PlaybookBench {
  func mismatches(of draft: TestDraft, with expected: Expectation) -> [Mismatch] {
    var json = [JSONMember("reply", .text(draft.text))]
    if let plan = draft.plan { json.append(JSONMember("plan", .text(plan))) }
    if let comment = draft.comment { json.append(JSONMember("comment", comment.json)) }
    do throws(CommentProblem) {
      return mismatches(of: reviewer.review(try reviewer.draft(.object(json), now: bench.now)), with: expected)
    } catch {
      return [
        Mismatch(what: "draft", expected: "a draft that can be read", actual: error.sentence, span: expected.span)
      ]
    }
  }

  private func mismatches(of review: Review, with expected: Expectation) -> [Mismatch] {
    var comparison = Comparison(expected, bench.program)
    comparison.set("breaks", expected.breaks, review.brokenStandards)
    comparison.set("lacks", expected.lacks, review.missingSteps)
    comparison.passes(expected.passes, review)
    return comparison.mismatches
  }

  func mismatches(of watches: [String], with expected: Expectation) -> [Mismatch] {
    var comparison = Comparison(expected, bench.program)
    comparison.set("watch", expected.watch, watches)
    return comparison.mismatches
  }

  // MARK: Standards

  /// The examples of standards are drafts: those that break it, and those that do not.
  func examples(of standard: Standard) -> [TestResult] {
    guard standard.avoid != nil else { return [] }
    return standard.examples.positive.map { result(of: $0, breaks: true, standard) }
      + standard.examples.negative.map { result(of: $0, breaks: false, standard) }
  }

  private func result(of example: Example, breaks: Bool, _ standard: Standard) -> TestResult {
    let name = standard.definition.name
    let broken = standardsBroken(by: example.comment)
    let isBroken = broken?.contains(name) ?? !breaks
    let mismatch = Mismatch(
      what: "standard \(name)", expected: breaks ? "is broken" : "is not broken",
      actual: broken == nil ? "cannot be judged" : isBroken ? "is broken" : "is not broken", span: example.span)
    return TestResult(breaks ? .example : .counterexample, of: example, isBroken == breaks ? [] : [mismatch])
  }

  /// The standards that a draft breaks where everybody reads it, unless it says otherwise; nil where it cannot be read.
  func standardsBroken(by draft: TestComment) -> [String]? {
    guard let comment = try? bench.decider.comment(draft.json, now: bench.now) else { return nil }
    let isPrivate = draft.json["post"]?["visibility"]?.text == "private"
    return reviewer.standardsBroken(by: comment, isPrivate: isPrivate)
  }
}

extension Comparison {
  /// Where a draft passes and should not, or the other way round, what stands against it is said.
  fileprivate mutating func passes(_ expected: Bool?, _ review: Review) {
    guard let expected, expected != review.passes else { return }
    let errors = review.findings.filter { $0.severity == .error }.map(\.message)
    add("passes", expected ? "yes" : "no", review.passes ? "yes" : "no: \(errors.joined(separator: " "))")
  }
}
