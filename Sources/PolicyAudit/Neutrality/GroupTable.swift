/// Groups of people, and the words for them that can stand for each other in a sentence.
struct GroupTable: Sendable {
  /// A word for a group in one of its forms: `Muslim`, `Muslims`, `mosque`.
  struct Form: Sendable {
    let text: String
    /// Another form that the same word can stand for: `her` for `his` and for `him`.
    let otherwise: String?
    /// Whether it is looked for, or only put in the place of others.
    let isFound: Bool
  }

  let title: String
  let groups: [String]
  /// By form, then by group; nil where a group has none.
  private(set) var rows: [[Form?]] = []

  /// Reads tables from the lines of a file, as the README of this module says they are written.
  static func tables(_ lines: [String]) -> [GroupTable] {
    var tables: [GroupTable] = []
    for line in lines {
      if line.hasPrefix("= ") {
        let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
        tables.append(GroupTable(title: String(parts[0]), groups: cells(parts.last ?? "")))
      } else if !tables.isEmpty {
        tables[tables.count - 1].rows.append(cells(line[...]).map(form))
      }
    }
    return tables
  }

  private init(title: String, groups: [String]) {
    self.title = title
    self.groups = groups
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "|").map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func form(_ cell: String) -> Form? {
    if cell == "-" { return nil }
    let isFound = !cell.hasPrefix("(")
    let readings = (isFound ? cell[...] : cell.dropFirst().dropLast()).split(separator: "/").map(String.init)
    return Form(text: readings[0], otherwise: readings.count > 1 ? readings[1] : nil, isFound: isFound)
  }
}
