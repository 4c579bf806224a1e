import ArgumentParser

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what changes between two versions of a policy: for which comments, and how.",
    discussion: """
      Looks for every comment that the two decide differently, and shows one of each kind, judged by both. Where nothing is \
      found nothing is there: that is proved over all texts, facts and histories, or said not to be decided. Ends with 1 \
      where the two differ, or where that is not decided.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  @Argument(
    help: "The policy as it was: a playbook, a program, or either at a revision of git, HEAD~1:playbooks/airline.",
    completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var old: String

  @Argument(help: "The policy as it is to be.", completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var new: String

  @Option(help: "How it is written: for a terminal, for a pull request, or as data.")
  var format = Form.text

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let report = try ChangeReport(from: openPolicy(old, reading), to: openPolicy(new, reading))
    try Output.write(Array((text(of: report) + "\n").utf8))
    try Output.flush()
    if !report.isEmpty { throw Status.findings }
  }

  private func text(of report: ChangeReport) -> String {
    switch format {
    case .text: report.text(ReportStyle(hasColours: Terminal.output.hasColours))
    case .markdown: report.markdown
    case .json: report.json
    }
  }
}
