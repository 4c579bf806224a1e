import CTextMasks
import DecisionModel

// Most texts need not be looked at character by character: 64 bytes at a time are told apart into letters, digits and
// signs, and what is not ASCII is folded for itself. A text in which characters depend on one another is left to the whole
// reading, and so is whatever is rare.
extension TextSearcher {
  /// Searches the text quickly; false where it must be read whole.
  mutating func readQuickly() -> Bool {
    guard tables.disguises[0] == 0, !reader.pointee.matching.ignoresQuotes else { return false }
    reader.pointee.isASCII = reader.pointee.quick.all.high == 0
    guard reader.pointee.findLinksQuickly() else { return false }
    if reader.pointee.isASCII {
      reader.pointee.folded.setCount(reader.pointee.length)
      reader.pointee.pad()
    } else if !reader.pointee.foldQuickly() {
      return false
    }
    reader.pointee.measureQuickly()
    reader.pointee.splitQuickly()
    findWords()
    if tables.signs[0] != 0 { findSigns() }
    return true
  }
}
