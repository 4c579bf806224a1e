import Diagnostics

/// One reading of a stretch of the file: its tree and findings, or why there is no tree.
struct Attempt {
  private(set) var node: YAMLNode?
  let findings: SyntaxFindings
  private(set) var failure: Failure?

  /// - Parameter hasInvisibleCharacters: whether the scalars have to be freed of characters already reported.
  init(_ text: ReadableText, hasInvisibleCharacters: Bool) {
    var builder = TreeBuilder(text, hasInvisibleCharacters: hasInvisibleCharacters)
    do {
      node = try builder.tree()
    } catch {
      switch error {
      case .failure(let failure): self.failure = failure
      case .complaint(let complaint): failure = Failure(complaint, openBracket: builder.openBrackets.last, in: text)
      }
    }
    findings = builder.findings
  }
}

/// Why a text cannot be read, and where the trouble began.
struct Failure {
  let finding: Diagnostic
  let place: Int

  init(_ finding: Diagnostic, place: Int? = nil) {
    self.finding = finding
    self.place = place ?? finding.span.start
  }
}
