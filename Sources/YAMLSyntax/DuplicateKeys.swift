import Diagnostics

/// A tree without the entries whose key stands before them in the same mapping, each of which is reported; so are keys
/// that differ only in how their accents are written.
func withoutDuplicateKeys(_ node: YAMLNode, report: (Diagnostic) -> Void) -> YAMLNode {
  switch node {
  case .scalar: return node
  case .sequence(let list):
    let items = list.items.map { withoutDuplicateKeys($0, report: report) }
    return .sequence(YAMLSequence(items: items, isFlow: list.isFlow, span: list.span))
  case .mapping(let mapping):
    let entries = firstOfEachKey(mapping.entries, report: report).map {
      YAMLMapping.Entry(key: $0.key, value: withoutDuplicateKeys($0.value, report: report))
    }
    return .mapping(YAMLMapping(entries: entries, isFlow: mapping.isFlow, span: mapping.span))
  }
}

private func firstOfEachKey(_ entries: [YAMLMapping.Entry], report: (Diagnostic) -> Void) -> [YAMLMapping.Entry] {
  var places: [[UInt8]: Span] = [:]
  // Swift's own comparison takes canonically equal texts for one, in time that grows with the square of their length:
  // it is fit for short keys alone.
  let longestAccented = 256
  var accented: [String: Span] = [:]
  return entries.filter { entry in
    let key = entry.key
    let bytes = Array(key.text.utf8)
    if let first = places[bytes] {
      report(duplicate(key, first, "`\(key.text)` stands twice in one mapping", help: "keep one of the two"))
      return false
    }
    places[bytes] = key.span
    guard bytes.count <= longestAccented, bytes.contains(where: { $0 >= 0x80 }) else { return true }
    if let first = accented.updateValue(key.span, forKey: key.text) {
      let message = "`\(key.text)` differs from a key before it only in how its accents are written"
      report(duplicate(key, first, message, help: "keep one of the two, or give it another name"))
    }
    return true
  }
}

private func duplicate(_ key: YAMLScalar, _ first: Span, _ message: String, help: String) -> Diagnostic {
  Diagnostic(
    "duplicate-key", .error, message, at: key.span,
    related: [Diagnostic.Related(span: first, label: "first here")], help: help)
}
