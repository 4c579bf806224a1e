import Diagnostics

/// Small readings of the text around a place that libyaml named.
extension ReadableText {
  /// The end of the line that an offset lies in, without its line end.
  func endOfLine(from offset: Int) -> Int {
    var end = offset
    while let byte = byte(at: end), byte != 0x0A { end += 1 }
    if end > offset, byte(at: end - 1) == 0x0D { end -= 1 }
    return end
  }

  /// The beginning of the line that an offset lies in.
  func startOfLine(at offset: Int) -> Int {
    var start = min(offset, end)
    while start > base, byte(at: start - 1) != 0x0A { start -= 1 }
    return start
  }

  /// The first offset from `offset` on that is no blank; it may be the end of the line.
  func skipBlanks(from offset: Int) -> Int {
    var next = offset
    while let byte = byte(at: next), byte == 0x20 || byte == 0x09 { next += 1 }
    return next
  }

  /// What stands on the rest of a line, without a comment and the blanks around it.
  func restOfLine(from offset: Int) -> Span {
    let start = skipBlanks(from: offset)
    var end = start
    let lineEnd = endOfLine(from: start)
    while end < lineEnd, !(byte(at: end) == UInt8(ascii: "#") && isBlank(at: end - 1)) { end += 1 }
    while end > start, isBlank(at: end - 1) { end -= 1 }
    return span(start, end)
  }

  func isBlank(at offset: Int) -> Bool { byte(at: offset) == 0x20 || byte(at: offset) == 0x09 }

  func isLineEnd(at offset: Int) -> Bool {
    switch byte(at: offset) {
    case nil, 0x0A: true
    case 0x0D: byte(at: offset + 1) == 0x0A
    default: false
    }
  }

  /// The end of the anchors and tags that begin at `start`, with the blanks, lines and comments behind them.
  func endOfProperties(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, let byte = byte(at: offset) {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while offset < end, !isBlank(at: offset), !isLineEnd(at: offset) { offset += 1 }
      case UInt8(ascii: "#"): offset = endOfLine(from: offset)
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return offset
      }
    }
    return end
  }

  /// The end of a block scalar without the blank lines behind it, of which the sign `+` keeps all but the last.
  func endOfBlockScalar(from start: Int, to end: Int) -> Int {
    let headerEnd = endOfLine(from: start)
    let keepsBlankLines = slice(start, headerEnd).prefix { $0 != UInt8(ascii: "#") }.contains(UInt8(ascii: "+"))
    let indentation = indentationOfText(after: headerEnd)
    var last = end
    while last > headerEnd, byte(at: last - 1) == 0x0A {
      let lineEnd = byte(at: last - 2) == 0x0D ? last - 2 : last - 1
      let lineStart = startOfLine(at: lineEnd)
      let isBlank = skipSpaces(from: lineStart) >= lineEnd && lineEnd - lineStart <= indentation
      if keepsBlankLines || !isBlank || lineStart <= headerEnd { return max(lineEnd, headerEnd) }
      last = lineStart
    }
    return last
  }

  /// The indentation of the first line behind an offset that is not empty.
  private func indentationOfText(after offset: Int) -> Int {
    var line = startOfNextLine(from: offset)
    while let start = line {
      let content = skipSpaces(from: start)
      if !isLineEnd(at: content) { return content - start }
      line = startOfNextLine(from: content)
    }
    return 0
  }

  /// A `#` and the word at it, after blanks on the line of `offset`; a comment begins with a blank after its `#`.
  func hashtag(after offset: Int) -> Span? {
    let start = skipBlanks(from: offset)
    guard start > offset, byte(at: start) == UInt8(ascii: "#"), isWord(at: start + 1) else { return nil }
    var end = endOfLine(from: start)
    while end > start, isBlank(at: end - 1) { end -= 1 }
    return span(start, end)
  }

  /// Whether a letter, a digit or a character beyond ASCII stands here.
  func isWord(at offset: Int) -> Bool {
    switch byte(at: offset) {
    case .some(0x30...0x39), .some(0x41...0x5A), .some(0x61...0x7A), .some(0x80...0xFF): true
    default: false
    }
  }
}

/// Lines and what they begin with.
extension ReadableText {
  /// The beginning of the line after the one that ends at `end`, or nil at the end of the text.
  func startOfNextLine(from end: Int) -> Int? {
    guard byte(at: end) != nil else { return nil }
    return byte(at: end) == 0x0D ? end + 2 : end + 1
  }

  /// The beginning of the first line that begins after `offset` and before `end`.
  func startOfNextLine(after offset: Int, upTo end: Int) -> Int? {
    slice(offset, end - 1).firstIndex(of: 0x0A).map { base + $0 + 1 }
  }

  func skipSpaces(from offset: Int) -> Int {
    var next = offset
    while byte(at: next) == 0x20 { next += 1 }
    return next
  }

  /// Whether a list item or a plain key with its colon begins here.
  func beginsEntry(at offset: Int) -> Bool { beginsItem(at: offset) || key(at: offset) != nil }

  func beginsItem(at offset: Int) -> Bool {
    byte(at: offset) == UInt8(ascii: "-") && (isBlank(at: offset + 1) || isLineEnd(at: offset + 1))
  }

  /// The key that begins here, if its colon follows on the same line with a blank or the line's end behind it.
  func key(at offset: Int, needsSpace: Bool = true) -> Span? {
    var end = offset
    if let quote = byte(at: offset), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      end += 1
      while let byte = byte(at: end), byte != quote, byte != 0x0A { end += 1 }
      end += 1
    } else {
      while isWord(at: end) || "._-*".utf8.contains(byte(at: end) ?? 0) { end += 1 }
    }
    let colon = skipBlanks(from: end)
    guard end > offset, byte(at: colon) == UInt8(ascii: ":") else { return nil }
    return !needsSpace || isBlank(at: colon + 1) || isLineEnd(at: colon + 1) ? span(offset, end) : nil
  }
}

/// Values as they stand.
extension ReadableText {
  /// The text within brackets that begins here: up to a comma or a closing bracket.
  func item(at offset: Int) -> Span {
    let rest = restOfLine(from: offset)
    let item = trimmed(
      rest.part(from: 0, length: slice(rest.start, rest.end).prefix { !",]}".utf8.contains($0) }.count))
    return item.isEmpty ? rest : item
  }

  /// The text within brackets that a place lies in: from the comma or bracket before it on, its key left out.
  func item(around offset: Int) -> Span {
    let line = startOfLine(at: offset)
    var start = offset
    while start > line, !",[{".utf8.contains(byte(at: start - 1) ?? 0) { start -= 1 }
    if let key = key(at: skipBlanks(from: start)), colon(after: key) < offset { start = colon(after: key) + 1 }
    return item(at: skipBlanks(from: start))
  }

  /// The number that begins here with what is written to it (`10,000`, `60%`), or nothing.
  func number(at offset: Int) -> Span {
    guard let first = byte(at: offset), (0x30...0x39).contains(first) || first == UInt8(ascii: ".") else {
      return span(offset, offset)
    }
    let isInBrackets = isWithinBrackets(on: startOfLine(at: offset), upTo: offset)
    return isInBrackets ? item(at: offset) : restOfLine(from: offset)
  }

  /// Whether a stretch that begins like a number is one, perhaps with a unit of time, and not the beginning of prose or
  /// of a number that a comma within brackets cuts in two.
  func isBound(_ number: Span) -> Bool {
    let words = slice(number.start, number.end).split(separator: 0x20)
    guard let first = words.first, first.allSatisfy({ (0x30...0x39).contains($0) || ".,kKmM%".utf8.contains($0) })
    else { return false }
    let units = ["second", "minute", "hour", "day", "week", "month", "year"].flatMap { [$0, $0 + "s"] }
    let unit = words.dropFirst().first
    guard words.count <= 2, unit.map({ unit in units.contains { unit.elementsEqual($0.utf8) } }) ?? true else {
      return false
    }
    let goesOn = byte(at: number.end + 1).map { (0x30...0x39).contains($0) } ?? false
    return byte(at: number.end) != UInt8(ascii: ",") || !goesOn
  }

  func isWithinBrackets(on line: Int, upTo offset: Int) -> Bool {
    var depth = 0
    for byte in slice(line, offset) {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
    }
    return depth > 0
  }

  private func trimmed(_ span: Span) -> Span {
    var end = span.end
    while end > span.start, isBlank(at: end - 1) { end -= 1 }
    return self.span(span.start, end)
  }

  /// What follows the blanks and dashes at the beginning of a line.
  func skipEntrySigns(from line: Int) -> Int {
    var offset = skipBlanks(from: line)
    while beginsItem(at: offset), !isLineEnd(at: offset + 1) { offset = skipBlanks(from: offset + 1) }
    return offset
  }

  /// The colon of a word that a value follows without a space: `key:value`, but neither `http://` nor `10:30`.
  func jointColon(at offset: Int) -> Int? {
    guard let key = key(at: offset, needsSpace: false) else { return nil }
    let colon = colon(after: key)
    let isTime = slice(key.start, key.end).allSatisfy { (0x30...0x39).contains($0) }
    let isLink = byte(at: colon + 1) == UInt8(ascii: "/")
    return isTime || isLink || isBlank(at: colon + 1) || isLineEnd(at: colon + 1) ? nil : colon
  }
}
