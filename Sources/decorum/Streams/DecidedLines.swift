import DecisionEngine
import DecisionModel
import DecisionStreams
import Diagnostics
import Foundation

/// Decides comments, one JSON object a line.
struct DecidedLines: LineDecider {
  /// How a decision is written.
  enum Form {
    case json(DecisionFields)
    /// For a person, in three lines.
    case plain
  }

  let decider: any CommentDecider
  /// The instant of every decision whose comment has none; the present where nil.
  let fixedNow: Instant?
  let form: Form

  mutating func decide(_ line: StreamLine, into output: inout [UInt8], notes: inout StreamNotes) {
    let decision = decision(about: line, &notes)
    if let trouble = decision.trouble { notes.add(trouble: trouble) }
    switch form {
    case .json(let fields):
      var writer = JSONWriter()
      decision.write(fields, to: &writer)
      output += writer.bytes
    case .plain: output += plainLines(of: decision, about: line)
    }
  }

  private func decision(about line: StreamLine, _ notes: inout StreamNotes) -> Decision {
    guard case .whole(let bytes) = line else { return .trouble(StreamRun.tooLong, playbook: decider.playbook) }
    let (decision, keys) = decider.decide(line: bytes, now: fixedNow ?? present)
    notes.add(unknownKeys: keys)
    return decision
  }

  private var present: Instant { Instant(seconds: Int64(time(nil))) }
}

extension DecidedLines {
  /// The comment, how it is met, and what is to be done.
  private func plainLines(of decision: Decision, about line: StreamLine) -> [UInt8] {
    let style = ReportStyle(hasColours: Terminal.output.hasColours)
    let isSerious = decision.stance == .hold || decision.stance == .enforce
    let stance = style.strong(decision.stance.rawValue.uppercased(), isSerious)
    let category = decision.category.map { " \(style.name($0))" } ?? ""
    let about = decision.trouble.map { " (\(visible($0)))" } ?? ""
    let lines = ["“\(text(of: line))”", "  \(stance)\(category)\(about)", "  \(visible(decision.summary))", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private func text(of line: StreamLine) -> String {
    guard case .whole(let bytes) = line, let text = (try? JSONValue(parsing: bytes))?["text"]?.text else { return "…" }
    let shown = visible(text)
    return shown.count > 110 ? shown.prefix(109) + "…" : shown
  }
}
