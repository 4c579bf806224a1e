import ArgumentParser
import PlaybookPipeline

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (2020-12) of playbooks, comments, decisions, drafts or reviews.")

  enum Subject: String, ExpressibleByArgument, CaseIterable { case playbook, comment, decision, draft, review }

  @Argument(help: "What the schema describes.")
  var subject: Subject

  func run() {
    switch subject {
    case .playbook: print(playbookSchema())
    case .comment: print(commentSchema())
    case .decision: print(decisionSchema())
    case .draft: print(draftSchema())
    case .review: print(reviewSchema())
    }
  }
}
