import CTextMasks
import DecisionModel

// Most texts need not be looked at character by character: 64 bytes at a time are told apart into letters, digits and
// signs, and what is not ASCII is folded for itself. A text in which characters depend on one another is left to the whole
// reading, and so is whatever is rare.
extension TextSearcher {
  /// Reads and searches the text quickly; false where it must be read whole.
  mutating func readQuickly() -> Bool {
    guard tables.disguises[0] == 0, !reader.pointee.matching.ignoresQuotes else { return false }
    let isASCII = reader.pointee.readMasks() == 0
    reader.pointee.isASCII = isASCII
    if isASCII {
      reader.pointee.folded.setCount(reader.pointee.length)
      reader.pointee.pad()
      reader.pointee.findLinksQuickly()
    } else {
      guard !reader.pointee.mayHaveLinks, reader.pointee.foldQuickly() else { return false }
    }
    wakeExpressions()
    if !reader.pointee.links.isEmpty { reader.pointee.maskLinks() }
    reader.pointee.measureQuickly()
    reader.pointee.splitQuickly()
    findWordNumbers()
    findWords()
    if tables.signs[0] != 0 { findSigns() }
    return true
  }

  /// Wakes the expressions of which some row of characters stands in the folded text; links are not masked yet.
  private mutating func wakeExpressions() {
    guard expressions.count > 0 else { return }
    if reader.pointee.mayHideLetters { return expressions.wakeAll() }
    let triggers = expressions.triggers
    if !triggers.anywhere.isEmpty {
      for place in 0..<reader.pointee.folded.count { wakeExpressions(triggers.anywhere, at: place) }
    }
    guard !triggers.atWords.isEmpty || !triggers.atSigns.isEmpty else { return }
    var carry: UInt64 = 0
    for block in 0..<reader.pointee.quick.masks.count {
      let masks = reader.pointee.quick.masks[block]
      let alphanumeric = masks.letters | masks.digits
      if !triggers.atWords.isEmpty {
        wakeExpressions(triggers.atWords, alphanumeric & ~(alphanumeric &<< 1 | carry), block)
      }
      if !triggers.atSigns.isEmpty { wakeExpressions(triggers.atSigns, ~alphanumeric, block) }
      carry = alphanumeric &>> 63
    }
  }

  @inline(__always)
  private mutating func wakeExpressions(_ table: TriggerTable, _ places: UInt64, _ block: Int) {
    var places = places
    while places != 0 {
      let place = block &* 64 &+ places.trailingZeroBitCount
      guard place < reader.pointee.folded.count else { return }
      wakeExpressions(table, at: place)
      places &= places &- 1
    }
  }

  @inline(__always)
  private mutating func wakeExpressions(_ table: TriggerTable, at place: Int) {
    let lists = expressions.triggers.lists
    table.find(at: UnsafePointer(reader.pointee.folded.base) + place, reader.pointee.folded.count &- place) { list in
      for entry in 1...Int(lists[list]) { expressions.wake(Int(lists[list + entry])) }
    }
  }
}
