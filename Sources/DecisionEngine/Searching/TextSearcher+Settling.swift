import DecisionModel

/// An occurrence with its place in the text as written.
struct SettledOccurrence: BitwiseCopyable {
  let from: UInt32
  let to: UInt32
  let isException: Bool
  let occurrence: Occurrence

  /// The order of the text; exceptions first of what begins together, then the shorter, then the earlier term.
  func isBefore(_ other: Self) -> Bool {
    if from != other.from { return from < other.from }
    if isException != other.isException { return isException }
    if to != other.to { return to < other.to }
    return occurrence.term < other.occurrence.term
  }
}

// Searches with exceptions, or that see through disguises: which of their occurrences count is known at the end.
extension TextSearcher {
  mutating func settle() {
    if tables.disguises[0] != 0 { findDisguises() }
    settled.removeAll()
    for place in 0..<unsettled.count {
      let occurrence = unsettled[place]
      let range = reader.pointee.place(Int(occurrence.start), Int(occurrence.end))
      settled.append(
        SettledOccurrence(
          from: UInt32(range.lowerBound), to: UInt32(range.upperBound),
          isException: tables.isException(Int(occurrence.term)), occurrence: occurrence))
    }
    settled.sort { $0.isBefore($1) }
    for place in 0..<settled.count { settle(settled[place]) }
  }

  /// Counts an occurrence, unless an exception of its search holds its place: one that began no later and ends no sooner.
  private mutating func settle(_ settled: SettledOccurrence) {
    let search = tables.search(ofTerm: Int(settled.occurrence.term))
    let exception = furthest[search]
    let reach = exception.text == text ? UInt32(bitPattern: exception.count) : 0
    if settled.isException {
      furthest[search] = Finding(count: Int32(bitPattern: max(reach, settled.to)), text: text)
    } else if reach < settled.to || exception.text != text, !wasFound(settled.occurrence.term) {
      count(settled.occurrence, of: search)
    }
  }
}
