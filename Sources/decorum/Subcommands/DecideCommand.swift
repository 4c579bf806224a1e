import ArgumentParser
import AuthorLedger
import DecisionEngine
import DecisionModel
import DecisionOracle
import DecisionStreams
import Foundation
import PlaybookPipeline

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Say what is to be done with a comment.",
    discussion: """
      With --ndjson, reads comments from standard input or --in, one JSON object a line, and writes one decision a line, \
      in the same order; a line that is no comment gets a decision that says so, and the command ends with 1.

      With --ledger, what the author did before is known, and the decision is recorded before it is written.
      """)

  @Argument(
    help: "A playbook, or a program that `decorum build` made.",
    completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var playbook: String

  @Argument(help: "The comment.")
  var text: String?

  @OptionGroup var known: CommentOptions

  @Option(help: "What the platform calls the comment; one that is decided twice is recorded once.")
  var id: String?

  @Option(help: "The instant of the decision, such as 2026-12-01T10:00:00Z; by default the present.")
  var now: String?

  @Flag(help: "Write the decision as JSON.")
  var json = false

  @Flag(help: "Show every condition with what made it true, false or unknown.")
  var explain = false

  @Flag(help: "Decide a stream: comments in, decisions out, a line each.")
  var ndjson = false

  @Flag(help: "With --ndjson: write each decision for a person, in three lines.")
  var plain = false

  @OptionGroup(title: "Options of streams (--ndjson)") var stream: StreamOptions

  @Flag(help: "Decide by the oracle, which walks the conditions as they stand: slow, to hold the engine against.")
  var oracle = false

  @Option(
    help: ArgumentHelp(
      "Refuse a program that is not signed with this Ed25519 public key, as openssl writes it.", valueName: "key"),
    completion: .file(extensions: ["pem"]))
  var requireSignature: String?

  @OptionGroup var ledger: LedgerOptions

  @Flag(help: "With --ledger: record no texts and no names.")
  var redact = false

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if plain && !ndjson {
      throw ValidationError("--plain belongs to --ndjson; one decision is written for a person anyway.")
    }
    if let option = stream.given, !ndjson { throw ValidationError("\(option) belongs to --ndjson.") }
    if plain, let option = stream.givenForJSON {
      throw ValidationError("\(option) is about decisions as JSON, not --plain.")
    }
    if ndjson, text != nil || id != nil || explain || !known.isEmpty {
      throw ValidationError("--ndjson reads comments with their facts from standard input; it takes no other comment.")
    }
    if redact, ledger.address == nil { throw ValidationError("--redact says what a ledger keeps: give one.") }
    if oracle, ledger.ledger != nil { throw ValidationError("The oracle has no memory: it takes no --ledger.") }
    if ledger.ledger != nil, stream.jobs != nil {
      throw ValidationError("What is recorded is decided in its order: --jobs is of no use with --ledger.")
    }
    if !ndjson && text == nil { throw ValidationError("Give the comment as a text, or a stream with --ndjson.") }
  }

  func run() throws {
    let compiled = try openProgram(playbook, reading, signedWith: requireSignature)
    let instant = try moment(now, in: compiled.program.zone)
    if !oracle, ledger.address != nil { return try decideInLedger(compiled, now == nil ? nil : instant) }
    guard let text else { return try decideStream(compiled, now == nil ? nil : instant) }
    let decider: any CommentDecider = oracle ? try compiled.oracle() : Decider(try compiled.engine())
    let comment = try decider.read(try known.json(of: text, for: compiled.program), at: instant)
    let decision = decider.decide(comment)
    if json { return print(String(decoding: decision.json, as: UTF8.self)) }
    print(DecisionReport(decision, of: comment, by: compiled.program, colours: Terminal.output.hasColours).text)
    if explain {
      print("\n" + explanation(of: try compiled.oracle().explain(comment), colours: Terminal.output.hasColours))
    }
  }

  private func decideStream(_ compiled: CompiledPlaybook, _ now: Instant?) throws {
    let fields = try stream.chosenFields()
    let engine = try compiled.engine()
    let judge = oracle ? DecidedLines.Judge.oracle(try compiled.oracle()) : .engine(engine)
    let decider = StreamRun.Decider(playbook: engine.playbook, fields: fields)
    let notes = try stream.run.decide(of: "comment", for: decider) {
      DecidedLines(by: judge, fixedNow: now, form: plain ? .plain : .json(fields))
    }
    if notes.unreadable > 0 { throw Status.findings }
  }

  private func decideInLedger(_ compiled: CompiledPlaybook, _ now: Instant?) throws {
    let decided = DecidedInLedger(
      try ledger.open(isNew: true), by: try compiled.engine(), keeping: redact ? .nothingPersonal : .everything,
      fixedNow: now)
    guard let text else {
      let fields = try stream.chosenFields()
      let identity = StreamRun.Decider(playbook: try compiled.engine().playbook, fields: fields)
      var run = stream.run
      run.workers = 1
      let notes = try run.decide(of: "comment", for: identity) {
        decided.lines(plain ? .plain : .json(fields))
      }
      if notes.unreadable > 0 { throw Status.findings }
      return
    }
    try decided.tell(
      try json(of: text, compiled.program), asJSON: json,
      explaining: explain ? { explanation(of: try compiled.oracle().explain($0), colours: $1) } : nil)
  }

  private func json(of text: String, _ program: DecisionProgram) throws -> JSONValue {
    let json = try known.json(of: text, for: program)
    guard let id, let members = json.object else { return json }
    return .object([JSONMember("id", .text(id))] + members)
  }
}

/// The instant of a decision, as a person gave it; the present where nobody did.
func moment(_ now: String?, in zone: ZoneTable) throws -> Instant {
  guard let now else { return Instant(seconds: Int64(Date().timeIntervalSince1970)) }
  guard let instant = WrittenTime(now)?.instant(in: zone) else {
    throw Failure("`\(now)` is no time: write it as 2026-12-01T10:00:00Z")
  }
  return instant
}

/// The program of a playbook, or one that was built before.
///
/// - Parameter key: a public key with which the program must be signed.
func openProgram(_ path: String, _ reading: ReadingOptions, signedWith key: String? = nil) throws -> CompiledPlaybook {
  guard path.hasSuffix(".decorum") else {
    guard key == nil else {
      throw Failure("\(path): a playbook has no signature; give the program that was built of it")
    }
    return try compilePlaybook(try reading.usable(path))
  }
  do {
    let compiled = try openProgram(at: path)
    if let key { try SigningKey.verify(compiled.image, withKeyAt: key) }
    return compiled
  } catch {
    throw Failure("\(path): \(error)")
  }
}
