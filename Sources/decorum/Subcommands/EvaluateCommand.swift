import ArgumentParser
import DecisionEngine
import DecisionModel
import DecisionOracle
import Foundation
import PlaybookPipeline
import PlaybookTesting

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Hold a playbook's categories against labels that people gave.",
    discussion: "Ends with 1 where a gate (--least-precision, --least-recall) is missed or a line cannot be read.")

  @Argument(
    help: "A playbook, or a program that `decorum build` made.",
    completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var playbook: String

  @Argument(help: "Comments with labels, one JSON object a line.", completion: .file(extensions: ["ndjson", "jsonl"]))
  var comments: String

  @Option(help: "The key of the label.")
  var label = "label"

  @Option(
    help: ArgumentHelp(
      "Which labels a category is to take, as CATEGORY=LABEL[,LABEL]; may be repeated.", valueName: "category=label"))
  var expect: [String] = []

  @Option(help: "How many of the comments that it got wrong are shown, of each sort.")
  var show = 5

  @Option(help: "The least precision of every expected category, from 0 to 1.")
  var leastPrecision: Double?

  @Option(help: "The least recall of every expected category, from 0 to 1.")
  var leastRecall: Double?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if expect.contains(where: { !$0.contains("=") }) {
      throw ValidationError("--expect is written as CATEGORY=LABEL, such as complaint=negative.")
    }
  }

  func run() throws {
    let compiled = try openProgram(playbook, reading)
    let expected = try expectations(in: compiled.program)
    var evaluation = LabelledEvaluation(expected: expected)
    let unread = try judge(&evaluation, by: try compiled.oracle())
    print(EvaluationReport(evaluation, categories: compiled.program.categories.map(\.name), show: show).text)
    if unread > 0 {
      printToStandardError("decorum: \(unread) lines of \(comments) have no text or no `\(label)`, or cannot be read")
    }
    if unread > 0 || !meetsGates(evaluation) { throw Status.findings }
  }

  private func expectations(in program: DecisionProgram) throws -> [(category: String, labels: [String])] {
    try expect.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let labels = parts.count == 2 ? parts[1].split(separator: ",").map(String.init) : []
      guard program.categories.contains(where: { $0.name == parts[0] }), !labels.isEmpty else {
        throw Failure("`\(text)`: the playbook has no category `\(parts.first ?? "")`, or the label is missing")
      }
      return (parts[0], labels)
    }
  }

  /// Decides every line; how many could not be read.
  private func judge(_ evaluation: inout LabelledEvaluation, by engine: Oracle) throws -> Int {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: comments)) else {
      throw Failure("\(comments): there is no such file, or it cannot be read")
    }
    let now = engine.program.effectiveNoon ?? Instant(seconds: Int64(Date().timeIntervalSince1970))
    var unread = 0
    for line in data.split(separator: 0x0A) {
      guard let json = try? JSONValue(parsing: Array(line)), let label = json[label]?.string,
        case let decision = engine.decide(json: json.comment, now: now), let category = decision.category
      else {
        unread += 1
        continue
      }
      let text = String(decoding: json["text"]?.string ?? [], as: UTF8.self)
      evaluation.add(text: text, label: String(decoding: label, as: UTF8.self), category: category)
    }
    return unread
  }

  private func meetsGates(_ evaluation: LabelledEvaluation) -> Bool {
    evaluation.agreements.allSatisfy { agreement in
      (agreement.precision ?? 0) >= leastPrecision ?? 0 && (agreement.recall ?? 0) >= leastRecall ?? 0
    }
  }
}

extension JSONValue {
  /// The keys that a comment has: data sets bring others of their own, which may mean something else.
  fileprivate var comment: JSONValue {
    guard case .object(let members) = self else { return self }
    let own: Set<String> = ["id", "text", "post", "thread", "history", "case", "facts", "channel"]
    return .object(members.filter { own.contains($0.keyText) })
  }
}
