import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import YAMLSyntax

/// The rest of a playbook around an example: what it leaves out, and the definitions that it names without showing them.
struct Frame {
  /// The definitions that examples may name, each in a file of its own, so that an example can bring its own instead.
  private static let cast: [(section: String, name: String, text: String)] = [
    ("teams", "care", "{title: Customer care, hours: Mon-Sat 08:00-20:00, cover: duty}"),
    ("teams", "legal", "{title: Legal counsel, hours: Mon-Fri 09:00-17:00, cover: duty}"),
    ("teams", "press", "{title: Press office}"),
    ("teams", "duty", "{title: Duty manager, hours: always}"),
    ("facts", "order.days_late", "{type: number}"),
    ("facts", "model.toxicity", "{type: number}"),
    ("lexicons", "insults", "{terms: [idiot, idiots], disguises: yes}"),
    ("lexicons", "refund", "[refund*, money back]"),
    ("lexicons", "anger", "{weights: {furious: 3, annoyed: 1}}"),
    ("signals", "wants-money", "{text.uses: refund}"),
    ("signals", "angry", "{text.score: {anger: at least 3}}"),
    (
      "responses", "service-recovery",
      "{owner: care, reply: {within: 60 minutes, in: public}, steps: [{step: apologise}]}"
    ),
    ("responses", "friendly", "{owner: care, reply: {within: 1 day, in: same, optional: yes}, steps: [{step: thank}]}"),
    ("ladders", "conduct", "{rungs: [{rung: watch, strikes: 1, do: [monitor]}, {rung: warn, strikes: 2, do: [warn]}]}"),
    ("modes", "crisis", "{title: Crisis}"),
  ]

  /// What is found in an example. It stands in a folder of its own; what lies beside that is another playbook's.
  static func analysis(of block: MarkdownFile.Block) throws -> Analysis {
    let example = framed(block)
    let shown = namesBySection(in: example)
    let added = cast.filter { shown[$0.section]?.contains($0.name) != true }
    let files = added.map { InMemoryFile("cast/\($0.name).yaml", "\($0.section): {\($0.name): \($0.text)}\n") }
    let imports = added.map { "../cast/\($0.name)" }.joined(separator: ", ")
    let isWhole = shown["decorum"] != nil
    let imported = example.replacing("imports: [", with: "imports: [\(imports), ", maxReplacements: 1)
    let head = "decorum: 1\nplaybook: example\n" + (shown["imports"] == nil ? "imports: [\(imports)]\n" : "")
    let tail = shown["categories"] == nil ? "categories: [{category: other, when: otherwise}]\n" : ""
    let text = isWhole ? example : head + imported + tail
    return try checkPlaybook(
      "example/playbook.yaml", in: [InMemoryFile("example/playbook.yaml", text)] + files + beside)
  }

  /// The example as keys at the top of a playbook.
  private static func framed(_ block: MarkdownFile.Block) -> String {
    func indented(by spaces: Int) -> String {
      block.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : String(repeating: " ", count: spaces) + $0 }.joined(separator: "\n")
    }
    switch block.value("part") {
    case "condition": return "signals:\n  example:\n\(indented(by: 4))\n"
    case "category":
      let keys = indented(by: 4)
      let when = block.text.contains("when: ") ? "" : "    when: {text.says: example}\n"
      return "categories:\n  - category: example\n\(when)\(keys)\n  - {category: other, when: otherwise}\n"
    default: return block.text
    }
  }

  /// The names under each key at the top.
  private static func namesBySection(in text: String) -> [String: [String]] {
    let file = SourceFile(id: SourceFile.ID(0), name: "example", bytes: Array(text.utf8))
    guard case .mapping(let mapping)? = parseYAML(file, report: { _ in }) else { return [:] }
    return Dictionary(mapping.entries.map { ($0.key.text, keys(of: $0.value)) }) { first, _ in first }
  }

  private static func keys(of node: YAMLNode) -> [String] {
    guard case .mapping(let mapping) = node else { return [] }
    return mapping.entries.map(\.key.text)
  }

  /// Files that examples name.
  private static let beside = [
    InMemoryFile("example/insults.txt", "# one term a line\nidiot\nidiots\n"),
    InMemoryFile("example/lexicons.yaml", "lexicons: {curses: [damn]}\n"),
    InMemoryFile(
      "base/playbook.yaml",
      "decorum: 1\nplaybook: base\ncategories:\n  - {category: abuse, when: {text.says: idiot}}\n"
        + "  - {category: other, when: otherwise}\n"),
  ]
}
