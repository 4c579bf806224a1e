import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// Every comment gets a decision only if the last category, and no other, takes what is left.
struct OtherwiseLast: FileCheck {
  func run(on playbook: LoadedPlaybook, report: (Diagnostic) -> Void) {
    let categories = CategoryRanking(of: playbook).categories
    let takers = categories.filter(\.isOtherwise)
    for second in takers.dropFirst() { report(.secondOtherwise(second, first: takers[0])) }
    if takers.isEmpty, !playbook.isIncomplete, categories.allSatisfy(\.hasReadableCondition), let last = categories.last
    {
      report(.missingOtherwise(last))
    }
    // In a playbook that extends another the list does not rank.
    guard takers.count == 1, let head = playbook.parts.first?.asWritten, head["extends"] == nil,
      case let own = head.mappings("categories"),
      let place = own.firstIndex(where: \.isOtherwise), place < own.count - 1
    else { return }
    report(.otherwiseNotLast(own[place], next: own[place + 1]))
  }
}

extension YAMLMapping {
  /// Whether it is the category that holds where none above does.
  var isOtherwise: Bool { scalar("when")?.text.isExactly("otherwise") ?? false }

  /// Whether the category says when it holds; what is wrong with it otherwise was said.
  fileprivate var hasReadableCondition: Bool {
    guard let when = self["when"] else { return false }
    return when.scalar == nil
  }

  var nameOfCategory: Span { scalar("category")?.span ?? firstKey }
}

extension Diagnostic {
  fileprivate static func missingOtherwise(_ last: YAMLMapping) -> Diagnostic {
    Diagnostic(
      "missing-otherwise", .error, "no category takes what no other takes", at: last.nameOfCategory,
      label: "the last one",
      help: "end the list with a category that says `when: otherwise`")
  }

  fileprivate static func secondOtherwise(_ category: YAMLMapping, first: YAMLMapping) -> Diagnostic {
    Diagnostic(
      "second-otherwise", .error, "two categories say `otherwise`", at: category.nameOfCategory,
      related: [.init(span: first.nameOfCategory, label: "this one does too")], help: "give one of them a condition")
  }

  fileprivate static func otherwiseNotLast(_ category: YAMLMapping, next: YAMLMapping) -> Diagnostic {
    Diagnostic(
      "otherwise-not-last", .error, "`otherwise` takes every comment, and categories follow",
      at: category.nameOfCategory,
      related: [.init(span: next.nameOfCategory, label: "this one is never reached")],
      help: "move it to the end of the list")
  }
}
