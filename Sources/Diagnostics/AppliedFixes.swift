extension SourceFile {
  /// A fix with the stretch of the mended file in which its text stands.
  public struct AppliedFix: Sendable {
    public let finding: Diagnostic
    public let fix: Diagnostic.Fix
    public let stretch: Range<Int>
  }

  /// The file with the fixes of findings applied, in the order of the text; of fixes that overlap, the first.
  public func mended(by findings: [Diagnostic]) -> (bytes: [UInt8], applied: [AppliedFix]) {
    let fixes = findings.compactMap { finding in finding.fix.map { (finding, $0) } }
      .filter { $0.1.span.file == id && $0.1.span.end <= bytes.count && !isSame($0.1) }
      .sorted { ($0.1.span.start, $0.1.span.end) < ($1.1.span.start, $1.1.span.end) }
    var mended: [UInt8] = []
    var applied: [AppliedFix] = []
    var next = 0
    for (finding, fix) in fixes where fix.span.start >= next && applied.last?.fix.span != fix.span {
      mended += bytes[next..<fix.span.start]
      let start = mended.count
      mended += fix.replacement.utf8
      applied.append(AppliedFix(finding: finding, fix: fix, stretch: start..<mended.count))
      next = fix.span.end
    }
    return (mended + bytes[next...], applied)
  }

  /// Whether a fix writes what stands there already.
  private func isSame(_ fix: Diagnostic.Fix) -> Bool {
    bytes[fix.span.start..<fix.span.end].elementsEqual(fix.replacement.utf8)
  }
}
