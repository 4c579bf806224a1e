import ArgumentParser
import DecisionModel
import DecisionStreams
import Foundation

/// A stream of the command: its files, its workers, and what people are told of it.
struct StreamRun {
  /// The longest line that is read; a longer one is decided as one that cannot be read.
  static let longestLine = 4 * 1024 * 1024
  static let tooLong = "The line is longer than \(longestLine) bytes."

  /// The file that is read; standard input where nil.
  var source: String?
  /// The file that is written; standard output where nil.
  var out: String?
  /// Whether it goes on behind what stands in the output.
  var resumes = false
  /// How many lines are decided side by side; one a core where nil.
  var workers: Int?
  var showsProgress = true
  /// What becomes of lines that could not be read, as people are told.
  var unreadable = "their decisions say why"

  /// What must be the same where a run is gone on with.
  struct Decider {
    let playbook: PlaybookVersion
    let fields: DecisionFields
  }

  /// Decides the lines, and tells people of them on standard error.
  ///
  /// - Parameter bearer: What stands in a line: a comment.
  func decide<Lines: LineDecider>(
    of bearer: String, for decider: Decider? = nil, by lines: @escaping @Sendable () -> Lines
  ) throws -> StreamNotes {
    do {
      let stream = try stream(decider)
      var report = StreamReport(
        of: bearer, unreadable: unreadable, inputLength: stream.input.length, showsProgress: showsProgress)
      let progress = try stream.run(by: lines) { report.show($0) }
      report.finish(progress)
      return progress.notes
    } catch let problem as StreamProblem {
      guard case .failure(let sentence) = problem else { throw quietEnd() }
      throw Failure(sentence)
    }
  }

  private func stream(_ decider: Decider?) throws -> LineStream {
    let input = try source.map { path throws(StreamProblem) in try OpenFile(reading: path) } ?? .standardInput
    let output = try openOutput(reading: input)
    let workers = self.workers ?? ProcessInfo.processInfo.activeProcessorCount
    var stream = LineStream(from: input, to: output, workers: workers, longestLine: StreamRun.longestLine)
    if resumes, let decider {
      stream.earlier = try EarlierOutput(in: output, playbook: decider.playbook, fields: decider.fields)
    }
    return stream
  }

  private func openOutput(reading input: OpenFile) throws -> OpenFile {
    guard let out else { return .standardOutput }
    let output = try OpenFile(writing: out, alsoReading: resumes)
    if output.isSame(as: input) { throw Failure("\(out) is the input; decisions go to another file") }
    if !resumes { try output.empty() }
    tellHowToGoOnWhenInterrupted()
    return output
  }

  /// Control-C ends the command as ever; what stands in the file is the beginning of what would have been.
  private func tellHowToGoOnWhenInterrupted() {
    signal(SIGINT) { number in
      let message: StaticString = "\ndecorum: stopped; the same command with --resume goes on\n"
      _ = write(2, message.utf8Start, message.utf8CodeUnitCount)
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  /// Nobody reads the output any more: quietly, with the status of a tool that SIGPIPE ended.
  private func quietEnd() -> ExitCode {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    return ExitCode(128 + SIGPIPE)
  }
}
