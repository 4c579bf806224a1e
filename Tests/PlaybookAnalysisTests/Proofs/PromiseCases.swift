import Diagnostics
import TestSupport

// Promises that are broken, each with a twin that is nearly the same and kept.

/// A policy with one promise; a case says what is otherwise.
struct PromiseParts: Sendable {
  var when = "when: {category: complaint}"
  var kept = "always: {reply: {within: 60 minutes}}"
  var plan = "reply: {within: 60 minutes, in: public}"
  var complaint = "respond: recovery"
  var rude = "ladder: conduct"
  var block = "strikes: 2, needs: warn"
  var escalation = "hold_reply: no"
  var hours = "always"
  var zone = "Europe/London"
  var more = ""

  func playbook(_ name: String) -> String {
    """
    decorum: 1
    playbook: shop
    effective: 2026-12-01
    timezone: \(zone)
    used_on: [page]
    channels:
      page: {title: Page, can: [reply, hide, remove, block]}
      board: {title: Board, can: [hide]}
    teams: {care: {hours: \(hours)}, legal: {hours: always}, duty: {hours: always}}
    responses:
      recovery: {owner: care, \(plan), steps: [{step: apologise}]}
      slow: {owner: duty, reply: {within: 1 day, in: public}, steps: [{step: explain}]}
    ladders:
      conduct:
        forget_after: 90 days
        rungs: [{rung: warn, strikes: 1, do: [warn]}, {rung: block, \(block), do: [{block: {for: 30 days}}]}]
    categories:
      - {category: complaint, when: {text.says: invoice}, \(complaint)}
      - {category: rude, house_rule: Be kind., when: {text.says: idiot}, \(rude)}
      - {category: old, when: {text.says: old}, respond: slow}
      - {category: other, when: otherwise}
    escalations:
      - {escalation: court, when: {text.says: lawyer}, to: legal, \(escalation)}
    promises:
      \(name): {\(when), \(kept)}
    \(more)
    """
  }
}

private let workingPlan = "reply: {within: 4 working hours, in: public}"
private let weekdays = "Mon-Fri 09:00-17:00, cover: duty"
private let closed = "holidays: [2026-12-25, 2026-12-28]"
private let everybody = "when: {category: [complaint, rude, old, other]}"

private let held = "take what is held out of the promise with `unless: {escalation: …}`, or let nobody hold it"
private let answer = "answer by a plan that nobody has to choose, or narrow the promise"
private func late(_ length: String) -> String { "give the answer no more than \(length), or promise more time" }
private func order(_ action: String) -> String { "order `\(action)` wherever it is promised, or narrow the promise" }
private func leave(_ action: String) -> String { "leave `\(action)` out of what is done, or narrow the promise" }
private func need(_ deed: String) -> String {
  "let the rung need one that shows `\(deed)`, or narrow the promise"
}

private func promised(_ length: String) -> String { "always: {reply: {within: \(length)}}" }
private func doing(_ actions: String) -> String { "always: {actions: [\(actions)]}" }

/// What is broken, why, and the twin.
let brokenPromises: [(fault: PromiseParts, reason: String, help: String, twin: PromiseParts)] = [
  // Answers.
  (
    PromiseParts(complaint: "do: [capture]"), "the answer is not ordered", answer,
    PromiseParts(complaint: "do: [capture], respond: recovery")
  ),
  (
    PromiseParts(plan: "reply: {within: 2 hours, in: public}"), "the answer may take 2 hours", late("60 minutes"),
    PromiseParts(kept: promised("2 hours"), plan: "reply: {within: 2 hours, in: public}")
  ),
  (
    PromiseParts(plan: "reply: {in: public}"), "the answer has no deadline", late("60 minutes"),
    PromiseParts(kept: doing("reply"), plan: "reply: {in: public}")
  ),
  (
    PromiseParts(escalation: "hold_reply: yes"), "the answer is held by `legal`", held,
    PromiseParts(when: "when: {category: complaint}, unless: {escalation: court}", escalation: "hold_reply: yes")
  ),
  // The two never meet.
  (
    PromiseParts(escalation: "hold_reply: yes"), "the answer is held by `legal`", held,
    PromiseParts(when: "when: {category: complaint}, unless: {text.says: lawyer}", escalation: "hold_reply: yes")
  ),
  (
    PromiseParts(plan: "reply: {within: 60 minutes, in: public, optional: yes}"),
    "the answer is left to a person's judgement", answer, PromiseParts()
  ),
  (
    PromiseParts(plan: "approval: duty, reply: {within: 60 minutes, in: public}"), "the answer waits for `duty`",
    answer,
    PromiseParts()
  ),
  (
    PromiseParts(plan: "reply: {within: 60 minutes, in: same}"), "`message` cannot be done on `page`", answer,
    PromiseParts(
      when: "when: {category: complaint}, unless: {post.visibility: private}",
      plan: "reply: {within: 60 minutes, in: same}")
  ),
  (
    PromiseParts(escalation: "respond: slow"), "the answer may take 1 day", late("60 minutes"),
    PromiseParts(kept: promised("1 day"), escalation: "respond: slow")
  ),
  // Working hours: over a weekend, and over one whose night is an hour longer; by clocks that are never changed.
  (
    PromiseParts(kept: promised("4 hours"), plan: workingPlan, hours: weekdays),
    "posted on Friday 2027-10-29 17:00, the answer is due on Monday 2027-11-01 13:00", late("4 hours"),
    PromiseParts(kept: promised("4 working hours"), plan: workingPlan, hours: weekdays)
  ),
  (
    PromiseParts(kept: promised("68 hours"), plan: workingPlan, hours: weekdays),
    "posted on Friday 2027-10-29 17:00, the answer is due on Monday 2027-11-01 13:00", late("68 hours"),
    PromiseParts(kept: promised("69 hours"), plan: workingPlan, hours: weekdays)
  ),
  (
    PromiseParts(kept: promised("67 hours"), plan: workingPlan, hours: weekdays, zone: "UTC"),
    "posted on Friday 2026-12-04 17:00, the answer is due on Monday 2026-12-07 13:00", late("67 hours"),
    PromiseParts(kept: promised("68 hours"), plan: workingPlan, hours: weekdays, zone: "UTC")
  ),
  (
    PromiseParts(kept: promised("69 hours"), plan: workingPlan, hours: weekdays, more: closed),
    "posted on Thursday 2026-12-24 17:00, the answer is due on Tuesday 2026-12-29 13:00", late("69 hours"),
    PromiseParts(kept: promised("116 hours"), plan: workingPlan, hours: weekdays, more: closed)
  ),
  // Only comments within the team's hours, and of these the last.
  (
    PromiseParts(
      when: "when: {category: complaint, time.open: care}", kept: promised("68 hours"), plan: workingPlan,
      hours: weekdays),
    "posted on Friday 2027-10-29 16:59:59, the answer is due on Monday 2027-11-01 12:59:59", late("68 hours"),
    PromiseParts(
      when: "when: {category: complaint, time.open: care}", kept: promised("4 hours"),
      plan: "reply: {within: 4 hours, in: public}", hours: weekdays)
  ),
  // The day on which clocks are set forward has 23 hours.
  (
    PromiseParts(kept: promised("1 working day"), plan: "reply: {within: 24 hours, in: public}"),
    "posted on Saturday 2027-03-27 23:59:59, the answer is due on Monday 2027-03-29 00:59:59", late("1 working day"),
    PromiseParts(kept: promised("1 working day"), plan: "reply: {within: 23 hours, in: public}")
  ),
  (
    PromiseParts(kept: promised("1 day"), plan: "reply: {within: 1 working day, in: public}", hours: weekdays),
    "posted on Friday 2027-10-29 00:00, the answer is due on Monday 2027-11-01 17:00", late("1 day"),
    PromiseParts(kept: promised("90 hours"), plan: "reply: {within: 1 working day, in: public}", hours: weekdays)
  ),
  // Actions.
  (
    PromiseParts(kept: doing("capture")), "`capture` is not ordered", order("capture"),
    PromiseParts(kept: doing("capture"), complaint: "do: [capture]")
  ),
  (
    PromiseParts(kept: doing("capture"), complaint: "may: [capture]"),
    "`capture` is left to a person's judgement", order("capture"),
    PromiseParts(kept: doing("reply"), complaint: "respond: recovery")
  ),
  // The fact may be unknown.
  (
    PromiseParts(
      when: "when: {text.says: invoice}", kept: doing("capture"),
      complaint: "unless: {author.verified: unknown}, do: [capture]"), "`capture` is not ordered", order("capture"),
    PromiseParts(
      when: "when: {text.says: invoice, author.verified: known}", kept: doing("capture"),
      complaint: "unless: {author.verified: unknown}, do: [capture]")
  ),
  (
    PromiseParts(
      when: "when: {category: rude}", kept: doing("hide"), rude: "do: [hide], approval: duty"),
    "`hide` waits for `duty`", order("hide"),
    PromiseParts(when: "when: {category: rude}", kept: doing("hide"), rude: "do: [hide]")
  ),
  (
    PromiseParts(
      when: "when: {category: rude}", kept: doing("warn"), rude: "do: [warn]", escalation: "hold_reply: yes"),
    "`warn` is held by `legal`", held,
    PromiseParts(
      when: "when: {category: rude, none: [{text.says: lawyer}]}", kept: doing("warn"), rude: "do: [warn]",
      escalation: "hold_reply: yes")
  ),
  (
    PromiseParts(when: "when: {category: rude}", kept: doing("mute"), rude: "do: [mute]"),
    "`mute` cannot be done on `page`", order("mute"),
    PromiseParts(
      when: "when: {category: rude}, unless: {post.channel: page}", kept: doing("mute"), rude: "do: [mute]")
  ),
  // What is never done.
  (
    PromiseParts(when: everybody, kept: "never: [remove, hide]", rude: "do: [hide]"), "`hide` is ordered",
    leave("hide"),
    PromiseParts(when: everybody, kept: "never: [remove]", rude: "do: [hide]")
  ),
  (
    PromiseParts(kept: "never: [hide]", complaint: "may: [hide], respond: recovery"),
    "`hide` is left to a person's judgement", leave("hide"), PromiseParts(kept: "never: [hide]", rude: "may: [hide]")
  ),
  (
    PromiseParts(kept: "never: [hide]", escalation: "do: [hide]"), "`hide` is ordered", leave("hide"),
    PromiseParts(
      when: "when: {category: complaint}, unless: {escalation: court}", kept: "never: [hide]", escalation: "do: [hide]")
  ),
  (
    PromiseParts(when: "when: {text.says: invoice}", kept: "never: [block]", complaint: "ladder: conduct"),
    "`block` is ordered", leave("block"),
    PromiseParts(when: "when: {category: complaint}", kept: "never: [block]", complaint: "respond: recovery")
  ),
  (
    PromiseParts(when: "when: {escalation: court}", kept: "never: [hide]", rude: "do: [hide]"), "`hide` is ordered",
    leave("hide"),
    PromiseParts(
      when: "when: {escalation: court, none: [{text.says: idiot}]}", kept: "never: [hide]", rude: "do: [hide]")
  ),
  // The first strike leads to a warning.
  (
    PromiseParts(when: "when: {category: rude, history.conduct: at least 1}", kept: "never: [block]"),
    "`block` is ordered", leave("block"),
    PromiseParts(when: "when: {category: rude, history.conduct: 0}", kept: "never: [block]")
  ),
  // What comes before.
  (
    PromiseParts(when: everybody, kept: "before: {block: warn}", block: "strikes: 2"),
    "`block` is ordered, and `warn` was not done before", need("warn"),
    PromiseParts(when: everybody, kept: "before: {block: warn}")
  ),
  (
    PromiseParts(
      when: everybody, kept: "before: {block: warn}", rude: "ladder: {use: conduct, no_lower_than: block}"),
    "`block` is ordered, and `warn` was not done before", need("warn"),
    PromiseParts(
      when: everybody, kept: "before: {block: warn}", rude: "ladder: {use: conduct, no_lower_than: warn}")
  ),
  (
    PromiseParts(when: everybody, kept: "before: {block: warn}", escalation: "do: [{block: {for: 1 day}}]"),
    "`block` is ordered, and `warn` was not done before", need("warn"),
    PromiseParts(when: everybody, kept: "before: {block: warn}", escalation: "do: [hide]")
  ),
  (
    PromiseParts(when: everybody, kept: "before: {warn: warn}"), "`warn` is ordered, and `warn` was not done before",
    need("warn"),
    PromiseParts(when: everybody, kept: "before: {remove: warn}")
  ),
]

let brokenPromiseCases = brokenPromises.map { parts in
  FindingCase(
    "broken-promise", "`kept` is broken: \(parts.reason)", severity: .warning, help: parts.help,
    in: parts.fault.playbook("1️⃣kept2️⃣"), notIn: parts.twin.playbook("kept"))
}
