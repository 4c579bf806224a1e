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

  /// Whether a playbook may say more of what the language brings: how a draft shows a step.
  static func mayBeDescribed(_ use: NameUse) -> Bool { use.namespace == .step && isBuiltIn(use.name, in: .step) }

  func isDefined(_ name: String, in namespace: Namespace) -> Bool {
    place(of: name, in: namespace) != nil || NameTable.isBuiltIn(name, in: namespace)
  }

  /// Where a playbook defines a name.
  func place(of name: String, in namespace: Namespace) -> Span? { places[namespace]?[Array(name.utf8)] }

  /// All names of a kind, in the order of their bytes.
  func names(in namespace: Namespace) -> [String] {
    let defined = (places[namespace] ?? [:]).keys.map { String(decoding: $0, as: UTF8.self) }
    let others = (NameTable.builtIn[namespace] ?? []).filter { place(of: $0, in: namespace) == nil }
    return (defined + others).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Adds a definition; returns the place of an earlier one of the same name, if there is one.
  mutating func define(_ use: NameUse) -> Span? {
    if let earlier = place(of: use.name, in: use.namespace) { return earlier }
    redefine(use)
    return nil
  }

  /// Puts a definition in place of an earlier one.
  mutating func redefine(_ use: NameUse) { places[use.namespace, default: [:]][Array(use.name.utf8)] = use.span }
}
