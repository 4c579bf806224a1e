import DecisionEngine
import DecisionModel
import DecisionOracle
import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import TestSupport
import Testing

/// How many times as many cases a long run has.
let timesLonger = isLong ? 15 : 1

/// Holds a property against random cases; the first that breaks it is made smaller and reported with its seed.
///
/// `DECORUM_SEED` begins at the case that it names, so that a failure can be had again; `DECORUM_LONG=1` tries
/// fifteen times as many.
///
/// - Parameters:
///   - make: a case from dice.
///   - check: what is wrong in a case, or nil where the property holds. It is called again with the same dice for
///     every smaller case; a smaller case for which it throws is none.
func everyCase(
  _ property: String, count: Int, make: (inout Dice) -> RandomCase = { RandomCase(&$0) },
  check: @escaping (RandomCase, inout Dice) throws -> String?
) throws {
  let first = propertySeed(property)
  for number in 0..<UInt64(count * timesLonger) {
    var dice = Dice(seed: first &+ number)
    let tried = make(&dice)
    let fails = { (smaller: RandomCase) throws -> String? in
      var again = dice
      return try check(smaller, &again)
    }
    guard let difference = try fails(tried) else { continue }
    let smallest = tried.smallest { (try? fails($0)).flatMap { $0 } != nil }
    let shown = (try? fails(smallest)).flatMap { $0 } ?? difference
    Issue.record("\(property), DECORUM_SEED=\(first &+ number)\n\(shown)\n\(smallest.description)")
    return
  }
}

/// Why a playbook that should have none has errors.
struct Refused: Error, CustomStringConvertible {
  let description: String
}

/// The program of a playbook that has no errors.
func compiled(_ yaml: String) throws -> CompiledPlaybook {
  // Judging finds no errors, and takes most of the time.
  let analysis = try checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", yaml)], judging: false)
  let errors = analysis.findings.filter { $0.severity == .error }
  guard errors.isEmpty else {
    throw Refused(
      description: errors.map { "\(analysis.location(of: $0.span)): \($0.name): \($0.message)" }.joined(separator: "\n")
    )
  }
  return try compilePlaybook(analysis)
}

/// The engine of a playbook.
func engine(_ playbook: Tree, _ style: PrintingStyle = .plain) throws -> Oracle {
  try compiled(playbook.yaml(style)).oracle()
}

/// The instant of a decision about a comment that brings none.
let noon = Instant(seconds: 1_796_126_400)

extension Oracle {
  func decide(_ comment: RandomComment) -> Decision { decide(json: comment.json, now: noon) }
}

extension RandomCase: CustomStringConvertible {
  var description: String {
    "--- playbook\n\(playbook.yaml())--- comments\n\(comments.map(\.line).joined(separator: "\n"))"
  }
}
