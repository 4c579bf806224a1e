import ArgumentParser
import DecisionEngine
import DecisionModel
import DecisionOracle
import DecisionStreams
import Diagnostics
import Foundation
import PlaybookPipeline
import ReplyReview

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Hold a drafted reply to the plan and the standards.",
    discussion: """
      The plan is the one that the decision about the comment orders, or --plan. Without --reply, reads drafts from \
      standard input, one JSON object a line: {"reply": "…", "comment": …, "plan": "…", "channel": "…", "earlier": […]}; \
      and writes one review a line. Ends with 1 where an error stands against a draft.
      """)

  @Argument(
    help: "A playbook, or a program that `decorum build` made.",
    completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var playbook: String

  @Option(help: "The comment that is answered: a text, or a JSON object.")
  var comment: String?

  @Option(help: "The drafted reply.")
  var reply: String?

  @Option(help: "The plan that the draft is held to, in place of the one that the decision orders.")
  var plan: String?

  @Option(help: "Where the reply will stand.")
  var channel: String?

  @Option(help: ArgumentHelp("The author's name.", valueName: "name"))
  var authorName: String?

  @Option(
    help: ArgumentHelp(
      "Replies that were sent before, one JSON text or object with `reply` or `text` a line.", valueName: "file"),
    completion: .file(extensions: ["ndjson", "jsonl"]))
  var earlier: String?

  @Option(help: "The instant of the decision, such as 2026-12-01T10:00:00Z; by default the present.")
  var now: String?

  @Flag(help: "Write the review as JSON.")
  var json = false

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if reply == nil, comment != nil || plan != nil || channel != nil || authorName != nil {
      throw ValidationError("Give the draft with --reply, or all of it as JSON on standard input.")
    }
    if reply != nil, comment == nil, plan == nil {
      throw ValidationError("Say what the draft is held to: --comment with what is answered, or --plan.")
    }
    if authorName != nil, comment == nil {
      throw ValidationError("--author-name belongs to --comment.")
    }
  }

  func run() throws {
    let compiled = try openProgram(playbook, reading)
    let reviewer = try Reviewer(try compiled.oracle())
    let instant = try moment(now, in: compiled.program.zone)
    let earlier = try self.earlier.map(EarlierReplies.read) ?? []
    guard let reply else {
      let notes = try StreamRun().decide(of: "draft") {
        ReviewedLines(reviewer: reviewer, now: instant, earlier: earlier)
      }
      if notes.failed > 0 { throw Status.findings }
      return
    }
    var draft = try draft(reply, by: reviewer, at: instant)
    draft.earlier = earlier
    let review = reviewer.review(draft)
    let report = ReviewReport(review, of: draft, by: reviewer.program, colours: Terminal.output.hasColours)
    print(json ? String(decoding: review.json, as: UTF8.self) : report.text)
    if !review.passes { throw Status.findings }
  }

  private func draft(_ reply: String, by reviewer: Reviewer, at instant: Instant) throws -> Draft {
    do throws(CommentProblem) {
      var draft = Draft(text: Array(reply.utf8))
      draft.channel = channel
      if let plan { draft.plan = try reviewer.plan(plan) }
      if let comment { draft.comment = try read(comment, by: reviewer.engine, at: instant) }
      return draft
    } catch {
      throw Failure(error.sentence)
    }
  }

  /// A comment that begins with a brace is an object.
  private func read(_ comment: String, by engine: Oracle, at instant: Instant) throws(CommentProblem) -> Comment {
    var json: JSONValue
    if comment.utf8.first == UInt8(ascii: "{") {
      do {
        json = try JSONValue(parsing: Array(comment.utf8))
      } catch {
        throw CommentProblem("The comment is no JSON: \(error)")
      }
    } else {
      var given = GivenComment(text: comment)
      given.channel = channel
      given.facts = authorName.map { ["author.name=\($0)"] } ?? []
      json = try given.json(for: engine.program)
    }
    return try engine.comment(json, now: instant)
  }
}

/// Replies that were sent before, from a file with one a line.
private enum EarlierReplies {
  static func read(_ path: String) throws -> [[UInt8]] {
    guard let data = FileManager.default.contents(atPath: path) else { throw Failure("\(path): there is no such file") }
    let lines = Array(data).split(separator: 0x0A, omittingEmptySubsequences: false)
    return try lines.enumerated().compactMap { index, line in
      guard line.contains(where: { ![0x20, 0x0D, 0x09].contains($0) }) else { return nil }
      guard let json = try? JSONValue(parsing: Array(line)),
        let text = json.string ?? json["reply"]?.string ?? json["text"]?.string
      else {
        throw Failure("\(path):\(index + 1): this line is no reply: write a JSON text, or an object with `reply`")
      }
      return text
    }
  }
}

/// Reviews drafts, one JSON object a line.
private struct ReviewedLines: LineDecider {
  let reviewer: Reviewer
  let now: Instant
  let earlier: [[UInt8]]

  mutating func decide(_ line: StreamLine, into output: inout [UInt8], notes: inout StreamNotes) {
    let review = review(line, &notes)
    if let trouble = review.trouble { notes.add(trouble: trouble) }
    if !review.passes { notes.addFailure() }
    output += review.json
  }

  private func review(_ line: StreamLine, _ notes: inout StreamNotes) -> Review {
    guard case .whole(let bytes) = line else {
      return .trouble(StreamRun.tooLong, playbook: reviewer.engine.playbook)
    }
    let (review, keys) = reviewer.review(line: bytes, now: now, earlier: earlier)
    notes.add(unknownKeys: keys)
    return review
  }
}
