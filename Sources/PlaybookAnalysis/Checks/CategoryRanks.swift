import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// Where the new categories of a playbook rank that extends another.
struct CategoryRanks: FileCheck {
  func run(on playbook: LoadedPlaybook, report: (Diagnostic) -> Void) {
    for trouble in CategoryRanking(of: playbook).troubles {
      switch trouble {
      case .missing(let category): report(.missingRank(category))
      case .nothingExtended(let key): report(.rankWithoutExtends(key))
      case .replaces(let key, let category): report(.rankOfReplacement(key, category))
      case .both(let before, let after): report(.twoRanks(before, after))
      case .afterLast(let key): report(.afterOtherwise(key))
      case .circle(let categories): report(.rankCycle(categories))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func missingRank(_ category: YAMLMapping) -> Diagnostic {
    Diagnostic(
      "missing-rank", .error,
      "`\(category.nameOfCategoryShown)` does not say where it ranks in the playbook it extends",
      at: category.nameOfCategory, help: "add `before:` or `after:` with the name of a category")
  }

  fileprivate static func rankWithoutExtends(_ category: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "misplaced-rank", .error, "categories rank as they are listed where no playbook is extended", at: category.span,
      help: "move the category to its place in the list")
  }

  fileprivate static func rankOfReplacement(_ other: YAMLScalar, _ category: YAMLMapping) -> Diagnostic {
    Diagnostic(
      "misplaced-rank", .error, "`\(category.nameOfCategoryShown)` has the rank of the category that it replaces",
      at: other.span, help: "leave it out, or give the category a name of its own")
  }

  fileprivate static func twoRanks(_ before: YAMLScalar, _ after: YAMLScalar) -> Diagnostic {
    let (first, second) = before.span.start < after.span.start ? (before, after) : (after, before)
    return Diagnostic(
      "contradictory-keys", .error, "a category ranks `before` one or `after` one, not both", at: second.span,
      related: [.init(span: first.span, label: "this ranks it already")], help: "leave one of them out")
  }

  fileprivate static func afterOtherwise(_ last: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "otherwise-not-last", .error, "`\(last.shown)` takes every comment that reaches it, so nothing ranks after it",
      at: last.span, help: "write `before: \(last.shown)`")
  }

  fileprivate static func rankCycle(_ categories: [YAMLMapping]) -> Diagnostic {
    let names = categories.dropFirst().map { "`\($0.nameOfCategoryShown)`" }
    return Diagnostic(
      "rank-cycle", .error, "where `\(categories.first?.nameOfCategoryShown ?? "")` ranks depends on itself",
      at: categories[0].nameOfCategory, label: names.isEmpty ? nil : "by way of \(names.joined(separator: ", "))",
      help: "let one of them rank beside a category of the playbook that is extended")
  }
}

extension YAMLMapping {
  fileprivate var nameOfCategoryShown: String { scalar("category")?.shown ?? "this category" }
}
