import Diagnostics
import PlaybookSyntax
import StandardLibrary
import YAMLSyntax

// The words of every finding about files.

extension Diagnostic {
  static func noPlaybook(_ file: SourceFile, _ root: YAMLNode?, isImported: Bool) -> Diagnostic {
    Diagnostic(
      "no-playbook", .error, isImported ? "this imported file defines nothing" : "this file holds no playbook",
      at: root?.span.beginning ?? file.span.beginning,
      help: isImported
        ? "write definitions in it, such as `lexicons:`, or leave it out of `imports`" : "begin it with `decorum: 1`")
  }

  static func importCycle(_ scalar: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "import-cycle", .error, "this import leads back to a file that imports this one", at: scalar.span,
      help: "move what both need into a file of its own")
  }

  static func importedTooDeep(_ scalar: YAMLScalar, deepest: Int) -> Diagnostic {
    Diagnostic(
      "imports-too-deep", .error, "more than \(deepest) files import one another in a row", at: scalar.span,
      help: "name the files under `imports` of the playbook itself")
  }

  static func extendsCycle(_ scalar: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "extends-cycle", .error, "this playbook extends itself in the end", at: scalar.span,
      help: "leave `extends` out of the playbook that the others build on")
  }

  static func extendedTooDeep(_ scalar: YAMLScalar, deepest: Int) -> Diagnostic {
    Diagnostic(
      "imports-too-deep", .error, "more than \(deepest) playbooks extend one another in a row", at: scalar.span,
      help: "let it extend one of the first of them")
  }

  static func extendedLibrary(_ scalar: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "no-playbook", .error, "the standard library is no playbook that can be extended", at: scalar.span,
      help: "write `imports: [\(scalar.shown)]`")
  }

  static func unknownLibrary(_ scalar: YAMLScalar, _ name: String) -> Diagnostic {
    Diagnostic(
      "unknown-library", .error, "the standard library has no `\(scalar.shown)`", at: scalar.span,
      help: nearest(to: name, among: StandardLibrary.names).map { "write `std/\($0)`" }
        ?? "write one of \(StandardLibrary.names.map { "std/\($0)" }.listed)")
  }

  static func unreadable(_ scalar: YAMLScalar, _ trouble: FileReader.Trouble) -> Diagnostic {
    let name = scalar.shown
    return switch trouble {
    case .missing:
      Diagnostic(
        "missing-file", .error, "there is no file `\(name)`", at: scalar.span,
        help: "write its path relative to this file")
    case .outside:
      Diagnostic(
        "outside-path", .error, "`\(name)` leads out of the playbook's folder", at: scalar.span,
        help: "move the file into the folder, or give a wider `--root`")
    case .tooLarge(let limit):
      Diagnostic(
        "file-too-large", .error, "`\(name)` has more than \(limit) bytes, which are read at the most", at: scalar.span,
        help: "divide it into several files")
    case .unreadable(let reason):
      Diagnostic(
        "unreadable-file", .error, "`\(name)` cannot be read: \(reason)", at: scalar.span,
        help: "check the file and its permissions")
    }
  }
}
