import Diagnostics
import PlaybookModel

/// Every comment gets a decision only if the last category, and no other, takes what is left.
struct LastCategory: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    guard let last = playbook.categories.last else { return }
    if last.clause != nil { report(.missingOtherwise(last)) }
    let takers = playbook.categories.filter { $0.clause == nil }
    for (index, category) in takers.enumerated() where index > 0 {
      report(.secondOtherwise(category, first: takers[0]))
    }
  }
}

/// A category with `when: otherwise` that others follow can never let them be reached: told on the files, where rank is seen.
struct OtherwiseLast {
  func run(on categories: [(name: Span, isOtherwise: Bool)], report: (Diagnostic) -> Void) {
    guard let index = categories.firstIndex(where: \.isOtherwise), index < categories.count - 1 else { return }
    report(.otherwiseNotLast(categories[index].name, next: categories[index + 1].name))
  }
}

extension Diagnostic {
  fileprivate static func missingOtherwise(_ last: Category) -> Diagnostic {
    Diagnostic(
      "missing-otherwise", .error, "no category takes what no other takes", at: last.definition.nameSpan, label: "the last one",
      help: "end the list with a category that says `when: otherwise`")
  }

  fileprivate static func secondOtherwise(_ category: Category, first: Category) -> Diagnostic {
    Diagnostic(
      "second-otherwise", .error, "two categories say `otherwise`", at: category.definition.nameSpan,
      related: [.init(span: first.definition.nameSpan, label: "this one does too")], help: "give one of them a condition")
  }

  fileprivate static func otherwiseNotLast(_ name: Span, next: Span) -> Diagnostic {
    Diagnostic(
      "otherwise-not-last", .error, "`otherwise` takes every comment, and categories follow", at: name,
      related: [.init(span: next, label: "this one is never reached")], help: "move it to the end of the list")
  }
}
