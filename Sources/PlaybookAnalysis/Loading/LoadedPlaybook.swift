import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// The files of a playbook, read: the playbook's own first, then what it imports, in the order of import; then those of
/// the playbook that it extends, and so on.
struct LoadedPlaybook {
  struct Part {
    let file: SourceFile
    /// What the file says in this playbook: without what takes the place of it.
    var syntax: FileSyntax
    /// The file as it was written.
    let asWritten: YAMLMapping
    /// Whether it is a playbook, and no file that one imports.
    let isPlaybook: Bool
    /// How many playbooks extend one another on the way to this file: 0 for the playbook and what it imports.
    let layer: Int
    /// Whether the file is the playbook's own, and no library that it imports.
    let isOwn: Bool
    let hasSyntaxErrors: Bool

    init(
      file: SourceFile, syntax: FileSyntax, isPlaybook: Bool, layer: Int, isOwn: Bool, hasSyntaxErrors: Bool
    ) {
      self.file = file
      self.syntax = syntax
      asWritten = syntax.root
      self.isPlaybook = isPlaybook
      self.layer = layer
      self.isOwn = isOwn
      self.hasSyntaxErrors = hasSyntaxErrors
    }
  }

  var files = SourceFiles()
  var parts: [Part] = []
  /// The terms of the word lists that lexicons name, by the span of the path that names them.
  var wordLists: [Span: WordList] = [:]
  var findings = Findings()
  /// Whether a file is missing that might define anything.
  var lacksFiles = false

  /// Whether something is missing that would say more about the playbook as a whole.
  var isIncomplete: Bool { lacksFiles || parts.contains(where: \.hasSyntaxErrors) }

  /// Whether something was passed over that may use what is defined.
  var isPartial: Bool { isIncomplete || parts.contains(where: \.syntax.isPartial) }

  /// Whether a name may be defined in what could not be read, so that its absence is no mistake of its own.
  func mayHide(_ namespace: Namespace) -> Bool {
    lacksFiles
      || parts.contains { part in
        part.hasSyntaxErrors && part.syntax.root[namespace.section].map(\.hidesNames) ?? true
      }
  }
}

extension YAMLNode {
  /// Whether a section that lists or names definitions has names that cannot be read.
  fileprivate var hidesNames: Bool {
    switch self {
    case .scalar(let scalar): scalar.isUnreadable
    case .mapping: false
    case .sequence(let list):
      list.items.contains { $0.isUnreadable || $0.mapping?.entries.first?.value.isUnreadable == true }
    }
  }
}

extension Findings {
  /// Reports a finding, as long as anyone would read it: what is wrong with a hostile playbook is not kept in full.
  mutating func reportWithinReason(_ diagnostic: Diagnostic) {
    if all.count < 2000 { report(diagnostic) }
  }
}
