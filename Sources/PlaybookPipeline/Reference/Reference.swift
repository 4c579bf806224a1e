import DecisionModel
import PlaybookAnalysis
import PlaybookSyntax

// What the command says about the language itself, made from the one table of keys.

/// The JSON Schema of a playbook, on one line.
public func playbookSchema() -> String { text(of: PlaybookSyntax.playbookSchema()) }

/// The JSON Schema of a comment, on one line.
public func commentSchema() -> String { text(of: PlaybookSyntax.commentSchema()) }

/// The JSON Schema of a decision, on one line.
public func decisionSchema() -> String { text(of: PlaybookSyntax.decisionSchema()) }

/// The JSON Schema of a draft.
public func draftSchema() -> String { text(of: PlaybookSyntax.draftSchema()) }

/// The JSON Schema of a review.
public func reviewSchema() -> String { text(of: PlaybookSyntax.reviewSchema()) }

/// The name that was probably meant by a misspelt one.
public func nearestName(to name: String, among names: [String]) -> String? { nearest(to: name, among: names) }

/// The pages that explain findings.
public enum FindingPage {
  public static var names: [String] { FindingPages.names }

  /// The page of a finding in Markdown; nil where there is no such finding.
  public static func text(of name: String) -> String? { FindingPages.page(of: name) }
}

private func text(of value: JSONValue) -> String {
  var writer = JSONWriter()
  writer.value(value)
  return writer.text
}
