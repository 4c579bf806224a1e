import ArgumentParser
import PlaybookPipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a finding: what it means, what to avoid, what to write instead, and why."
  )

  @Argument(help: "The name of a finding, such as unknown-lexicon; without one, all names are listed.")
  var name: String?

  func run() throws {
    guard let name else { return print(FindingPage.names.joined(separator: "\n")) }
    guard let page = FindingPage.text(of: name) else {
      let meant = nearestName(to: name, among: FindingPage.names).map { "; did you mean `\($0)`?" } ?? ""
      throw Failure("there is no finding `\(name)`\(meant)")
    }
    print(page)
  }
}
