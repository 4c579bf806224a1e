import Diagnostics

/// Text of others made fit to stand in one line of a document: every stretch of blanks and line ends is one blank, and
/// what nobody sees (controls, characters that turn the direction of text, characters without width) reads `<U+202E>`.
///
/// It is still plain text: a back-end escapes it.
func legible(_ text: String) -> String {
  // The blank in front keeps a byte order mark from being taken for the beginning of a file.
  let bytes = [0x20] + Array(text.utf8)
  var hidden: [Int: HiddenCharacter] = [:]
  findHiddenCharacters(in: bytes) { hidden[$0.offset] = $0 }
  var line: [UInt8] = []
  var offset = 1
  while offset < bytes.count {
    if let character = hidden[offset] {
      append(character, to: &line)
      offset += character.length
    } else {
      append(bytes[offset], to: &line)
      offset += 1
    }
  }
  return String(decoding: line, as: UTF8.self)
}

/// Text of others made fit to be shown line by line; blanks stay as they are.
func legibleLines(_ text: String) -> [String] {
  text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
    let blanks = line.prefix { $0 == 0x20 || $0 == 0x09 }
    let indentation = blanks.map { $0 == 0x09 ? "    " : " " }.joined()
    return indentation + legible(String(decoding: line.dropFirst(blanks.count), as: UTF8.self))
  }
}

private func append(_ byte: UInt8, to line: inout [UInt8]) {
  let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  if !isBlank { return line.append(byte) }
  if line.last != 0x20 { line.append(0x20) }
}

private func append(_ character: HiddenCharacter, to line: inout [UInt8]) {
  guard character.kind != .lineBreak, let scalar = character.scalar else { return append(0x20, to: &line) }
  line += "<\(HiddenCharacter.codePoint(scalar))>".utf8
}
