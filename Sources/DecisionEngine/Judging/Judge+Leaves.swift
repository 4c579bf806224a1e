import DecisionModel

// What is asked of texts, facts and histories.
extension Judge {
  /// Whether something of a search is in the comment's text.
  @inline(__always)
  mutating func isFound(_ number: Int) -> Truth {
    if searcher.pointee.count(of: number) > 0 { return .yes }
    let kind = searcher.pointee.tables.search(number).kind
    return kind == .expressions || kind == .hosts ? isFoundSeldom(number) : .no
  }

  @inline(never)
  private mutating func isFoundSeldom(_ number: Int) -> Truth {
    let search = searcher.pointee.tables.search(number)
    return Truth(
      search.kind == .hosts ? searcher.pointee.hasLink(of: search) : searcher.pointee.hasExpression(of: search))
  }

  /// Whether a number passes a test.
  @inline(__always)
  mutating func passes(_ test: UnsafePointer<UInt32>, _ value: Double) -> Bool {
    switch test[0] {
    case 0: value == number(test[1])
    case 1: value != number(test[1])
    case 2: value >= number(test[1])
    case 3: value <= number(test[1])
    case 4: value > number(test[1])
    case 5: value < number(test[1])
    default: passesParts(test, value)
    }
  }

  /// A number between two, or one that passes one of several tests.
  @inline(never)
  private mutating func passesParts(_ test: UnsafePointer<UInt32>, _ value: Double) -> Bool {
    if test[0] == 6 { return number(test[1]) <= value && value <= number(test[2]) }
    var part = test + 2
    for _ in 0..<test[1] {
      if passes(part, value) { return true }
      part += length(ofTest: part)
    }
    return false
  }

  private mutating func length(ofTest test: UnsafePointer<UInt32>) -> Int {
    switch test[0] {
    case 0...5: return 2
    case 6: return 3
    default: return (0..<test[1]).reduce(2) { length, _ in length + self.length(ofTest: test + length) }
    }
  }

  /// A value that is not of the test's type is as good as none.
  @inline(__always)
  mutating func value(ofFact place: Int, _ test: UnsafePointer<UInt32>) -> Truth {
    let fact = factCells[place]
    switch (test[0], fact.kind) {
    case (1, .number), (2, .duration): return Truth(passes(test + 1, fact.number))
    case (3, .yesNo): return Truth((fact.number != 0) == (test[1] != 0))
    case (_, .none) where test[0] != 0: return .unknown
    default: return rareValue(of: fact, test)
    }
  }

  @inline(never)
  private mutating func rareValue(of fact: FactSheet.Fact, _ test: UnsafePointer<UInt32>) -> Truth {
    switch (test[0], fact.kind) {
    case (0, _): Truth((fact.kind != .none) == (test[1] != 0))
    case (4, .instant): Truth(passes(instant: test + 1, fact.number))
    case (5, .words), (5, .bytes), (6, .bytes): Truth(isAny(of: test + 1, fact, areWords: test[0] == 5))
    default: .unknown
    }
  }

  private mutating func passes(instant test: UnsafePointer<UInt32>, _ value: Double) -> Bool {
    switch test[0] {
    case 0: value < number(test[1])
    case 1: value > number(test[1])
    default: number(test[1]) <= value && value <= number(test[2])
    }
  }

  /// Whether a word that was given is one of those that are wanted. A text is compared as one word, which was put in its
  /// normal form when it was given.
  private mutating func isAny(of wanted: UnsafePointer<UInt32>, _ fact: FactSheet.Fact, areWords: Bool) -> Bool {
    for place in 1...max(1, Int(wanted[0])) where place <= Int(wanted[0]) {
      let text = text(wanted[place])
      if fact.kind == .words {
        for word in Int(fact.span.start)..<Int(fact.span.end) where facts.areAlike(facts.words[word], text) {
          return true
        }
      } else if facts.areAlike(areWords ? Span(start: fact.span.end, end: fact.normalEnd) : fact.span, text) {
        return true
      }
    }
    return false
  }

  mutating func value(ofStrikesOn ladder: Int, _ test: UnsafePointer<UInt32>) -> Truth {
    let strikes = facts.strikes[ladder]
    return strikes < 0 ? .unknown : Truth(passes(test, Double(strikes)))
  }

  /// Kind, words, length (count and unit), test.
  mutating func value(ofHistory cells: UnsafePointer<UInt32>) -> Truth {
    facts.situation?.count(of: history(cells), in: length(cells + 4)).map { Truth(passes(cells + 6, Double($0))) }
      ?? .unknown
  }

  mutating func history(_ cells: UnsafePointer<UInt32>) -> AuthorHistory { AuthorHistory.allCases[Int(cells[2])] }

  mutating func length(_ cells: UnsafePointer<UInt32>) -> Length {
    Length(number(cells[0]), Length.Unit.allCases[Int(cells[1])]) ?? .zero
  }

  /// Whether the category is one that is asked for: a bit for each, in so many cells.
  @inline(__always)
  mutating func isCategory(_ wanted: UnsafePointer<UInt32>) -> Bool {
    guard let category, category &>> 5 < Int(wanted[0]) else { return false }
    return wanted[1 &+ category &>> 5] &>> UInt32(category & 31) & 1 != 0
  }

  /// What searches find in a fact that is a text.
  mutating func value(ofTextOfFact place: Int, _ searches: UnsafePointer<UInt32>) -> Truth {
    let fact = factCells[place]
    guard fact.kind == .bytes else { return searches[0] == 0 ? .no : .unknown }
    factSearcher.pointee.search(facts.bytes.base + Int(fact.span.start), Int(fact.span.end - fact.span.start))
    for number in 1...max(1, Int(searches[0])) where number <= Int(searches[0]) {
      let search = factSearcher.pointee.tables.search(Int(searches[number]))
      let isFound =
        search.kind == .expressions
        ? factSearcher.pointee.hasExpression(of: search) : factSearcher.pointee.count(of: Int(searches[number])) > 0
      if isFound { return .yes }
    }
    return .no
  }
}
