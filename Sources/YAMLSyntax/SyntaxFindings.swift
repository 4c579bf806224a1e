import Diagnostics

/// The findings of reading one file, as many as anyone would read.
struct SyntaxFindings {
  /// A file of nothing but mistakes would otherwise take more memory for its findings than for itself.
  static let most = 100

  private(set) var all: [Diagnostic]

  init(_ findings: Diagnostic...) { all = findings }

  var isFull: Bool { all.count > SyntaxFindings.most }
  var hasErrors: Bool { all.contains { $0.severity == .error } }

  mutating func report(_ finding: @autoclosure () -> Diagnostic) {
    guard !isFull else { return }
    let finding = finding()
    all.append(all.count < SyntaxFindings.most ? finding : SyntaxFindings.more(at: finding.span))
  }

  mutating func report(contentsOf other: SyntaxFindings) { other.all.forEach { report($0) } }

  private static func more(at span: Span) -> Diagnostic {
    Diagnostic(
      "too-many-findings", .error, "from here on, what is wrong with the form of this file is not listed", at: span,
      help: "mend the first \(most) and check again")
  }
}
