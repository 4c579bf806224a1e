import Diagnostics
import TestSupport

// Clauses that part a number among them and leave one value out, or take one twice; each with a twin that does not.

/// What is asked below a number and above it, with the number; the twin takes the place of the latter.
typealias SeamParts = (below: String, above: String, twin: String, number: String)

let gaps: [SeamParts] = [
  ("author.followers: less than 100", "1️⃣author.followers: more than 100", "author.followers: at least 100", "100"),
  ("text.words: at most 9", "1️⃣text.words: at least 11", "text.words: at least 10", "10"),
  ("post.rating: less than 3", "1️⃣post.rating: more than 3", "post.rating: at least 3", "3"),
  ("history.conduct: less than 2", "1️⃣history.conduct: more than 2", "history.conduct: at least 2", "2"),
  ("text.capitals: less than 50%", "1️⃣text.capitals: more than 50%", "text.capitals: at least 50%", "0.5"),
  ("order.days_late: at most 1", "1️⃣order.days_late: at least 3", "order.days_late: at least 2", "2"),
  (
    "text.count: {goods: less than 2}", "text.count: {1️⃣goods: more than 2}", "text.count: {goods: at least 2}", "2"
  ),
  ("text.score: {goods: at most 1}", "text.score: {1️⃣goods: more than 2}", "text.score: {goods: more than 1}", "2"),
  (
    "case.unanswered_for: less than 2 days", "1️⃣case.unanswered_for: more than 2 days",
    "case.unanswered_for: at least 2 days", "2 days"
  ),
  (
    "history.comments: {in: 1 day, is: less than 5}", "1️⃣history.comments: {in: 1 day, is: more than 5}",
    "history.comments: {in: 1 day, is: at least 5}", "5"
  ),
  ("text.links: between 1 and 2", "1️⃣text.links: between 4 and 9", "text.links: between 3 and 9", "3"),
  ("text.length: less than 20", "1️⃣text.length: more than 20", "text.length: at least 20", "20"),
  ("model.score: less than 0.5", "1️⃣model.score: more than 0.5", "model.score: at least 0.5", "0.5"),
  ("author.followers: at most 99", "1️⃣author.followers: more than 100", "author.followers: more than 99", "100"),
  // In the middle of a rating nothing is left out by mistake.
  ("post.rating: less than 2", "1️⃣post.rating: more than 2", "post.rating: at least 3", "2"),
  // What leaves out more is meant.
  ("text.emoji: at most 4", "1️⃣text.emoji: at least 6", "text.emoji: at least 7", "5"),
]

let overlaps: [SeamParts] = [
  ("author.followers: at most 100", "1️⃣author.followers: at least 100", "author.followers: more than 100", "100"),
  ("text.words: less than 11", "1️⃣text.words: at least 10", "text.words: at least 11", "10"),
  ("post.rating: at most 3", "1️⃣post.rating: at least 3", "post.rating: more than 3", "3"),
  ("history.conduct: at most 2", "1️⃣history.conduct: at least 2", "history.conduct: more than 2", "2"),
  ("text.capitals: at most 50%", "1️⃣text.capitals: at least 50%", "text.capitals: more than 50%", "0.5"),
  ("order.days_late: at most 2", "1️⃣order.days_late: more than 1", "order.days_late: more than 2", "2"),
  ("text.count: {goods: at most 2}", "text.count: {1️⃣goods: at least 2}", "text.count: {goods: at least 3}", "2"),
  ("text.score: {goods: at most 2}", "text.score: {1️⃣goods: more than 1}", "text.score: {goods: more than 2}", "2"),
  (
    "case.unanswered_for: at most 2 days", "1️⃣case.unanswered_for: at least 2 days",
    "case.unanswered_for: more than 2 days", "2 days"
  ),
  (
    "history.comments: {in: 1 day, is: at most 5}", "1️⃣history.comments: {in: 1 day, is: at least 5}",
    "history.comments: {in: 1 day, is: at least 6}", "5"
  ),
  ("text.links: between 1 and 3", "1️⃣text.links: between 3 and 9", "text.links: between 4 and 9", "3"),
  ("model.score: at most 0.5", "1️⃣model.score: at least 0.5", "model.score: more than 0.5", "0.5"),
  // What falls together in more is meant.
  ("text.emoji: at most 5", "1️⃣text.emoji: at least 5", "text.emoji: at least 4", "5"),
]

let seamCases =
  gaps.enumerated().map {
    seam("threshold-gap", "neither `below` nor", "with `at least` or `at most`", $1, kind: $0)
  }
  + overlaps.enumerated().map {
    seam("threshold-overlap", "both `below` and", "the other with `more than` or `less than`", $1, kind: $0)
  }

/// Categories, escalations and signals in turn.
private func seam(_ name: String, _ both: String, _ help: String, _ parts: SeamParts, kind: Int) -> FindingCase {
  let subject = parts.below.prefix { $0 != ":" }
  let of = subject == "text.count" || subject == "text.score" ? " for `goods`" : ""
  let text = { (above: String) in
    parted(kind, "{text.says: sponsors, \(parts.below)}", "{text.says: sponsors, \(above)}")
  }
  return FindingCase(
    name, "`\(subject)`\(of) of \(parts.number) is in \(both) `above`", severity: .warning,
    help: "say which of them takes it: \(help)", in: text(parts.above), notIn: text(parts.twin))
}

private func parted(_ kind: Int, _ below: String, _ above: String) -> String {
  switch kind % 3 {
  case 0: policy("  - {category: below, when: \(below)}\n  - {category: above, when: \(above)}")
  case 1: policy("", "{escalation: below, when: \(below), to: care}\n  - {escalation: above, when: \(above), to: care}")
  default:
    policy(
      "  - {category: few, when: {signal: below}}\n  - {category: many, when: {signal: above}}",
      signals: "  below: \(below)\n  above: \(above)")
  }
}
