/// Why a document cannot stand between the markers of a text.
public struct InjectionProblem: Error, CustomStringConvertible, Sendable {
  /// A fragment that names the line, and what to write there.
  public let description: String
}

/// A text with a document between the markers of its name, in place of what stood there:
///
///     <!-- decorum:begin harbour-coffee -->
///     <!-- decorum:end harbour-coffee -->
///
/// A marker stands alone in its line, outside of fenced code. All else stays as it is, byte for byte, and putting the
/// same document in again changes nothing. Where the line of the marker ends in CR LF, so do those of the document.
///
/// - Parameters:
///   - document: What stands between the markers.
///   - name: Letters, digits, `-` and `.`.
///   - text: The bytes of a text in Markdown.
/// - Returns: The text; nil where it has no marker of that name.
public func injecting(
  _ document: String, named name: String, into text: [UInt8]
) throws(InjectionProblem) -> [UInt8]? {
  guard let place = try markedPlace(named: name, in: text) else { return nil }
  let lineEnd: [UInt8] = place.endsInCarriageReturn ? [0x0D, 0x0A] : [0x0A]
  var lines = document.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  if lines.last == [] { lines.removeLast() }
  let written = Array(([[]] + lines + [[], []]).joined(separator: lineEnd))
  return Array(text[..<place.inside.lowerBound]) + written + Array(text[place.inside.upperBound...])
}

/// The stretch between two markers.
private struct MarkedPlace {
  let inside: Range<Int>
  let endsInCarriageReturn: Bool
}

private func markedPlace(named name: String, in text: [UInt8]) throws(InjectionProblem) -> MarkedPlace? {
  let (begin, end) = ("<!-- decorum:begin \(name) -->", "<!-- decorum:end \(name) -->")
  var opened: (number: Int, line: TextLine)?
  var place: MarkedPlace?
  for (index, line) in linesOutsideOfCode(text) {
    if line.content.elementsEqual(begin.utf8) {
      if opened != nil || place != nil { throw .init(line: index, "`\(begin)` stands there a second time: leave one") }
      opened = (index, line)
    } else if line.content.elementsEqual(end.utf8) {
      guard let beginning = opened?.line else {
        throw .init(line: index, "`\(end)` has no beginning: write `\(begin)` above it")
      }
      place = MarkedPlace(inside: beginning.end..<line.start, endsInCarriageReturn: beginning.endsInCarriageReturn)
      opened = nil
    }
  }
  if let opened { throw .init(line: opened.number, "`\(begin)` has no end: write `\(end)` below it") }
  return place
}

extension InjectionProblem {
  fileprivate init(line index: Int, _ sentence: String) { self.init(description: "line \(index + 1): \(sentence)") }
}

/// A line of a text.
private struct TextLine {
  let start: Int
  /// Behind what ends the line.
  let end: Int
  /// Without blanks at its end.
  let content: ArraySlice<UInt8>
  let endsInCarriageReturn: Bool
}

private func lines(of text: [UInt8]) -> [TextLine] {
  var start = 0
  return text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
    let end = min(line.endIndex + 1, text.count)
    defer { start = end }
    let content = line.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }.map { line[...$0] } ?? []
    return TextLine(start: start, end: end, content: content, endsInCarriageReturn: line.last == 0x0D)
  }
}

/// The lines that are no fenced code, by their indices: documents may show markers in code, and so may what is put in.
private func linesOutsideOfCode(_ text: [UInt8]) -> [(Int, TextLine)] {
  var fence: (mark: UInt8, length: Int)?
  return lines(of: text).enumerated().filter { _, line in
    let marks = line.content.drop { $0 == 0x20 }
    let mark = marks.first ?? 0
    let length = marks.prefix { $0 == mark }.count
    if let open = fence {
      if mark == open.mark, length >= open.length, length == marks.count { fence = nil }
      return false
    }
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"), length >= 3 else { return true }
    let isCodeInLine = mark == UInt8(ascii: "`") && marks.dropFirst(length).contains(mark)
    if !isCodeInLine { fence = (mark, length) }
    return isCodeInLine
  }.map { ($0.offset, $0.element) }
}
