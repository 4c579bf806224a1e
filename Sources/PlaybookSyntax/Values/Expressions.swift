import CommentText
import Diagnostics
import YAMLSyntax

extension YAMLScalar {
  /// Holds the regular expression that the scalar is to what can be looked for.
  func regularExpression() throws(ValueTrouble) {
    do {
      try RegularExpression.check(text)
    } catch {
      throw trouble(error)
    }
  }

  private func trouble(_ problem: RegularExpressionProblem) -> ValueTrouble {
    let message = problem.message(shown(problem.place))
    let place = place(ofScalars: problem.place) ?? span
    return problem.isSize
      ? ValueTrouble("regular-expression-too-large", message, at: place, help: problem.help)
      : ValueTrouble("regular-expression", message, at: place, help: problem.help)
  }

  /// Holds the host that the scalar names to what a link can lead to.
  func host() throws(ValueTrouble) {
    do {
      _ = try Host(text)
    } catch {
      throw ValueTrouble("invalid-host", error.message(shown), at: span, help: error.help)
    }
  }

  /// Where a stretch of the text, counted in Unicode scalars, stands in the file.
  private func place(ofScalars range: Range<Int>) -> Span? {
    let scalars = text.unicodeScalars
    let bytes = { (count: Int) in scalars.prefix(count).reduce(0) { $0 + UTF8.width($1) } }
    let start = bytes(range.lowerBound)
    return range.isEmpty ? nil : place(from: start, length: bytes(range.upperBound) - start)
  }

  private func shown(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))).shown
  }
}

/// How a finding speaks of a host that no link leads to.
extension HostProblem {
  fileprivate func message(_ host: String) -> String {
    switch self {
    case .empty: "no host is named"
    case .scheme: "`\(host)` is an address, and a host is expected here"
    case .user: "`\(host)` holds an `@`, and only the host of a link is compared"
    case .port: "`\(host)` names a port, and ports are not compared"
    case .path: "`\(host)` holds a path, and only the host of a link is compared"
    case .wildcard: "`*` stands in the host `\(host)`"
    case .noName: "`\(host)` is no host that a link can lead to"
    }
  }

  fileprivate var help: String {
    switch self {
    case .wildcard: "write the host alone: what is below `casino.example` is found with it"
    case .path: "write the host alone, such as `casino.example`, or find the path with `text.matches`"
    default: "write the host alone, such as `casino.example`"
    }
  }
}
