import CommentText
import DecisionModel
public import PlaybookSyntax
import YAMLSyntax

// What the compiler says about itself: its limits and its findings, as tables.

extension ReferenceTable {
  public static let limits = ReferenceTable(
    "limits", columns: ["what", "at most"],
    rows: [
      ["a file", "\(largestFile / 1024 / 1024) MiB"],
      ["nesting in a file", "\(deepestNesting)"],
      ["files that import one another in a row", "\(PlaybookLoader.longestWay)"],
      ["a name", "\(NameStyle.longest) characters"],
      ["a term or phrase", "\(Phrase.longest) characters"],
      ["terms of a playbook", grouped(SizeLimits().terms)],
      ["conditions of a playbook", grouped(SizeLimits().conditions)],
      ["categories of a playbook", grouped(SizeLimits().categories)],
      ["a comment", "\(grouped(WrittenText.longest)) bytes"],
      ["an identity", "\(Comment.greatestIdentity) bytes"],
      ["nesting in a line of JSON", "\(JSONValue.greatestDepth)"],
    ])

  public static let findings = ReferenceTable(
    "findings", columns: ["finding", "what it says"],
    rows: FindingPages.names.map { ["[`\($0)`](\(pages)#\($0))", FindingPages.summary(of: $0) ?? ""] })

  /// Where the pages stand, seen from the chapters.
  private static let pages = "../../Sources/PlaybookAnalysis/Pages/findings.md"
}

/// `10000` as `10,000`
private func grouped(_ number: Int) -> String {
  let digits = String(number)
  return digits.indices.reduce(into: "") { text, index in
    let left = digits.distance(from: index, to: digits.endIndex)
    text += (left % 3 == 0 && index != digits.startIndex ? "," : "") + String(digits[index])
  }
}
