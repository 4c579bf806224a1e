public import Diagnostics

/// Why a value could not be read: the finding that says so.
///
/// Readers throw it to whoever asks; the walk over the forms reports it, and everybody else passes over the value in
/// silence, so that one mistake gives one finding.
public struct ValueTrouble: Error, Sendable {
  public let diagnostic: Diagnostic

  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  init(_ name: Diagnostic.Name, _ message: String, at span: Span, help: String? = nil, fix: Diagnostic.Fix? = nil) {
    self.init(Diagnostic(name, .error, message, at: span, help: help, fix: fix))
  }
}
