public import Diagnostics

/// The size in bytes of the largest file that is read.
public let largestFile = 4 * 1024 * 1024

/// How deep collections may stand in one another.
public let deepestNesting = TreeBuilder.deepest

/// Reads a file as YAML: its tree, or nil where it holds no document or none that could be read.
///
/// Everything outside the strict subset is reported with its place. Where something was reported, the tree holds what
/// could be read, so that the rest can still be checked; a value that could not be read is a scalar that says so.
///
/// - Parameter keepingDuplicateKeys: whether a key that stands twice is left as it is, without a finding, for a reader of
///   files that are not ours.
public func parseYAML(
  _ file: SourceFile, keepingDuplicateKeys: Bool = false, report: (Diagnostic) -> Void
) -> YAMLNode? {
  if let finding = unreadableAsAWhole(file) {
    report(finding)
    return nil
  }
  let screened = ScreenedBytes(file)
  let reading = Recovery(file, screened).reading()
  var findings = screened.findings
  findings.report(contentsOf: reading.findings)
  // Where the indentation is wrong, keys of different entries may have come together.
  let isDoubtful = findings.all.contains { $0.name == "wrong-indentation" }
  let tree = reading.node.map { node in
    keepingDuplicateKeys ? node : withoutDuplicateKeys(node) { if !isDoubtful { findings.report($0) } }
  }
  findings.all.sorted { $0.span.start < $1.span.start }.forEach(report)
  return tree
}

private func unreadableAsAWhole(_ file: SourceFile) -> Diagnostic? {
  if file.bytes.count > largestFile { return .fileTooLarge(file) }
  let first = file.bytes.prefix(2)
  let isUTF16 = first == [0xFF, 0xFE] || first == [0xFE, 0xFF] || (first.count == 2 && first.contains(0))
  return isUTF16 ? .utf16(file) : nil
}
