/// The lines of a file between which a generated text stands, such as in a README:
///
///     <!-- decorum begin: harbour-coffee -->
///     <!-- decorum end: harbour-coffee -->
///
/// Each stands in a line of its own. What stands within a fenced block of code only shows how such lines look.
public struct InjectionMarkers: Sendable {
  public let name: String
  public init(_ name: String) { self.name = name }

  public var begin: String { "<!-- decorum begin: \(name) -->" }
  public var end: String { "<!-- decorum end: \(name) -->" }
}

/// Why a text has no place for what is generated, told as a finding is: what is the matter, and what to write.
public struct InjectionProblem: Error, Hashable, Sendable {
  /// "there is no line `<!-- … -->`"
  public let message: String
  public let help: String
  /// The line on which it is, from 1 on; nil where nothing is there.
  public let line: Int?
}

/// A text with a generated one between its markers, in place of what stood there; all else stays byte for byte.
///
/// The generated lines end as the line of the first marker does. The same again changes nothing.
///
/// - Throws: An `InjectionProblem` where a marker is missing or doubled, or the end stands before the beginning.
public func injected(
  _ generated: [UInt8], between markers: InjectionMarkers, into text: [UInt8]
) throws(InjectionProblem) -> [UInt8] {
  let lines = linesOutsideOfCode(text)
  let begin = try place(of: markers.begin, in: lines, markers)
  let end = try place(of: markers.end, in: lines, markers)
  guard begin.number < end.number else {
    throw InjectionProblem(
      message: "`\(markers.end)` stands before `\(markers.begin)`", help: "write the beginning first", line: end.number)
  }
  let ending: [UInt8] = text[begin.range].last == 0x0D ? [0x0D, 0x0A] : [0x0A]
  let between = generated.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
    line.last == 0x0D ? line.dropLast() : line
  }
  let trimmed = between.last?.isEmpty ?? true ? between.dropLast() : between[...]
  let inner = Array(([[]] + trimmed + [[]]).joined(separator: ending))
  return text[..<begin.range.upperBound].dropCarriageReturn + ending + inner + ending + text[end.range.lowerBound...]
}

private struct Line {
  /// From 1 on.
  let number: Int
  /// Without the line feed.
  let range: Range<Int>
  /// Without blanks around it.
  let content: ArraySlice<UInt8>
}

private func place(
  of marker: String, in lines: [Line], _ markers: InjectionMarkers
) throws(InjectionProblem) -> Line {
  let found = lines.filter { $0.content.elementsEqual(marker.utf8) }
  guard let first = found.first else {
    throw InjectionProblem(
      message: "there is no line `\(marker)`",
      help: "write `\(markers.begin)` and below it `\(markers.end)`, each in a line of its own, where the text belongs",
      line: nil)
  }
  if found.count > 1 {
    throw InjectionProblem(
      message: "the line `\(marker)` stands there \(found.count) times", help: "keep one of them", line: found[1].number
    )
  }
  return first
}

/// The lines of a text that are not within a fenced block of code (CommonMark 0.31, 4.5).
private func linesOutsideOfCode(_ text: [UInt8]) -> [Line] {
  var lines: [Line] = []
  var fence: ArraySlice<UInt8>?
  for (index, slice) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
    let content = slice.trimmed
    let mark = content.prefix { $0 == content.first }
    let isFence = mark.count >= 3 && (mark.first == UInt8(ascii: "`") || mark.first == UInt8(ascii: "~"))
    if let open = fence {
      let closes = isFence && mark.count == content.count && mark.first == open.first && mark.count >= open.count
      if closes { fence = nil }
    } else if isFence {
      fence = mark
    } else {
      lines.append(Line(number: index + 1, range: slice.indices, content: content))
    }
  }
  return lines
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: ArraySlice<UInt8> {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let start = drop(while: isBlank)
    return start.lastIndex { !isBlank($0) }.map { start[...$0] } ?? []
  }

  fileprivate var dropCarriageReturn: ArraySlice<UInt8> { last == 0x0D ? dropLast() : self }
}
