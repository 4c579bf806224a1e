import AuthorLedger
import DecisionEngine
import DecisionModel
import DecisionStreams
import Foundation

/// Decides comments with what a ledger knows, and records the decisions.
struct DecidedInLedger: Sendable {
  let ledger: Ledger
  let engine: Engine
  let keeping: Recorder.Keeping
  /// The instant of every decision whose comment has none; the present where nil.
  let fixedNow: Instant?

  init(_ ledger: Ledger, by engine: Engine, keeping: Recorder.Keeping, fixedNow: Instant?) {
    self.ledger = ledger
    self.engine = engine
    self.keeping = keeping
    self.fixedNow = fixedNow
  }

  /// Decides one comment, and tells a person of it.
  ///
  /// - Parameter explaining: Says what made each condition true, false or unknown, where that is asked for.
  func tell(_ json: JSONValue, asJSON: Bool, explaining: ((Comment, Bool) throws -> String)?) throws {
    var writer = JSONWriter()
    writer.value(json)
    let line = writer.bytes
    let recording = try ledgerWork { () throws -> Recording? in
      try Recorder(in: ledger, by: engine, keeping: keeping).record([Submission(line)], at: fixedNow ?? present()).first
    }
    guard let recording else { preconditionFailure("a submission that was recorded has a recording") }
    if asJSON { return print(String(decoding: recording.decision, as: UTF8.self)) }
    guard let remade = try ledgerWork({ try ledger.remade(recording.number, from: line) }) else { return }
    let colours = Terminal.output.hasColours
    print(DecisionReport(remade.decision, of: remade.comment, by: remade.engine.program, colours: colours).text)
    print("\n" + ReportStyle(hasColours: colours).faint(words(recording)))
    if let explaining { print("\n" + (try explaining(remade.comment, colours))) }
  }

  private func words(_ recording: Recording) -> String {
    if recording.isRepeat { return "Decided before, as decision \(recording.number)." }
    let change = recording.isEdit ? ", in place of the one about its earlier text" : ""
    let clock = recording.isClockBehind ? " The clock is behind what was recorded of this author." : ""
    return "Recorded as decision \(recording.number)\(change).\(clock)"
  }

  func lines(_ form: DecidedLines.Form) -> LedgerLines { LedgerLines(self, form) }
}

/// The present, to the second.
func present() -> Instant { Instant(seconds: Int64(time(nil))) }

/// Lines that are decided and recorded together: all that came at once are one transaction.
struct LedgerLines: LineDecider {
  private let decided: DecidedInLedger
  private let form: DecidedLines.Form
  private var recorder: Recorder?

  init(_ decided: DecidedInLedger, _ form: DecidedLines.Form) {
    self.decided = decided
    self.form = form
  }

  mutating func decide(_ line: StreamLine, into output: inout [UInt8], notes: inout StreamNotes) {
    preconditionFailure("lines that are recorded are decided together")
  }

  mutating func decide(_ lines: [StreamLine], into output: inout [UInt8], notes: inout StreamNotes) throws {
    let recorder = try self.recorder ?? Recorder(in: decided.ledger, by: decided.engine, keeping: decided.keeping)
    self.recorder = recorder
    let submissions = lines.map { line in
      if case .whole(let bytes) = line { Submission(Array(bytes)) } else { Submission(.tooLong) }
    }
    let recordings = try ledgerWork { try recorder.record(submissions, at: decided.fixedNow ?? present()) }
    for (recording, submission) in zip(recordings, submissions) {
      if let trouble = recording.trouble { notes.add(trouble: trouble) }
      notes.add(unknownKeys: recording.unknownKeys)
      output += form.written(recording.decision, about: submission.line)
      output.append(0x0A)
      notes.endLine()
    }
  }
}

extension [UInt8] {
  /// What is recorded of a line that is longer than is read.
  fileprivate static let tooLong = Array("(\(StreamRun.tooLong))".utf8)
}
