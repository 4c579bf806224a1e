import ArgumentParser
import DecisionEngine
import DecisionModel
import PlaybookPipeline

/// What is known of one comment beside its text, as `decide` and `why` take it.
struct CommentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A fact that is known, as NAME=VALUE; may be repeated.", valueName: "name=value"))
  var fact: [String] = []

  @Option(help: "Who wrote the comment.")
  var author: String?

  @Option(
    help: ArgumentHelp("Live strikes on a ladder, as LADDER=NUMBER; may be repeated.", valueName: "ladder=number"))
  var history: [String] = []

  @Option(help: "A mode that is on; may be repeated.")
  var mode: [String] = []

  @Option(help: "Where the comment stands.")
  var channel: String?

  var isEmpty: Bool { author == nil && channel == nil && fact.isEmpty && history.isEmpty && mode.isEmpty }

  /// - Throws: `Failure` where a fact, a ladder or a mode is unknown, or a value is not what its fact expects.
  func json(of text: String, for program: DecisionProgram) throws -> JSONValue {
    var given = GivenComment(text: text)
    given.author = author
    given.channel = channel
    given.facts = fact
    given.history = history
    given.modes = mode
    do throws(CommentProblem) { return try given.json(for: program) } catch { throw Failure(error.sentence) }
  }
}

extension CommentDecider {
  /// The comment as it is given in JSON.
  ///
  /// - Throws: `Failure` where it is none.
  func read(_ json: JSONValue, at instant: Instant) throws -> Comment {
    do throws(CommentProblem) { return try comment(json, now: instant) } catch { throw Failure(error.sentence) }
  }
}
