import Diagnostics

/// One reading of a stretch of the file: its tree and findings, or why there is no tree.
struct Attempt {
  let node: YAMLNode?
  private(set) var findings: SyntaxFindings
  let failure: Failure?

  /// - Parameter hasInvisibleCharacters: whether the scalars have to be freed of characters already reported.
  init(_ text: ReadableText, hasInvisibleCharacters: Bool) {
    var builder = TreeBuilder(text, hasInvisibleCharacters: hasInvisibleCharacters)
    var failure: Failure?
    do {
      node = try builder.tree()
    } catch {
      node = nil
      failure = Attempt.failure(error, in: text)
    }
    findings = builder.findings
    var within = WithinScalars(text)
    within.check(builder.layout)
    findings.report(contentsOf: within.findings)
    var between = BetweenScalars(text, builder.layout)
    between.check(upTo: builder.end ?? text.end)
    findings.report(contentsOf: between.findings)
    self.failure = [within.failure, failure].compactMap(\.self).min { $0.place < $1.place }
  }

  private static func failure(_ error: Unreadable, in text: ReadableText) -> Failure {
    switch error {
    case .finding(let finding): Failure(finding: finding, place: finding.span.start)
    case .complaint(let complaint): Failure(complaint, in: text)
    }
  }
}
