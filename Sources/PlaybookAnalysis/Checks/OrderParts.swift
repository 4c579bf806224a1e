import DecisionModel
import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// What is ordered of an action, and when a step is taken, where one part makes another meaningless.
struct OrderParts: FileCheck {
  func run(on playbook: LoadedPlaybook, report: (Diagnostic) -> Void) {
    for root in playbook.parts.map(\.syntax.root) {
      for category in root.mappings("categories") {
        check(category, hasLadder: category["ladder"] != nil, report)
        if category.isOtherwise { checkStatus(ofLast: category, report) }
      }
      for escalation in root.mappings("escalations") { check(escalation, hasLadder: true, report) }
      for rung in root.entries("ladders").flatMap({ $0.value.mapping?.mappings("rungs") ?? [] }) {
        check(rung, hasLadder: true, report)
      }
      for response in root.entries("responses").compactMap(\.value.mapping) { checkApproval(of: response, report) }
      for step in root.entries("responses").flatMap({ $0.value.mapping?.mappings("steps") ?? [] }) {
        checkTimes(of: step, report)
      }
    }
  }

  private func check(_ clause: YAMLMapping, hasLadder: Bool, _ report: (Diagnostic) -> Void) {
    checkApproval(of: clause, report)
    let orders = (clause.mappings("do") + clause.mappings("may")).flatMap(\.entries).compactMap(\.value.mapping)
    for order in orders {
      checkApproval(of: order, report)
      if let until = order.key("until"), let length = order.key("for") { report(.twoEnds(until, length)) }
      if let after = order.key("after"), let within = order.key("within") { report(.twoTimes(after, within)) }
      if let unless = order.key("unless"), order["after"] == nil { report(.lonely(unless, needs: "after")) }
      if let reach = order.key("also_last"), !hasLadder { report(.noLadder(reach)) }
    }
  }

  /// People of different teams agree, so that there are as many yeses as teams at the most; one team can give several.
  private func checkApproval(of clause: YAMLMapping, _ report: (Diagnostic) -> Void) {
    guard let approval = clause.mapping("approval"), let count = approval.scalar("count"),
      let wanted = approval.wholeNumber("count")
    else { return }
    let teams = approval.texts("teams").count
    if wanted == 0 { report(.noApproval(count)) }
    if teams > 1, wanted > teams { report(.tooManyApprovals(count, teams: teams)) }
  }

  private func checkTimes(of step: YAMLMapping, _ report: (Diagnostic) -> Void) {
    if let after = step.key("after"), let within = step.key("within") { report(.twoTimes(after, within)) }
  }

  private func checkStatus(ofLast category: YAMLMapping, _ report: (Diagnostic) -> Void) {
    if let status = category.scalar("status"), !status.text.isExactly("active") { report(.lastIsInactive(status)) }
  }
}

extension YAMLMapping {
  fileprivate func key(_ name: String) -> YAMLScalar? { entries.first { $0.key.text.isExactly(name) }?.key }
}

extension Diagnostic {
  fileprivate static func twoEnds(_ until: YAMLScalar, _ length: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "contradictory-keys", .error, "an action ends after a length or with an event, not both", at: until.span,
      related: [.init(span: length.span, label: "the length")], help: "leave out `for` or `until`")
  }

  fileprivate static func twoTimes(_ after: YAMLScalar, _ within: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "contradictory-keys", .error, "what is done has one time, and this has two", at: after.span,
      related: [.init(span: within.span, label: "the other")], help: "leave out `within` or `after`")
  }

  fileprivate static func lonely(_ key: YAMLScalar, needs other: String) -> Diagnostic {
    Diagnostic(
      "incomplete-order", .error, "`\(key.shown)` means nothing without `\(other)`", at: key.span,
      help: "add `\(other)` with a length of time, or leave `\(key.shown)` out")
  }

  fileprivate static func noLadder(_ key: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "incomplete-order", .error, "`also_last` reaches back on a ladder, and this category has none", at: key.span,
      help: "add `ladder` to the category, or leave `also_last` out")
  }

  fileprivate static func noApproval(_ count: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "impossible-approval", .error, "an approval of nobody is none", at: count.span, help: "write `1` or more")
  }

  fileprivate static func tooManyApprovals(_ count: YAMLScalar, teams: Int) -> Diagnostic {
    Diagnostic(
      "impossible-approval", .error, "people of \(count.shown) different teams cannot come from \(teams)",
      at: count.span, help: "write `\(teams)` or less, or name more teams")
  }

  fileprivate static func lastIsInactive(_ status: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "last-category-inactive", .error, "the category that takes every other comment must be in force",
      at: status.span, help: "leave `status` out")
  }
}
