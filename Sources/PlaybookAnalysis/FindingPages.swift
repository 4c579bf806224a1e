/// A page for each finding: `Summary`, `Avoid`, `Prefer`, `Why`. They stand in `Pages/findings.md`, under the name of
/// the finding.
public enum FindingPages {
  /// The names of all findings, in the order of the alphabet.
  public static let names = pages.map(\.name).sorted()

  /// The page of a finding in Markdown; nil where there is none of that name.
  public static func page(of name: String) -> String? { pages.first { $0.name == name }?.text }

  /// What the finding says, in one sentence of Markdown.
  static func summary(of name: String) -> String? {
    page(of: name)?.split(separator: "\n").drop { $0 != "## Summary" }.dropFirst().first.map(String.init)
  }

  private static let pages: [(name: String, text: String)] = {
    let text = String(decoding: PackageResources.findings_md, as: UTF8.self)
    let sections = text.split(separator: "\n# ", omittingEmptySubsequences: true).dropFirst()
    return sections.map { section in
      let name = section.prefix { !$0.isNewline }
      return (String(name), "# " + section.trimmingNewlines + "\n")
    }
  }()
}

extension Substring {
  fileprivate var trimmingNewlines: Substring {
    var rest = self
    while rest.last?.isNewline == true { rest.removeLast() }
    return rest
  }
}
