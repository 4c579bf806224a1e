import Diagnostics

/// What a build wrote and what stayed as it was, in a line for each playbook of which something is new.
///
///     output/harbour-coffee  wrote .html .md
///     output/decorum         wrote .mjs .d.mts
///     4 files written, 31 the same (412 ms)
struct BuildReport {
  private struct Row {
    let place: String
    var parts: [String]
  }

  private let isOnlyCompared: Bool
  private var rows: [Row] = []
  private var countSame = 0

  init(isOnlyCompared: Bool) { self.isOnlyCompared = isOnlyCompared }

  /// How many files are other ones than before.
  private(set) var countChanged = 0

  mutating func add(_ file: MadeFile, in folder: OutputFolder, isChanged: Bool) {
    add("\(folder.path)/\(file.stem)", part: file.suffix, isChanged: isChanged)
  }

  /// - Parameter part: What of it is told behind its place.
  mutating func add(_ place: String, part: String, isChanged: Bool) {
    guard isChanged else { return countSame += 1 }
    countChanged += 1
    if let last = rows.last, last.place.utf8.elementsEqual(place.utf8) {
      rows[rows.count - 1].parts.append(part)
    } else {
      rows.append(Row(place: place, parts: [part]))
    }
  }

  func text(_ style: ReportStyle, elapsed: Duration) -> String {
    let places = rows.map { visible($0.place) }
    let width = places.map(\.count).max() ?? 0
    let verb = isOnlyCompared ? "would change" : "wrote"
    let lines = zip(places, rows).map { place, row in
      let blanks = String(repeating: " ", count: width - place.count)
      return "\(style.name(place))\(blanks)  \(verb) \(row.parts.map { visible($0) }.joined(separator: " "))\n"
    }
    return lines.joined() + "\(summary) \(style.faint("(\(Int(elapsed / .milliseconds(1))) ms)"))\n"
  }

  private var summary: String {
    let verb = isOnlyCompared ? "would change" : "written"
    if countChanged == 0 { return "nothing \(verb), \(counted(countSame)) the same" }
    return "\(counted(countChanged)) \(verb)" + (countSame == 0 ? "" : ", \(countSame) the same")
  }

  private func counted(_ count: Int) -> String { "\(count) file\(count == 1 ? "" : "s")" }
}
