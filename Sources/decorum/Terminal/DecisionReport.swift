import DecisionModel
import Diagnostics

/// What a person reads of a decision: what to do, by whom, by when, what to say, and why, with the words that were
/// found marked in the comment.
struct DecisionReport {
  let decision: Decision
  let comment: Comment
  let program: DecisionProgram
  let style: ReportStyle

  init(_ decision: Decision, of comment: Comment, by program: DecisionProgram, colours: Bool) {
    self.decision = decision
    self.comment = comment
    self.program = program
    style = ReportStyle(hasColours: colours)
  }

  var text: String {
    ([summary, MarkedText(comment.text, decision.because.flatMap(\.found).compactMap(\.hit), style).text]
      + [todo, answer, later, impossible, standing, asked, reasons, onTrial, assumed]
      .filter { !$0.isEmpty }).joined(separator: "\n\n")
  }

  private var summary: String {
    let word = style.strong(
      decision.stance.rawValue.uppercased(), decision.stance == .enforce || decision.stance == .hold)
    return "\(word)  \(visible(decision.summary))"
      + (decision.wasCut ? "\nOnly the first 65,536 bytes were judged." : "")
  }

  // MARK: Sections

  private var todo: String {
    let must = decision.actions.flatMap { lines($0) }
    let may = decision.may.flatMap { lines($0) }
    return ([section("To do", must), section("May be done", may)]).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var answer: String {
    guard let reply = decision.reply else { return "" }
    let plan = program.plans.first { $0.name == reply.plan }?.title ?? reply.plan
    var head = "\(plan), in \(reply.place.rawValue)"
    if let owner = reply.owner { head += ", by \(title(of: owner))" }
    if let due = reply.due { head += ", until \(clock(due))" }
    if !reply.heldBy.isEmpty { head += ", once \(reply.heldBy.map(title).joined(separator: " and ")) said yes" }
    let steps = reply.steps.enumerated().map { index, step in
      "\(index + 1). \(step.step.split(separator: "_").joined(separator: " "))"
        + (step.say.map { ": “\(visible($0))”" } ?? "")
    }
    return section("Answer", [head] + steps)
  }

  private var standing: String {
    section(
      "Ladder",
      decision.ladders.map { standing in
        let rung = standing.rung.map { ", rung \($0)" } ?? ", no rung yet"
        let next = standing.next.map { ", next \($0)" } ?? ""
        let end = standing.forgottenAt.map { ", forgotten \(clock($0))" } ?? ""
        return
          "\(standing.ladder): \(standing.strikes) live \(standing.strikes == 1 ? "strike" : "strikes")\(rung)\(next)\(end)"
      })
  }

  private var asked: String {
    section("To be said first", decision.ask.map { "\(visible($0.question ?? "What is \($0.fact)?")) (\($0.fact))" })
  }

  private var reasons: String { section("Because", decision.because.flatMap(lines)) }

  private var onTrial: String { section("On trial, without effect", decision.shadow.flatMap(lines)) }

  private func lines(_ reason: Reason) -> [String] {
    ["\(style.name(reason.place.anchor))  \(style.faint("section \(reason.place.section), \(reason.place.at)"))"]
      + reason.found.map { "  " + words($0) }
  }

  private func words(_ found: Found) -> String {
    switch found {
    case .term(let lexicon, let term, let hit):
      "“\(text(hit))” is `\(visible(term))` of \(lexicon)" + (hit.isDisguised ? ", disguised" : "")
    case .phrase(let phrase, let hit): "“\(text(hit))” is `\(visible(phrase))`"
    case .expression(let expression, let hit): "“\(text(hit))” matches `\(visible(expression))`"
    case .link(let host, let hit): "“\(text(hit))” links to `\(visible(host))`"
    case .fact(let fact, let value, let test): "\(fact) is \(value.map(words) ?? "not given") (\(visible(test)))"
    case .measure(let measure, let value, let test): "\(measure) is \(NumberPrinter.text(of: value)) (\(test))"
    }
  }

  private func words(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): visible(String(decoding: text, as: UTF8.self))
    case .bool(let isYes): isYes ? "yes" : "no"
    case .number(let number): NumberPrinter.text(of: number)
    case .array(let values): values.map(words).joined(separator: ", ")
    case .null, .object: ""
    }
  }

  private var assumed: String {
    guard !decision.assumed.isEmpty else { return "" }
    return style.faint("Not known, and taken not to hold: \(decision.assumed.joined(separator: ", "))")
  }
}

// How the sections call things.
extension DecisionReport {
  func title(of team: String) -> String { program.teams.first { $0.name == team }?.title ?? team }

  private func text(_ hit: TextHit) -> String { visible(String(decoding: hit.text, as: UTF8.self)) }

  func padded(_ name: String, to width: Int = 10) -> String {
    name + String(repeating: " ", count: max(1, width - name.count))
  }

  func section(_ title: String, _ lines: [String]) -> String { style.section(title, lines) }

  func clock(_ instant: Instant) -> String { program.zone.clock(instant) }
}
