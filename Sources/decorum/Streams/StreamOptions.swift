import ArgumentParser
import DecisionModel
import PlaybookPipeline

/// Where lines come from and go to, and how.
struct StreamOptions: ParsableArguments {
  @Option(
    name: .customLong("in"), help: ArgumentHelp("Read from a file, not from standard input.", valueName: "file"),
    completion: .file(extensions: ["ndjson", "jsonl"]))
  var source: String?

  @Option(
    help: ArgumentHelp("Write to a file, which --resume can go on with, not to standard output.", valueName: "file"),
    completion: .file(extensions: ["ndjson", "jsonl"]))
  var out: String?

  @Flag(help: "Go on behind the last whole line that an earlier run on the same input left in --out.")
  var resume = false

  @Option(help: ArgumentHelp("How many lines are decided side by side; by default one a core.", valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Which keys of each decision are written, such as comment,category,actions; `trouble` always is.",
      valueName: "keys"))
  var fields: String?

  @Flag(help: "Show no progress on a terminal.")
  var quiet = false

  /// An option that was given, if any.
  var given: String? {
    if source != nil { return "--in" }
    if out != nil { return "--out" }
    if jobs != nil { return "--jobs" }
    if quiet { return "--quiet" }
    return givenForJSON
  }

  /// An option that was given and speaks of decisions as JSON, if any.
  var givenForJSON: String? { resume ? "--resume" : fields != nil ? "--fields" : nil }

  func validate() throws {
    if resume, out == nil { throw ValidationError("--resume goes on with a file: give it as --out.") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256.") }
    _ = try chosenFields()
  }

  /// The whole decision where nobody chose.
  ///
  /// - Throws: A sentence that names the nearest key where there is none of a name.
  func chosenFields() throws -> DecisionFields {
    guard let fields else { return .all }
    return DecisionFields(
      try fields.split(separator: ",", omittingEmptySubsequences: false).map { name in
        if let field = DecisionField(Array(name.utf8)) { return field }
        let nearest = nearestName(to: String(name), among: DecisionField.allCases.map(\.rawValue))
        throw ValidationError(
          "--fields: no decision has `\(name)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "."))
      })
  }

  /// The stream as it was asked for.
  var run: StreamRun { StreamRun(source: source, out: out, resumes: resume, workers: jobs, showsProgress: !quiet) }
}
