public import Diagnostics
public import PlaybookModel

/// Something that can be wrong with a playbook as a whole. One file a check; its words stand at the file's end.
public protocol Check: Sendable {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void)
}

/// Every check, in the order in which they run. Findings are sorted by place afterwards.
let allChecks: [any Check] = [
  LastCategory(), SignalCycle(), CoverCycle(), UnknownRung(), LevelsOutOfOrder(),
]

/// The first way in a graph that comes back to where it began, for each such circle once: names in the order of the way.
///
/// Walks with a stack of its own, so that a long chain of names cannot exhaust that of the program.
func circles(among names: [String], following next: (String) -> [String]) -> [[String]] {
  var finished: Set<String> = []
  var circles: [[String]] = []
  for start in names where !finished.contains(start) {
    var way = [start]
    var open = [next(start)[...]]
    while let name = way.last, var left = open.popLast() {
      guard let following = left.popFirst() else {
        finished.insert(name)
        way.removeLast()
        continue
      }
      open.append(left)
      if let index = way.firstIndex(of: following) {
        circles.append(Array(way[index...]))
      } else if !finished.contains(following) {
        way.append(following)
        open.append(next(following)[...])
      }
    }
  }
  return circles
}
