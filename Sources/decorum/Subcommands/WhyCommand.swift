import ArgumentParser
import DecisionEngine
import DecisionModel
import DecisionOracle
import PlaybookPipeline
import PlaybookTesting

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say why a comment is decided so, and what would have to change for another decision.",
    discussion: """
      With --not NAME, says why the comment is not in that category, or why that escalation does not hold, and looks for \
      the smallest changes of its text and of what is known that would lead there. The engine has judged each. Ends with 1 \
      where none is found.
      """)

  @Argument(
    help: "A playbook, or a program that `decorum build` made.",
    completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var playbook: String

  @Argument(help: "The comment.")
  var text: String

  @Option(
    name: .customLong("not"),
    help: ArgumentHelp("The category or the escalation that was expected.", valueName: "name"))
  var expected: String?

  @OptionGroup var known: CommentOptions

  @Option(help: "The instant of the decision, such as 2026-12-01T10:00:00Z; by default the present.")
  var now: String?

  @Option(help: "How many ways are shown.")
  var show = 3

  @Flag(help: "Write the answer as JSON.")
  var json = false

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if !(1...100).contains(show) { throw ValidationError("--show is a number from 1 to 100.") }
  }

  func run() throws {
    let compiled = try openProgram(playbook, reading)
    let asked = WhyAnswer.Question(
      comment: try known.json(of: text, for: compiled.program), now: try moment(now, in: compiled.program.zone),
      wanted: try expected.map { try compiled.program.clause(named: $0) })
    let answer = try WhyAnswer(asked, compiled)
    let style = ReportStyle(hasColours: Terminal.output.hasColours)
    print(json ? String(decoding: answer.json(show), as: UTF8.self) : WhyText(answer, show: show, style).text)
    if asked.wanted != nil, !answer.isThere, answer.found?.ways.isEmpty != false { throw Status.findings }
  }
}

extension DecisionProgram {
  /// The category or the escalation of a name.
  ///
  /// - Throws: `Failure` with the nearest name where there is none.
  fileprivate func clause(named name: String) throws -> WantedClause {
    if let place = categories.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return .category(place) }
    if let place = escalations.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      return .escalation(place)
    }
    let meant = nearestName(to: name, among: categories.map(\.name) + escalations.map(\.name))
    throw Failure(
      "there is no category or escalation in force named `\(name)`\(meant.map { "; did you mean `\($0)`?" } ?? "")")
  }
}
