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
    wakeExpressions(triggers.anywhere) { _, _ in .max }
    wakeExpressions(triggers.atWords) { masks, before in
      let alphanumeric = masks.pointee.letters | masks.pointee.digits
      defer { before = alphanumeric &>> 63 }
      return alphanumeric & ~(alphanumeric &<< 1 | before)
    }
    // A space is the sign that stands most often, and hardly an expression begins with it.
    let withSpaces: UInt64 = triggers.atSigns.pointee.mayBeginWithSpace ? 0 : .max
    wakeExpressions(triggers.atSigns) { masks, _ in
      ~(masks.pointee.letters | masks.pointee.digits | masks.pointee.spaces & withSpaces)
    }
  }

  /// Wakes the expressions of a table at the places of a kind: a bit for each of 64 bytes, of what is known of them and
  /// of the 64 before.
  @inline(__always)
  private mutating func wakeExpressions(
    _ table: UnsafeMutablePointer<TriggerTable>,
    _ places: (_ masks: UnsafePointer<TextMasks>, _ before: inout UInt64) -> UInt64
  ) {
    guard !table.pointee.isEmpty else { return }
    let (length, blocks) = (reader.pointee.length, reader.pointee.quick.masks.count)
    reader.pointee.quick.beginnings.setCount(blocks)
    let (masks, beginnings) = (reader.pointee.quick.masks.base, reader.pointee.quick.beginnings.base)
    table.pointee.groups.findBeginnings(in: reader.pointee.folded.base, cells: blocks, beginnings)
    var before: UInt64 = 0
    for block in 0..<blocks {
      for place in SetBits(places(masks + block, &before) & beginnings[block], ofBlock: block) where place < length {
        let head = cell(at: place)
        if table.pointee.mayBegin(with: head) { wakeExpressions(table, head, at: place) }
      }
    }
  }

  @inline(never)
  private mutating func wakeExpressions(_ table: UnsafeMutablePointer<TriggerTable>, _ head: UInt32, at place: Int) {
    let lists = expressions.triggers.lists
    let text = WrittenText(bytes: reader.pointee.written, count: reader.pointee.length)
    table.pointee.find(head, cell(at: place &+ 4), text.count &- place) { list in
      for entry in 1...Int(lists[list]) {
        let (expression, isBeginning) = (Int(lists[list + entry] &>> 1), lists[list + entry] & 1 != 0)
        if isBeginning { expressions.look(for: expression, at: place, in: text) } else { expressions.wake(expression) }
      }
    }
  }

  /// Four characters, digits alike. Behind the text stand others.
  @inline(__always)
  private mutating func cell(at place: Int) -> UInt32 {
    let small = UnsafeRawPointer(reader.pointee.folded.base + place)
    return TriggerTable.digitsAlike(UInt32(littleEndian: small.loadUnaligned(as: UInt32.self)))
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
