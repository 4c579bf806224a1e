/// Text of others made fit to print: one line, nothing hidden in it, and nothing that a terminal or a CI log obeys.
///
/// Controls, bidi characters and invisible ones read `<U+202E>`; so does the second `#` of `##vso[` and its like.
/// Printed at the start of a line, the text must stand behind something of ours, for GitHub obeys a leading `::`.
public func visible(_ text: String) -> String {
  let bytes = Array(text.utf8)
  return visibleCells(bytes[...]).map(\.text).joined()
}

/// A piece of a printed line: what stands for one character of the source.
struct VisibleCell {
  let text: String
  let width: Int
  /// Where the character stands, in bytes of the source.
  let offset: Int
}

/// The cells of a stretch of UTF-8, tabs as blanks up to the next multiple of four.
func visibleCells(_ bytes: ArraySlice<UInt8>) -> [VisibleCell] {
  let hidden = hiddenCharacters(of: bytes)
  var cells = CellWriter()
  var written = bytes.startIndex
  var offset = bytes.startIndex
  while offset < bytes.endIndex {
    guard let (name, length) = hidden[offset] ?? obeyed(bytes, at: offset) else {
      offset += 1
      continue
    }
    cells.write(bytes[written..<offset])
    cells.write(name: name, at: offset)
    offset += length
    written = offset
  }
  cells.write(bytes[written...])
  return cells.cells
}

/// The names of the hidden characters, by offset. A blank is put first, so that no byte order mark begins the text.
private func hiddenCharacters(of bytes: ArraySlice<UInt8>) -> [Int: (name: String, length: Int)] {
  var names: [Int: (name: String, length: Int)] = [:]
  findHiddenCharacters(in: [0x20] + bytes) { hidden in
    let offset = bytes.startIndex + hidden.offset - 1
    let name = hidden.scalar.map(HiddenCharacter.codePoint) ?? String(bytes[offset], radix: 16, uppercase: true)
    names[offset] = ("<\(name)>", hidden.length)
  }
  return names
}

/// What a terminal or a CI log would act on though it can be seen: a line end, and `##` before a word or a bracket.
private func obeyed(_ bytes: ArraySlice<UInt8>, at offset: Int) -> (name: String, length: Int)? {
  switch bytes[offset] {
  case 0x0A: return ("<U+000A>", 1)
  case 0x0D: return ("<U+000D>", 1)
  case UInt8(ascii: "#"):
    guard offset > bytes.startIndex, bytes[offset - 1] == UInt8(ascii: "#"), offset + 1 < bytes.endIndex else {
      return nil
    }
    let next = bytes[offset + 1]
    return next == UInt8(ascii: "[") || (0x61...0x7A).contains(next | 0x20) ? ("<U+0023>", 1) : nil
  default: return nil
  }
}

private struct CellWriter {
  private(set) var cells: [VisibleCell] = []
  private var column = 0

  mutating func write(_ bytes: ArraySlice<UInt8>) {
    var offset = bytes.startIndex
    for character in String(decoding: bytes, as: UTF8.self) {
      if character == "\t" {
        let width = 4 - column % 4
        append(String(repeating: " ", count: width), width: width, at: offset)
      } else {
        append(String(character), width: displayWidth(of: character), at: offset)
      }
      offset += character.utf8.count
    }
  }

  mutating func write(name: String, at offset: Int) { append(name, width: name.utf8.count, at: offset) }

  private mutating func append(_ text: String, width: Int, at offset: Int) {
    cells.append(VisibleCell(text: text, width: width, offset: offset))
    column += width
  }
}
