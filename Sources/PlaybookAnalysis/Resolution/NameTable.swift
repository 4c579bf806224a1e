import DecisionModel
import Diagnostics
import PlaybookSyntax

/// Every name that the files of a playbook define, and what the language brings itself.
struct NameTable {
  struct Entry {
    let span: Span
    /// Whether the playbook itself defines it, and no library that it imports.
    let isOwn: Bool
  }

  private var entries: [Namespace: [String: Entry]] = [:]

  /// The names of the language itself.
  static let builtIn: [Namespace: [String]] = [
    .action: ActionDefinition.builtIn.map(\.name),
    .step: BuiltInStep.names,
    .fact: BuiltInFact.all.map(\.name),
  ]

  func isDefined(_ name: String, in namespace: Namespace) -> Bool {
    guard NameTable.canBeName(name) else { return false }
    return entries[namespace]?[name] != nil || NameTable.builtIn[namespace]?.contains(name) == true
  }

  func entry(_ name: String, in namespace: Namespace) -> Entry? {
    NameTable.canBeName(name) ? entries[namespace]?[name] : nil
  }

  /// All names of a kind, in the order of their bytes.
  func names(in namespace: Namespace) -> [String] {
    ((entries[namespace] ?? [:]).keys + (NameTable.builtIn[namespace] ?? [])).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// Adds a definition; returns the earlier one of the same name, if there is one.
  mutating func define(_ use: NameUse, isOwn: Bool) -> Entry? {
    if let earlier = entry(use.name, in: use.namespace) { return earlier }
    entries[use.namespace, default: [:]][use.name] = Entry(span: use.span, isOwn: isOwn)
    return nil
  }

  /// Long texts are no names, and other texts than ASCII are never hashed: canonical equivalence makes that quadratic.
  private static func canBeName(_ text: String) -> Bool {
    text.utf8.count <= 100 && text.utf8.allSatisfy { $0 < 0x80 }
  }
}
