import PlaybookAnalysis
import PlaybookSyntax

/// The tables of the language reference, made from what the compiler itself goes by.
public enum LanguageTable {
  public static var names: [String] { all.map(\.name) }

  /// The table of a name in Markdown; nil where there is none.
  public static func text(of name: String) -> String? { all.first { $0.name == name }?.markdown }

  static let all: [ReferenceTable] = ReferenceTable.ofForms + ReferenceTable.ofVocabulary + [.limits, .findings]
}
