public import Diagnostics
public import YAMLSyntax

/// What one file says, before names mean anything: its tree, its findings of form, and every name that it defines or uses.
public struct FileSyntax: Sendable {
  public let root: YAMLMapping
  public internal(set) var definitions: [NameUse] = []
  public internal(set) var references: [NameUse] = []
  /// Keys of conditions that are no keys of the language and so must be facts.
  public internal(set) var factTests: [FactUse] = []
  /// Values given to declared facts in tests.
  public internal(set) var givenFacts: [FactUse] = []
  public internal(set) var findings: [Diagnostic] = []
}

/// A name where it stands.
public struct NameUse: Hashable, Sendable {
  public let namespace: Namespace
  public let name: String
  public let span: Span
}

/// A fact with what is asked of it, or given for it.
public struct FactUse: Sendable {
  public let fact: YAMLScalar
  public let value: YAMLNode
}
