import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookTesting

/// All mutants of a playbook with what came of each, tried on all cores.
struct TriedMutants {
  let tried: [(mutant: Mutant, verdict: MutantVerdict)]

  init(of analysis: Analysis) throws {
    let (mutants, trial) = try PlaybookPipeline.mutants(analysis)
    tried = Array(zip(mutants, try inParallel(mutants, trial.judge))).map { (mutant: $0, verdict: $1) }
  }

  /// Those that no test notices, each with a comment that tells it apart, where one was found.
  var unnoticed: [(mutant: Mutant, comment: TellingComment?)] {
    tried.compactMap { mutant, verdict in
      if case .unnoticed(let comment) = verdict { (mutant, comment) } else { nil }
    }
  }
}

/// What a person reads of mutants: how many tests notice, and of the others the tests that would, ready to paste.
struct MutantText {
  private let tried: TriedMutants
  private let style: ReportStyle

  init(_ tried: TriedMutants, _ style: ReportStyle) {
    self.tried = tried
    self.style = style
  }

  var text: String {
    let unnoticed = tried.unnoticed
    let silent = unnoticed.filter { $0.comment == nil }.map { "  \(words($0.mutant))" }
    let tests = unnoticed.compactMap(\.comment).flatMap { $0.test.split(separator: "\n").map { "  \($0)" } }
    let paste =
      tests.isEmpty
      ? [] : [style.faint("# tests that notice \(unnoticed.count - silent.count) of them:"), "tests:"] + tests
    let none =
      silent.isEmpty
      ? [] : ["no comment was found that tells apart \(silent.count) of the mutants that no test notices:"]
    return (paste + none + silent + [summary(unnoticed.count)]).joined(separator: "\n")
  }

  private func words(_ mutant: Mutant) -> String { visible("\(mutant.place) \(mutant.words)") }

  private func summary(_ unnoticed: Int) -> String {
    let kinds = Mutant.Kind.allCases.compactMap { kind -> String? in
      let all = tried.tried.filter { $0.mutant.kind == kind }
      let left = tried.unnoticed.count { $0.mutant.kind == kind }
      return all.isEmpty ? nil : "\(kind.rawValue): \(all.count - left) of \(all.count)"
    }
    let all = tried.tried.count
    return "mutants noticed: \(all - unnoticed) of \(all)\(kinds.isEmpty ? "" : " (\(kinds.joined(separator: "; ")))")"
  }
}
