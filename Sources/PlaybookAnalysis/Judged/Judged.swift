import DecisionModel
import PlaybookCompiler
import PlaybookModel

/// Checks that the engine itself judges, of a playbook without errors.
let allJudged: [any Check] = [MisjudgedExample(), BrokenStandard(), PolicyCheck(), BrokenPromise()]

extension Playbook {
  /// The program, for judging what the playbook says of itself.
  var judge: DecisionProgram { compile(self) { _ in "" } }

  /// Whether so many texts can be judged in a moment. Of a playbook for which they cannot, `decorum test` judges all.
  func canJudge(_ texts: Int) -> Bool {
    let size = allConditions.count + lexicons.reduce(0) { $0 + $1.terms.count }
    return texts > 0 && size <= 100_000_000 / texts
  }
}
