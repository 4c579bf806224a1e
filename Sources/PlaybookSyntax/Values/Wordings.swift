public import DecisionModel
import Diagnostics
public import YAMLSyntax

extension YAMLScalar {
  /// The sentence to say that the scalar is.
  public func wording() throws(ValueTrouble) -> Wording {
    do {
      return try Wording(text.trimmedSpaces)
    } catch {
      throw ValueTrouble(
        "invalid-wording", error.message, at: span,
        help: "write facts as `{author.name}` and blanks as `[what happened]`; a brace or a bracket itself is written twice")
    }
  }

  /// Where a piece of the text stands in the file, as far as quotes and escapes let it be found; else the whole scalar.
  func place(of piece: String) -> Span {
    guard style != .literal, style != .folded, let range = text.utf8Range(of: piece) else { return span }
    let quote = style == .plain ? 0 : 1
    guard span.end - span.start == text.utf8.count + 2 * quote else { return span }
    return span.part(from: range.lowerBound + quote, length: range.count)
  }
}
