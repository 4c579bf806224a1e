import DecisionModel
import Diagnostics
import PlaybookSyntax

/// Every name that the files of a playbook define, and what the language brings itself.
///
/// Names are told apart by their bytes: texts of an author are never compared by canonical equivalence.
struct NameTable {
  private var places: [Namespace: [[UInt8]: Span]] = [:]

  /// The names of the language itself.
  static let builtIn: [Namespace: [String]] = [
    .action: ActionDefinition.builtIn.map(\.name),
    .step: BuiltInStep.names,
    .fact: BuiltInFact.all.map(\.name),
  ]

  static func isBuiltIn(_ name: String, in namespace: Namespace) -> Bool {
    builtIn[namespace]?.contains { $0.isExactly(name) } ?? false
  }

  func isDefined(_ name: String, in namespace: Namespace) -> Bool {
    place(of: name, in: namespace) != nil || NameTable.isBuiltIn(name, in: namespace)
  }

  /// Where a playbook defines a name.
  func place(of name: String, in namespace: Namespace) -> Span? { places[namespace]?[Array(name.utf8)] }

  /// All names of a kind, in the order of their bytes.
  func names(in namespace: Namespace) -> [String] {
    let defined = (places[namespace] ?? [:]).keys.map { String(decoding: $0, as: UTF8.self) }
    return (defined + (NameTable.builtIn[namespace] ?? [])).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Adds a definition; returns the place of an earlier one of the same name, if there is one.
  mutating func define(_ use: NameUse) -> Span? {
    if let earlier = place(of: use.name, in: use.namespace) { return earlier }
    places[use.namespace, default: [:]][Array(use.name.utf8)] = use.span
    return nil
  }
}
