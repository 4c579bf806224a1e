import DecisionModel

// Regular expressions and links, which are looked for when somebody asks.
extension TextSearcher {
  /// Whether one of the expressions of a search is in the text.
  mutating func hasExpression(of search: SearchTables.Search) -> Bool {
    for expression in search.firstOfKind..<search.firstOfKind + search.termCount where isFound(expression: expression) {
      return true
    }
    return false
  }

  private mutating func isFound(expression: Int) -> Bool {
    guard expressions.isAwake(expression) else { return false }
    readScalarsOnce()
    return expressions.isFound(expression, in: reader.scalars.elements)
  }

  /// The text as scalars, as far as nobody has read it so.
  private mutating func readScalarsOnce() {
    guard !reader.isReadWhole, scalarsOf != text else { return }
    reader.readScalars()
    scalarsOf = text
  }

  /// Whether a link leads to one of the hosts of a search, or below it.
  mutating func hasLink(of search: SearchTables.Search) -> Bool {
    guard !reader.links.isEmpty else { return false }
    for host in search.firstOfKind..<search.firstOfKind + search.termCount where firstLink(to: host) != nil {
      return true
    }
    return false
  }

  /// The first link that leads to a host or below it.
  mutating func firstLink(to host: Int) -> Link? {
    guard !reader.links.isEmpty else { return nil }
    readScalarsOnce()
    let wanted = HostNames(tables.hosts, host)
    for place in 0..<reader.links.count {
      let link = reader.links[place]
      hosts.read(UnsafeBufferPointer(rebasing: reader.scalars.elements[link.start..<link.end]))
      if hosts.isWithin(wanted) { return link }
    }
    return nil
  }

  /// The first place of each expression or host of a search, as its terms stand in the text as written.
  mutating func places(of number: Int, _ found: (Int, Range<Int>) -> Void) {
    let search = tables.search(number)
    for index in 0..<search.termCount {
      let place: Range<Int>?
      if search.kind == .hosts {
        place = firstLink(to: search.firstOfKind + index).map { $0.start..<$0.end }
      } else if isFound(expression: search.firstOfKind + index) {
        place = expressions.firstPlace(search.firstOfKind + index, in: reader.scalars.elements)
      } else {
        place = nil
      }
      if let place { found(search.firstTerm + index, place) }
    }
  }
}

/// A host of the program: its names, each a row of scalars.
struct HostNames {
  private(set) var cells: UnsafePointer<UInt32>

  init(_ table: UnsafePointer<UInt32>, _ number: Int) {
    cells = table + 1
    for _ in 0..<number { skip() }
  }

  var nameCount: Int { Int(cells[1]) }

  private mutating func skip() {
    var row = cells + 2
    for _ in 0..<nameCount { row += 1 + Int(row[0]) }
    cells = row
  }
}
