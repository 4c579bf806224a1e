import Diagnostics
import Testing
import YAMLSyntax

/// The nodes whose span, read alone at its column with the line end behind it, gives another node.
func nodesThatReadOtherwise(in tree: YAMLNode, of file: SourceFile) -> [String] {
  nodes(of: tree).filter { hasOneMeaning($0, in: file) }.compactMap { node in
    let lineStart = file.line(at: file.lineIndex(of: node.span.start)).start
    let column = file.text(of: Span(file: file.id, start: lineStart, end: node.span.start)).unicodeScalars.count
    let lineEnd = file.bytes.dropFirst(node.span.end).first == 0x0A ? "\n" : ""
    let text = String(repeating: " ", count: column) + file.text(of: node.span) + lineEnd
    let reading = Reading(text)
    return reading.events == events(of: node) ? nil : "\(text) is \(reading.events), not \(events(of: node))"
  }
}

/// Whether a node means the same wherever it stands: an absent value has no text, a key may end with a colon, and a block
/// scalar may count its indentation from what is around it.
private func hasOneMeaning(_ node: YAMLNode, in file: SourceFile) -> Bool {
  guard case .scalar(let scalar) = node else { return true }
  let header = file.text(of: scalar.span).prefix { !$0.isNewline }
  let isCounted = [.literal, .folded].contains(scalar.style) && header.contains(where: \.isNumber)
  return !scalar.isAbsent && !scalar.text.hasSuffix(":") && !isCounted
}

/// A node with all that stand within it, keys too.
private func nodes(of node: YAMLNode) -> [YAMLNode] {
  switch node {
  case .scalar: [node]
  case .sequence(let sequence): [node] + sequence.items.flatMap(nodes)
  case .mapping(let mapping): [node] + mapping.entries.flatMap { [.scalar($0.key)] + nodes(of: $0.value) }
  }
}

@Suite struct SpanTests {
  @Test(arguments: [
    "é: [a, \"b c\", 'd']\nc:\n  - d: 1\n    e: {f: g, h: [i]}\n\n# x\n  -\n  - j\nk: 2\n",
    "a: |\n  b\n\n  c\n\n\nd: >-\n  e\n  f\n\ng: |+\n  h\n\n\ni: j\n",
    "a: b c\n  d\n\n  e\nf: \"g\n  h\"\n",
    "- - a\n  - b: c\n    d:\n    - e\n- [f: g, h]\n- \"i\": 'j'\n",
    "\u{FEFF}a: 👩‍🚒 b # c\nd: [ä , ö ]\n",
    "a: b\r\nc:\r\n- d\r\n- |\r\n  e\r\n  f\r\n",
    "# only\n---\na: # none\nb:\n  c:\n",
  ])
  func `every node is what its span says`(text: String) throws {
    let reading = Reading(text)
    #expect(reading.names == [])
    let tree = try #require(reading.tree)
    #expect(nodesThatReadOtherwise(in: tree, of: reading.file) == [])
  }

  @Test func `a block collection ends with its last child`() throws {
    let reading = Reading("a:\n  - b: 1\n    c: 2   # why\n\n# more\nd: 3\n")
    let tree = try #require(reading.tree)
    #expect(spans(of: tree, in: reading.file).contains("- b: 1\n    c: 2"))
    #expect(spans(of: tree, in: reading.file).contains("b: 1\n    c: 2"))
    #expect(reading.file.text(of: tree.span) == "a:\n  - b: 1\n    c: 2   # why\n\n# more\nd: 3")
  }

  @Test func `an absent value stands behind its colon`() throws {
    let reading = Reading("a:\nb: c\n")
    guard case .mapping(let mapping) = try #require(reading.tree) else { return #expect(Bool(false)) }
    #expect(mapping.entries[0].value.span == Span(file: reading.file.id, start: 2, end: 2))
  }

  private func spans(of tree: YAMLNode, in file: SourceFile) -> [String] {
    nodes(of: tree).map { file.text(of: $0.span) }
  }
}
