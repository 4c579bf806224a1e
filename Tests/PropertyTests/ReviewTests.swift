import DecisionEngine
import DecisionModel
import DecisionOracle
import PlaybookPipeline
import ReplyReview
import Testing

/// What must hold of every review of every draft.
@Suite struct ReviewTests {
  @Test func `a draft in the playbook's own words shows every step that has words`() throws {
    try everyCase("own words", count: 150) { tried, _ in
      let engine = try engine(tried.playbook)
      let reviewer = try Reviewer(engine)
      for comment in tried.comments {
        let comment = try engine.comment(comment.json, now: noon)
        for plan in engine.program.plans {
          guard let answer = engine.plannedAnswer(by: plan.name, to: comment) else { return "there is no \(plan.name)" }
          let words = answer.steps.compactMap(\.say).joined(separator: " ")
          let review = reviewer.review(Draft(text: Array(words.utf8), plan: plan.name, comment: comment))
          let said = answer.steps.filter { $0.say != nil }.map(\.rule.name)
          if let step = said.first(where: review.missingSteps.contains) {
            return "\(step) of \(plan.name) in: \(words)"
          }
        }
      }
      return nil
    }
  }

  @Test func `a review is canonical, and every place in it holds the text that is said to stand there`() throws {
    try everyCase("reviews", count: 150) { tried, _ in
      let engine = try engine(tried.playbook)
      let reviewer = try Reviewer(engine)
      for comment in tried.comments {
        for plan in engine.program.plans.prefix(1) {
          let review = reviewer.review(Draft(text: Array(comment.text.utf8), plan: plan.name))
          let json = try JSONValue(parsing: review.json)
          if !json.written.utf8.elementsEqual(review.json) { return "written anew: \(json.written)" }
          let scalars = Array(comment.text.unicodeScalars)
          for hit in review.findings.flatMap({ $0.found.compactMap(\.hit) + $0.places }) {
            let read = scalars[hit.range.clamped(to: scalars.indices)].map(String.init).joined()
            if !read.utf8.elementsEqual(hit.text) { return "\(hit.range) holds \(read): \(comment.line)" }
          }
        }
      }
      return nil
    }
  }
}
