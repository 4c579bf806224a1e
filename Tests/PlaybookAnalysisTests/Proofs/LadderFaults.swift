import Diagnostics
import TestSupport

// Faults of ladders, each with a twin that is nearly the same and sound. A marker stands where the finding points.

/// A ladder and the categories that lead onto it.
struct LadderParts: Sendable {
  var rungs: [String]
  /// What stands beside the usual category, before it in the list.
  var categories: [String] = []
  /// The category of insults.
  var abuse = "{category: abuse, house_rule: Be kind., when: {text.says: idiot*}, ladder: l}"
  var ladder = "l"
  var forget = "90 days"
  var more = ""

  var playbook: String {
    """
    decorum: 1
    playbook: shop
    ladders: {\(ladder): {forget_after: \(forget), rungs: [\(rungs.joined(separator: ", "))]}}
    categories:
    \((categories + [abuse]).map { "  - \($0)\n" }.joined())  - {category: other, when: otherwise}
    \(more)
    """
  }
}

private let watch = "{rung: watch, strikes: 1, do: [monitor]}"
private let warn = "{rung: warn, strikes: 2, do: [warn]}"
private let warned = "{rung: warn, strikes: 1, do: [warn]}"
private let mute = "{rung: mute, strikes: 1, do: [mute]}"
private let length = "do: [{block: {for: 90 days}}]"

private func rung(_ name: String, _ strikes: Int, _ action: String, needs: String? = nil) -> String {
  "{rung: \(name), strikes: \(strikes)\(needs.map { ", needs: \($0)" } ?? ""), do: [\(action)]}"
}
private func block(_ strikes: Int, needs: String? = nil, name: String = "block", for time: String = "90 days") -> String
{
  rung(name, strikes, "{block: {for: \(time)}}", needs: needs)
}
/// A category that counts on the ladder as it says.
private func threat(_ use: String, when: String = "{text.says: threat}") -> String {
  "{category: threat, house_rule: Do not threaten., when: \(when), ladder: {use: l, \(use)}}"
}
private func counting(_ number: Int) -> String {
  "{category: abuse, house_rule: Be kind., when: {text.says: idiot*}, ladder: {use: l, counts: \(number)}}"
}

typealias LadderFault = (fault: LadderParts, twin: LadderParts)

// MARK: Rungs that nothing reaches

private let passed = "give each rung more `strikes` than the one before it"
private let unled = "let comments on the ladder count up to its `strikes`, or leave the rung out"

private let unreachableRungs: [(message: String, help: String, parts: LadderFault)] = [
  (
    "the rung `watch` is never taken: `warn` needs no more strikes", passed,
    (LadderParts(rungs: ["{rung: 1️⃣watch2️⃣, strikes: 2, do: [monitor]}", warn]), LadderParts(rungs: [watch, warn]))
  ),
  (
    "the rung `hide` is never taken: `mute` needs no more strikes", passed,
    (
      LadderParts(rungs: [warn, rung("1️⃣hide2️⃣", 9, "hide"), rung("mute", 4, "mute")]),
      LadderParts(rungs: [warn, rung("hide", 3, "hide"), rung("mute", 4, "mute")])
    )
  ),
  (
    "the rung `watch` is never taken: `warn` needs no more strikes", passed,
    (
      LadderParts(rungs: [rung("1️⃣watch2️⃣", 3, "monitor"), warn, rung("hide", 4, "hide")]),
      LadderParts(rungs: [rung("watch", 1, "monitor"), warn, rung("hide", 4, "hide")])
    )
  ),
  // The last one is behind the second, which waits; when that is over, the last is taken.
  (
    "the rung `hide` is never taken: `mute` needs no more strikes", passed,
    (
      LadderParts(rungs: [warned, rung("1️⃣hide2️⃣", 2, "hide", needs: "warn"), rung("mute", 2, "mute")]),
      LadderParts(rungs: [warned, rung("hide", 2, "hide", needs: "warn"), rung("mute", 3, "mute")])
    )
  ),
  (
    "the rung `ban` is never taken: it has no `strikes`",
    "add `strikes`, or name it in a category: `no_lower_than: ban`",
    (
      LadderParts(rungs: [warned, "{rung: 1️⃣ban2️⃣, \(length)}"]),
      LadderParts(rungs: [warned, "{rung: ban, \(length)}"], categories: [threat("no_lower_than: ban")])
    )
  ),
  // What needs it follows from it.
  (
    "the rung `warn` is never taken: it has no `strikes`",
    "add `strikes`, or name it in a category: `no_lower_than: warn`",
    (
      LadderParts(rungs: [watch, "{rung: 1️⃣warn2️⃣, do: [warn]}", block(3, needs: "warn")]),
      LadderParts(
        rungs: [watch, "{rung: warn, do: [warn]}", block(3, needs: "warn")], categories: [threat("no_lower_than: warn")]
      )
    )
  ),
  (
    "the rung `watch` is never taken: no sequence of comments leads to it", unled,
    (
      LadderParts(rungs: [rung("1️⃣watch2️⃣", 1, "monitor"), warn], abuse: counting(2)),
      LadderParts(rungs: [watch, warn], categories: [threat("counts: 2")])
    )
  ),
  (
    "the rung `hide` is never taken: no sequence of comments leads to it", unled,
    (
      LadderParts(rungs: [warn, rung("1️⃣hide2️⃣", 3, "hide"), rung("mute", 4, "mute")], abuse: counting(2)),
      LadderParts(rungs: [warn, rung("hide", 4, "hide"), rung("mute", 6, "mute")], abuse: counting(2))
    )
  ),
  (
    "the rung `hide` is never taken: no sequence of comments leads to it", unled,
    (
      LadderParts(rungs: [warn, rung("1️⃣hide2️⃣", 5, "hide"), rung("mute", 6, "mute")], abuse: counting(3)),
      LadderParts(
        rungs: [warn, rung("hide", 5, "hide"), rung("mute", 6, "mute")], categories: [threat("counts: 2")],
        abuse: counting(3))
    )
  ),
  (
    "the rung `watch` is never taken: no sequence of comments leads to it", unled,
    (
      LadderParts(
        rungs: [rung("1️⃣watch2️⃣", 1, "monitor"), warn, rung("hide", 3, "hide")],
        abuse: counting(1).replacing("counts: 1", with: "no_lower_than: warn")),
      LadderParts(rungs: [watch, warn, rung("hide", 3, "hide")], categories: [threat("no_lower_than: warn")])
    )
  ),
  // With two strikes the category is another one, which mutes too and is not on the ladder.
  (
    "the rung `mute` is never taken: no sequence of comments leads to it", unled,
    (
      LadderParts(
        rungs: [watch, warn, rung("1️⃣mute2️⃣", 3, "mute")],
        categories: ["{category: known, house_rule: Be kind., when: {history.l: at least 2}, do: [mute]}"]),
      LadderParts(
        rungs: [watch, warn, rung("mute", 3, "mute")],
        categories: ["{category: known, house_rule: Be kind., when: {post.rating: at least 3}, do: [mute]}"])
    )
  ),
  (
    "the rung `warn` is never taken: no sequence of comments leads to it", unled,
    (
      LadderParts(
        rungs: ["{rung: note, strikes: 1, do: [capture]}", rung("1️⃣warn2️⃣", 2, "warn"), rung("hide", 3, "hide")],
        categories: [threat("counts: 2", when: "{text.says: idiot*, history.l: at least 1}")]),
      LadderParts(
        rungs: ["{rung: note, strikes: 1, do: [capture]}", rung("warn", 2, "warn"), rung("hide", 3, "hide")],
        categories: [threat("counts: 2", when: "{text.says: idiot*, history.l: at least 2}")])
    )
  ),
]

// MARK: Blocks that come unannounced

private let addWarn = "add `needs: warn`"
private let writeWarn = "write a rung that does `warn` before it, and name it with `needs`"

private let unwarnedBlocks: [(help: String, parts: LadderFault)] = [
  (
    addWarn,
    (LadderParts(rungs: [warn, block(3, name: "1️⃣block2️⃣")]), LadderParts(rungs: [warn, block(3, needs: "warn")]))
  ),
  (
    addWarn,
    (
      LadderParts(rungs: [watch, warn, block(3, name: "1️⃣block2️⃣")]),
      LadderParts(rungs: [watch, warn, block(3, needs: "warn")])
    )
  ),
  (
    writeWarn,
    (
      LadderParts(rungs: [watch, block(3, needs: "watch", name: "1️⃣block2️⃣")]),
      LadderParts(rungs: [warn, rung("hide", 3, "hide", needs: "warn"), block(4, needs: "hide")])
    )
  ),
  (
    writeWarn, (LadderParts(rungs: [block(1, name: "1️⃣block2️⃣")]), LadderParts(rungs: [warned, block(2, needs: "warn")]))
  ),
  // The rung between waits for the warning, and the block stands behind it.
  (
    addWarn,
    (
      LadderParts(rungs: [warn, rung("hide", 3, "hide"), block(4, name: "1️⃣block2️⃣")]),
      LadderParts(rungs: [warn, rung("hide", 3, "hide", needs: "warn"), block(4)])
    )
  ),
  (
    addWarn,
    (
      LadderParts(rungs: [
        watch, rung("warn", 2, "warn", needs: "watch"), block(3, needs: "watch", name: "1️⃣block2️⃣"),
      ]),
      LadderParts(rungs: [watch, rung("warn", 2, "warn", needs: "watch"), block(3, needs: "warn")])
    )
  ),
  (
    addWarn,
    (
      LadderParts(rungs: [watch, warn, block(4, name: "1️⃣block2️⃣")], categories: [threat("counts: 4")]),
      LadderParts(rungs: [watch, warn, block(4, needs: "warn")], categories: [threat("counts: 4")])
    )
  ),
  // What a category takes at the least it takes by what was done.
  (
    addWarn,
    (
      LadderParts(rungs: [warned, block(2, name: "1️⃣block2️⃣")], categories: [threat("no_lower_than: block")]),
      LadderParts(rungs: [warned, "{rung: block, \(length)}"], categories: [threat("no_lower_than: block")])
    )
  ),
  (
    writeWarn,
    (
      LadderParts(rungs: ["{rung: 1️⃣block2️⃣, strikes: 2, \(length), say: You are blocked.}"]),
      LadderParts(rungs: [
        "{rung: note, strikes: 1, do: [monitor], say: Stop it.}",
        "{rung: block, strikes: 2, needs: note, \(length), say: You are blocked.}",
      ])
    )
  ),
  (
    "add `needs: note`",
    (
      LadderParts(rungs: [rung("note", 1, "message"), block(2, name: "1️⃣block2️⃣")]),
      LadderParts(rungs: [rung("note", 1, "message"), block(2, needs: "note")])
    )
  ),
  (
    addWarn,
    (
      LadderParts(rungs: [warned, block(2, name: "1️⃣block2️⃣")], forget: "2 months"),
      LadderParts(rungs: [warned, block(2, needs: "warn")], forget: "2 months")
    )
  ),
  (
    addWarn,
    (
      LadderParts(
        rungs: [warned, rung("mute", 2, "mute"), block(3, needs: "mute", name: "1️⃣block2️⃣")],
        categories: [threat("no_lower_than: mute")]),
      LadderParts(
        rungs: [warned, rung("mute", 2, "mute", needs: "warn"), block(3, needs: "mute")],
        categories: [threat("no_lower_than: warn")])
    )
  ),
]

// MARK: Rungs out of order of force

private func weaker(_ first: String, _ second: String, _ name: String, than earlier: String, _ more: LadderParts? = nil)
  -> (names: (String, String), parts: LadderFault)
{
  let strikes = { (rung: String, number: Int) in
    rung.replacing("{rung: ", with: "{strikes: \(number), rung: ")
  }
  let marked = second.replacing("{rung: \(name),", with: "{rung: 1️⃣\(name)2️⃣,")
  let parts = { (rungs: [String]) in LadderParts(rungs: rungs, categories: more?.categories ?? []) }
  return (
    (name, earlier), (parts([strikes(first, 1), strikes(marked, 2)]), parts([strikes(second, 1), strikes(first, 2)]))
  )
}

private let weakerRungs: [(names: (String, String), parts: LadderFault)] = [
  weaker("{rung: hide, do: [hide]}", "{rung: warn, do: [warn]}", "warn", than: "hide"),
  weaker("{rung: mute, do: [mute]}", "{rung: hide, do: [hide]}", "hide", than: "mute"),
  weaker("{rung: warn, do: [warn]}", "{rung: note, do: [capture]}", "note", than: "warn"),
  weaker("{rung: mute, do: [mute]}", "{rung: warn, do: [warn]}", "warn", than: "mute"),
  weaker("{rung: mute, do: [mute]}", "{rung: away, do: [remove]}", "away", than: "mute"),
  weaker("{rung: tell, do: [report]}", "{rung: note, do: [message]}", "note", than: "tell"),
  weaker("{rung: shut, do: [lock]}", "{rung: watch, do: [monitor]}", "watch", than: "shut"),
  weaker("{rung: talk, do: [monitor], say: Stop it.}", "{rung: watch, do: [monitor]}", "watch", than: "talk"),
  weaker("{rung: both, do: [hide, mute]}", "{rung: hide, do: [hide, report]}", "hide", than: "both"),
  weaker(
    "{rung: mute, do: [mute]}", "{rung: hide, do: [hide]}", "hide", than: "mute",
    LadderParts(rungs: [], categories: [threat("counts: 2")])),
  (
    ("again", "block"),
    (
      LadderParts(rungs: [warn, block(3, needs: "warn"), block(4, needs: "block", name: "1️⃣again2️⃣", for: "1 week")]),
      LadderParts(rungs: [warn, block(3, needs: "warn"), block(4, needs: "block", name: "again", for: "6 months")])
    )
  ),
  (
    ("mute", "block"),
    (
      LadderParts(rungs: [warn, block(3, needs: "warn"), rung("1️⃣mute2️⃣", 4, "mute", needs: "block")]),
      LadderParts(rungs: [warn, rung("mute", 3, "mute", needs: "warn"), block(4, needs: "mute")])
    )
  ),
]

// MARK: Misconduct that pays

private func rewarding(_ condition: String, _ twin: String, _ rungs: [String] = [warned, rung("hide", 2, "hide")])
  -> LadderFault
{
  let known = { (condition: String) in
    "{category: known, house_rule: Be kind., when: {text.says: idiot*, \(condition)}, do: [monitor]}"
  }
  var fault = LadderParts(rungs: rungs, categories: [known(condition)])
  fault.ladder = "1️⃣l2️⃣"
  return (fault, LadderParts(rungs: rungs, categories: [known(twin)]))
}

private let rewardedMisconduct: [LadderFault] = [
  rewarding("history.l: at least 2", "post.rating: at least 2"),
  rewarding("history.l: more than 2", "post.rating: more than 2"),
  rewarding("history.l: 2", "post.rating: 2"),
  rewarding("history.l: between 2 and 3", "author.followers: between 2 and 3"),
  rewarding("history.l: [2, 5]", "author.followers: [2, 5]"),
  rewarding("not: {history.l: less than 2}", "not: {author.followers: less than 2}"),
  rewarding("any: [{history.l: at least 3}, {text.says: sorry}]", "any: [{text.says: my fault}, {text.says: sorry}]"),
  rewarding("none: [{history.l: at most 1}]", "none: [{author.followers: at most 1}]"),
  rewarding(
    "history.l: at least 2", "post.rating: at least 2", [warned, rung("mute", 2, "mute", needs: "warn")]),
  rewarding("history.l: at least 2", "post.rating: at least 2", [warned, block(2, needs: "warn")]),
  // The category that others are in from the second strike on hides nothing, and is on the ladder like theirs.
  (
    LadderParts(
      rungs: [watch, warn], categories: [threat("counts: 1", when: "{text.says: idiot*, history.l: at least 2}")],
      abuse: "{category: abuse, house_rule: Be kind., when: {text.says: idiot*}, do: [hide], ladder: l}",
      ladder: "1️⃣l2️⃣"),
    LadderParts(
      rungs: [watch, warn], categories: [threat("counts: 1", when: "{text.says: idiot*, history.l: at least 2}")])
  ),
  // By a signal, and an exception.
  (
    LadderParts(
      rungs: [warned, rung("hide", 2, "hide")],
      abuse: "{category: abuse, house_rule: Be kind., when: {text.says: idiot*}, unless: {signal: old}, ladder: l}",
      ladder: "1️⃣l2️⃣", more: "signals: {old: {history.l: at least 2}}"),
    LadderParts(
      rungs: [warned, rung("hide", 2, "hide")],
      abuse: "{category: abuse, house_rule: Be kind., when: {text.says: idiot*}, unless: {signal: old}, ladder: l}",
      more: "signals: {old: {author.verified: yes}}")
  ),
]

// MARK: Authors who are stuck

/// A rung between a warning and what needs it, which does not wait for the warning; and the same where it does.
private func passing(
  _ first: [String], _ between: (name: String, strikes: Int, action: String), _ block: String,
  needs: String = "warn", categories: [String] = [], forget: String = "90 days"
) -> (names: (String, String, String), parts: LadderFault) {
  let (name, strikes, action) = between
  let parts = { (between: String) in
    LadderParts(rungs: first + [between, block], categories: categories, forget: forget)
  }
  return (
    (name, "block", needs),
    (parts(rung("1️⃣\(name)2️⃣", strikes, action)), parts(rung(name, strikes, action, needs: needs)))
  )
}

private let stuckAuthors: [(names: (String, String, String), parts: LadderFault)] = [
  passing([warned], ("hide", 2, "hide"), block(3, needs: "warn")),
  passing([watch, warn], ("hide", 3, "hide"), block(4, needs: "warn")),
  passing([warned], ("mute", 2, "mute"), block(3, needs: "warn")),
  passing([warned], ("mute", 3, "mute"), block(5, needs: "warn")),
  passing([warned], ("tell", 2, "report"), block(3, needs: "warn"), forget: "30 days"),
  passing([warned], ("hide", 2, "hide"), block(3, needs: "warn"), forget: "6 months"),
  passing([watch, warn], ("hide", 3, "hide"), block(4, needs: "warn"), categories: [threat("counts: 2")]),
  passing([warned], ("hide", 2, "hide"), block(3, needs: "warn"), categories: [threat("counts: 3")]),
  passing([warned], ("hide", 2, "hide"), block(3, needs: "warn"), categories: [threat("no_lower_than: hide")]),
  passing([rung("note", 1, "message")], ("hide", 2, "hide"), block(3, needs: "note"), needs: "note"),
  passing(
    [warned, rung("hide", 2, "hide", needs: "warn")], ("mute", 3, "mute"), block(4, needs: "hide"), needs: "hide"),
  passing([watch, warn], ("away", 4, "remove"), block(5, needs: "warn"), forget: "1 year"),
]

let ladderCases: [FindingCase] =
  unreachableRungs.map { ladderCase("unreachable-rung", $0.message, $0.help, $0.parts) }
  + unwarnedBlocks.map {
    ladderCase("block-without-warning", "`block` blocks whoever was never warned", $0.help, $0.parts)
  }
  + weakerRungs.map {
    ladderCase(
      "weaker-rung", "the rung `\($0.names.0)` is milder than `\($0.names.1)` before it",
      "order the rungs from mild to hard", $0.parts)
  }
  + rewardedMisconduct.map {
    ladderCase(
      "rewarded-misconduct", "on the ladder `l` worse conduct can end milder",
      "let no category that asks for `history.l` be milder than the rungs that it goes before", $0)
  }
  + stuckAuthors.map {
    ladderCase(
      "stuck-author",
      "an author can get stuck on `\($0.names.0)`: `\($0.names.1)` needs `\($0.names.2)`, which is passed over",
      "add `needs: \($0.names.2)` to `\($0.names.0)`, too", $0.parts)
  }

private func ladderCase(_ name: String, _ message: String, _ help: String, _ fault: LadderFault) -> FindingCase {
  FindingCase(
    name, message, severity: .warning, help: help, in: fault.fault.playbook, notIn: fault.twin.playbook)
}
