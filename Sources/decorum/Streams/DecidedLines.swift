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

  /// Who decides: the engine, which writes JSON by itself, or the oracle.
  enum Judge: Sendable {
    case engine(Engine)
    case oracle(any CommentDecider & Sendable)
  }

  private let decider: any CommentDecider
  private let lines: DecisionLines?
  /// The instant of every decision whose comment has none; the present where nil.
  private let fixedNow: Instant?
  private let form: Form

  init(by judge: Judge, fixedNow: Instant?, form: Form) {
    self.fixedNow = fixedNow
    self.form = form
    switch (judge, form) {
    case (.engine(let engine), .json(let fields)):
      lines = DecisionLines(engine, fields)
      decider = engine
    case (.engine(let engine), .plain):
      lines = nil
      decider = Decider(engine)
    case (.oracle(let oracle), _):
      lines = nil
      decider = oracle
    }
  }

  mutating func decide(_ line: StreamLine, into output: inout [UInt8], notes: inout StreamNotes) {
    if let lines, case .whole(let bytes) = line {
      let told = lines.decide(line: bytes, now: { fixedNow ?? present }, into: &output)
      if let trouble = told.trouble { notes.add(trouble: trouble) }
      return notes.add(unknownKeys: told.unknownKeys)
    }
    let decision = decision(about: line, &notes)
    if let trouble = decision.trouble { notes.add(trouble: trouble) }
    switch form {
    case .json(let fields):
      var writer = JSONWriter()
      decision.write(fields, to: &writer)
      output += writer.bytes
    case .plain: output += DecidedLines.plainLines(of: decision, about: text(of: line))
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
  static func plainLines(of decision: Decision, about text: String?) -> [UInt8] {
    let style = ReportStyle(hasColours: Terminal.output.hasColours)
    let isSerious = decision.stance == .hold || decision.stance == .enforce
    let stance = style.strong(decision.stance.rawValue.uppercased(), isSerious)
    let category = decision.category.map { " \(style.name($0))" } ?? ""
    let about = decision.trouble.map { " (\(visible($0)))" } ?? ""
    let lines = ["“\(shortened(text))”", "  \(stance)\(category)\(about)", "  \(visible(decision.summary))", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private func text(of line: StreamLine) -> String? {
    guard case .whole(let bytes) = line else { return nil }
    return (try? JSONValue(parsing: bytes))?["text"]?.text
  }

  private static func shortened(_ text: String?) -> String {
    let shown = text.map { visible($0) } ?? "…"
    return shown.count > 110 ? shown.prefix(109) + "…" : shown
  }
}
