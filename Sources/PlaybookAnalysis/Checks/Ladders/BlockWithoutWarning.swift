import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A rung that blocks, and is taken whether or not the author was warned.
struct BlockWithoutWarning: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for ladder in playbook.ladders { check(ladder.rungs, report) }
  }

  /// A rung needs only one before it, so that what is known of that one is known already.
  private func check(_ rungs: [Rung], _ report: (Diagnostic) -> Void) {
    var warned: Set<[UInt8]> = []
    var lastWarning: Rung?
    for rung in rungs {
      let isWarned = rung.needs.map { warned.contains(Array($0.utf8)) } ?? false
      // To a rung without strikes the gravity of what was done leads, and no number.
      if rung.blocks, !isWarned, rung.strikes != nil { report(.blockWithoutWarning(rung, warning: lastWarning)) }
      if rung.warns || isWarned { warned.insert(Array(rung.definition.name.utf8)) }
      if rung.warns { lastWarning = rung }
    }
  }
}

extension Rung {
  var blocks: Bool { orders.must.contains { $0.name == "block" } }

  fileprivate var warns: Bool {
    !wordings.isEmpty && !blocks || orders.must.contains { ["warn", "reply", "message"].contains($0.name) }
  }
}

extension Diagnostic {
  fileprivate static func blockWithoutWarning(_ rung: Rung, warning: Rung?) -> Diagnostic {
    Diagnostic(
      "block-without-warning", .warning, "`\(rung.definition.name.shown)` blocks whoever was never warned",
      at: rung.definition.nameSpan,
      help: warning.map { "add `needs: \($0.definition.name.shown)`" }
        ?? "write a rung that does `warn` before it, and name it with `needs`")
  }
}
