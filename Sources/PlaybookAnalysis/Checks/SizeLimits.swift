import Diagnostics
import PlaybookModel
import PlaybookSyntax
import YAMLSyntax

/// How much a playbook may hold, so that checking it and deciding by it take a bounded time.
struct SizeLimits {
  var terms = 1_000_000
  var conditions = 100_000
  var categories = 10_000

  func run(on loaded: LoadedPlaybook, _ playbook: Playbook?, report: (Diagnostic) -> Void) {
    if let first = firstBeyond(
      terms, in: (playbook?.lexicons ?? []).map { ($0.definition.nameSpan, $0.terms.count + $0.except.count) })
    {
      report(.tooManyTerms(at: first, most: terms))
    }
    let conditions = loaded.parts.flatMap(\.syntax.conditions)
    if conditions.count > self.conditions {
      report(.tooManyConditions(at: conditions[self.conditions], most: self.conditions))
    }
    let categories = loaded.parts.flatMap { $0.syntax.root.mappings("categories") }
    if categories.count > self.categories {
      report(.tooManyCategories(at: categories[self.categories].firstKey, most: self.categories))
    }
  }

  /// The first thing with which the sum of the sizes passes a limit.
  private func firstBeyond(_ limit: Int, in sizes: [(place: Span, size: Int)]) -> Span? {
    var sum = 0
    return sizes.first { (_, size) in
      sum += size
      return sum > limit
    }?.place
  }
}

extension Diagnostic {
  fileprivate static func tooManyTerms(at span: Span, most: Int) -> Diagnostic {
    Diagnostic(
      "too-many-terms", .error, "with this lexicon the playbook has more than \(most) terms", at: span,
      help: "leave out terms that another covers: `refund*` is also in `refunded`")
  }

  fileprivate static func tooManyConditions(at span: Span, most: Int) -> Diagnostic {
    Diagnostic(
      "too-many-conditions", .error, "the playbook has more than \(most) conditions up to here", at: span,
      help: "list phrases in one `text.says` or a lexicon, and name conditions that repeat as signals")
  }

  fileprivate static func tooManyCategories(at span: Span, most: Int) -> Diagnostic {
    Diagnostic(
      "too-many-categories", .error, "the playbook has more than \(most) categories up to here", at: span,
      help: "join categories that are answered alike")
  }
}
