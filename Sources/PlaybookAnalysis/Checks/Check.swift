public import Diagnostics
public import PlaybookModel

/// Something that can be wrong with a playbook as a whole. One file a check; its words stand at the file's end.
public protocol Check: Sendable {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void)
}

/// Every check of what a playbook means, in the order in which they run. Findings are sorted by place afterwards.
let allChecks: [any Check] = [
  SignalCycle(), CoverCycle(), CoverNeverActs(), DeadlineOutsideHours(), WorkingTimeWithoutHours(),
  StepWithoutMarker(),
]

/// Every check of what works and is probably not what was meant. They see only definitions without errors, of a playbook
/// that could be read whole, so that what follows from a mistake stays silent.
let allAdvice: [any Check] = [
  TermChecks(), IncompletePlan(), BlanketReply(), LongReply(), UnavailableAction(), EndlessBlock(),
  UnforgottenStrikes(), CategoryWithoutExamples(), SecretRule(),
]

/// Something that can be wrong with a playbook and is seen only in its files, where what is wrong stands.
protocol FileCheck: Sendable {
  func run(on playbook: LoadedPlaybook, report: (Diagnostic) -> Void)
}

/// Every check of a playbook's files.
let allFileChecks: [any FileCheck] = [
  OtherwiseLast(), CategoryRanks(), LevelsOutOfOrder(), RungNames(), OrderParts(), TestParts(),
  HurriedWatch(),
]

/// The first way in a graph that comes back to where it began, for each such circle once: names in the order of the
/// way.
///
/// Walks with a stack of its own, so that a long chain of names cannot exhaust that of the program.
func circles(among names: [String], following next: (String) -> [String]) -> [[String]] {
  var finished: Set<String> = []
  var circles: [[String]] = []
  for start in names where !finished.contains(start) {
    var way = [start]
    var places = [start: 0]
    var open = [next(start)[...]]
    while let name = way.last, var left = open.popLast() {
      guard let following = left.popFirst() else {
        finished.insert(name)
        places[name] = nil
        way.removeLast()
        continue
      }
      open.append(left)
      if let place = places[following] {
        circles.append(Array(way[place...]))
      } else if !finished.contains(following) {
        places[following] = way.count
        way.append(following)
        open.append(next(following)[...])
      }
    }
  }
  return circles
}
