import CTextMasks
import DecisionModel

// Expressions are looked for only where something stands that must stand there: a row of ASCII characters. Nothing of the
// text is folded yet but the capitals of ASCII.
extension TextSearcher {
  /// Wakes the expressions of which a row stands in the text, or finds them there where they begin with it.
  mutating func wakeExpressions() {
    guard expressions.count > 0 else { return }
    if reader.pointee.quick.all.high != 0, reader.pointee.hasLetterLikeASCII() { return expressions.wakeAll() }
    let triggers = expressions.triggers
    if !triggers.anywhere.pointee.isEmpty {
      for place in 0..<reader.pointee.length { wakeExpressions(triggers.anywhere, at: place) }
    }
    guard !triggers.atWords.pointee.isEmpty || !triggers.atSigns.pointee.isEmpty else { return }
    var carry: UInt64 = 0
    for block in 0..<reader.pointee.quick.masks.count {
      let alphanumeric = reader.pointee.quick.masks[block].letters | reader.pointee.quick.masks[block].digits
      if !triggers.atWords.pointee.isEmpty {
        wakeExpressions(triggers.atWords, alphanumeric & ~(alphanumeric &<< 1 | carry), block)
      }
      if !triggers.atSigns.pointee.isEmpty {
        // A space is the sign that stands most often, and hardly an expression begins with it.
        let passedOver = triggers.atSigns.pointee.mayBeginWithSpace ? 0 : reader.pointee.quick.masks[block].spaces
        wakeExpressions(triggers.atSigns, ~(alphanumeric | passedOver), block)
      }
      carry = alphanumeric &>> 63
    }
  }

  @inline(__always)
  private mutating func wakeExpressions(_ table: UnsafeMutablePointer<TriggerTable>, _ places: UInt64, _ block: Int) {
    let length = reader.pointee.length
    for place in SetBits(places, ofBlock: block) {
      guard place < length else { return }
      wakeExpressions(table, at: place)
    }
  }

  @inline(__always)
  private mutating func wakeExpressions(_ table: UnsafeMutablePointer<TriggerTable>, at place: Int) {
    let small = UnsafeRawPointer(reader.pointee.folded.base + place)
    let written = UInt32(littleEndian: small.loadUnaligned(as: UInt32.self))
    let cell = reader.pointee.quick.all.digits == 0 ? written : TriggerTable.digitsAlike(written)
    if table.pointee.mayBegin(with: cell) { wakeExpressions(table, cell, at: place) }
  }

  @inline(never)
  private mutating func wakeExpressions(_ table: UnsafeMutablePointer<TriggerTable>, _ cell: UInt32, at place: Int) {
    let lists = expressions.triggers.lists
    let text = WrittenText(bytes: reader.pointee.written, count: reader.pointee.length)
    table.pointee.find(cell, text.count &- place) { list in
      for entry in 1...Int(lists[list]) {
        let (expression, isBeginning) = (Int(lists[list + entry] &>> 1), lists[list + entry] & 1 != 0)
        if isBeginning { expressions.look(for: expression, at: place, in: text) } else { expressions.wake(expression) }
      }
    }
  }
}

extension TextReader {
  /// Whether a letter beyond ASCII stands in the text that an expression takes for one of ASCII: `ſ` or the sign for Kelvin.
  fileprivate mutating func hasLetterLikeASCII() -> Bool {
    for block in 0..<quick.masks.count {
      for place in SetBits(quick.masks[block].high, ofBlock: block) {
        if written[place] == 0xC5, place + 1 < length, written[place + 1] == 0xBF { return true }
        if written[place] == 0xE2, place + 2 < length, written[place + 1] == 0x84, written[place + 2] == 0xAA {
          return true
        }
      }
    }
    return false
  }
}
