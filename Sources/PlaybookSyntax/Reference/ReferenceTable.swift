/// A table of the language reference, made from what the compiler itself goes by.
public struct ReferenceTable: Sendable {
  /// What it shows: `keys of a category`.
  public let name: String
  /// The table in Markdown. A link to another table leads to its ``anchor``.
  public let markdown: String

  public init(_ name: String, columns: [String], rows: [[String]]) {
    self.name = name
    // Between cells stands `|`, also where a cell shows code.
    let lines = [columns, columns.map { _ in "---" }] + rows.map { $0.map { $0.replacing("|", with: "\\|") } }
    markdown = lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// Where links to the table lead.
  public var anchor: String { Self.anchor(of: name) }

  static func anchor(of name: String) -> String { name.split { !$0.isLetter }.joined(separator: "-").lowercased() }

  /// Words that lead to a table.
  static func link(_ words: String, to name: String) -> String { "[\(words)](#\(anchor(of: name)))" }
}
