import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A category that shows no comment which it takes. The last one takes what is left, and needs none.
struct CategoryWithoutExamples: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for category in playbook.categories where category.clause != nil && category.examples.positive.isEmpty {
      report(.categoryWithoutExamples(category.definition))
    }
  }
}

extension Diagnostic {
  fileprivate static func categoryWithoutExamples(_ category: Definition) -> Diagnostic {
    Diagnostic(
      "category-without-examples", .note, "the category `\(category.name.shown)` shows no comment that it takes",
      at: category.nameSpan, help: "add `examples`, and `counterexamples` that come close")
  }
}
