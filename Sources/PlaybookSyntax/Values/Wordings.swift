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
        "invalid-wording", error.message, at: place(of: error),
        help:
          "write facts as `{author.name}` and blanks as `[what happened]`; a brace or a bracket itself is written twice"
      )
    }
  }

  /// The brace or bracket that is wrong.
  private func place(of problem: Wording.Problem) -> Span {
    let blanks = text.utf8.prefix { $0 == 0x20 || $0 == 0x0A }.count
    return place(from: blanks + problem.offset, length: 1) ?? span
  }
}
