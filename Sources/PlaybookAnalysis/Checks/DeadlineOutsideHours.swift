import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// An answer that is due, by the clock alone, at a time at which neither its owner works nor anybody who covers for it.
///
/// The hours of a week are looked at, not single holidays: those are few, and known beforehand.
struct DeadlineOutsideHours: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    var teams: [String: Team] = [:]
    for team in playbook.teams { teams[team.definition.name] = team }
    for response in playbook.responses {
      guard let reply = response.reply, let within = reply.within, !within.isWorkingTime, let span = reply.withinSpan,
        let owner = response.owner.flatMap({ teams[$0] })
      else { continue }
      let acting = teamsThatAct(for: owner, among: teams)
      let gaps = WeeklyHours.gaps(between: acting.map { $0.week ?? .always })
      guard let longest = gaps.max(by: { $0.count < $1.count }) else { continue }
      report(.deadlineOutsideHours(within, of: acting, in: longest, at: span))
    }
  }

  /// The team and those that cover for it in turn, each once.
  private func teamsThatAct(for owner: Team, among teams: [String: Team]) -> [Team] {
    var acting = [owner]
    var names: Set<String> = [owner.definition.name]
    while let cover = acting.last?.cover.flatMap({ teams[$0] }), names.insert(cover.definition.name).inserted {
      acting.append(cover)
    }
    return acting
  }
}

extension Diagnostic {
  /// - Parameter gap: when none of the teams works, in seconds from Monday's midnight.
  fileprivate static func deadlineOutsideHours(
    _ within: Allowance, of teams: [Team], in gap: Range<Int>, at span: Span
  ) -> Diagnostic {
    let names = teams.map(\.definition.name.shown)
    let last = names[names.count - 1]
    let cover = teams.count > 1 ? "let `\(last)` be open" : "give `\(last)` a `cover` that is open"
    return Diagnostic(
      "deadline-outside-hours", .warning, "the answer may be due when nobody works who would give it", at: span,
      label: "a comment of \(example(of: gap, within))",
      related: teams.map { .init(span: $0.definition.nameSpan, label: "this team does not work then") },
      help: "write working time, such as `1 working day`, or \(cover) `always`")
  }

  /// "Saturday 19:00 is due on Saturday 20:00": in the middle of the gap, at the full hour if there is one.
  private static func example(of gap: Range<Int>, _ within: Allowance) -> String {
    let middle = (gap.lowerBound + gap.upperBound) / 2
    let due = max(gap.lowerBound, middle / 3600 * 3600)
    guard let seconds = within.length.seconds else { return "some day is due on \(timeOfWeek(due))" }
    return "\(timeOfWeek(due - Int(seconds % Int64(WeeklyHours.secondsOfWeek)))) is due on \(timeOfWeek(due))"
  }

  /// `Monday 17:00`, of seconds from Monday's midnight, in this week or the one before.
  private static func timeOfWeek(_ seconds: Int) -> String {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let second = (seconds + WeeklyHours.secondsOfWeek) % WeeklyHours.secondsOfWeek
    return "\(days[second / 86_400]) \(TimeOfDay(secondsSinceMidnight: second % 86_400) ?? .midnight)"
  }
}
