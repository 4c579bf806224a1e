/// The running text of an `about`: emphasis, strong text, code and links are read, all else is plain text.
func authorsProse(_ markdown: String) -> Prose {
  let reader = AuthorsProseReader(scalars: Array(markdown.unicodeScalars))
  return reader.prose(reader.scalars.indices, depth: 0)
}

private struct AuthorsProseReader {
  let scalars: [Unicode.Scalar]

  /// A stretch that was read as one thing, and where the text goes on.
  private struct Reading {
    let prose: Prose
    let end: Int
  }

  func prose(_ range: Range<Int>, depth: Int) -> Prose {
    var prose = Prose()
    // Marks that nothing closes up to the end: each is looked for once, so that reading stays linear.
    var unclosed: Set<String> = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let reading = reading(at: index, of: range, depth: depth, &unclosed) {
        prose.append(reading.prose)
        index = reading.end
      } else {
        // A run of marks that means nothing is passed over as one, lest its rest mean something.
        let end = endOfRun(at: index, of: range)
        prose.append(text(index..<end))
        index = end
      }
    }
    return prose
  }

  private func reading(at index: Int, of range: Range<Int>, depth: Int, _ unclosed: inout Set<String>) -> Reading? {
    switch scalars[index] {
    case "\\": escape(at: index, of: range)
    case "`": code(at: index, of: range, &unclosed)
    case "*", "_": depth < 4 ? emphasis(at: index, of: range, depth: depth, &unclosed) : nil
    case "[": depth < 4 ? link(at: index, of: range, depth: depth) : nil
    case "<": bareLink(at: index, of: range)
    default: nil
    }
  }

  private func escape(at index: Int, of range: Range<Int>) -> Reading? {
    guard index + 1 < range.upperBound, scalars[index + 1].isASCIIPunctuation else { return nil }
    return Reading(prose: Prose(text(index + 1..<index + 2)), end: index + 2)
  }

  private func code(at index: Int, of range: Range<Int>, _ unclosed: inout Set<String>) -> Reading? {
    let start = endOfRun(at: index, of: range)
    let mark = text(index..<start)
    guard mark.utf8.count <= 8, !unclosed.contains(mark) else { return nil }
    guard let close = run(of: start - index, like: "`", in: start..<range.upperBound, where: { _ in true }) else {
      unclosed.insert(mark)
      return nil
    }
    return Reading(prose: .code(text(start..<close)), end: close + start - index)
  }

  private func emphasis(at index: Int, of range: Range<Int>, depth: Int, _ unclosed: inout Set<String>) -> Reading? {
    let start = endOfRun(at: index, of: range)
    let (length, mark) = (start - index, text(index..<start))
    guard length <= 2, opens(index..<start, of: range), !unclosed.contains(mark) else { return nil }
    let close = run(of: length, like: scalars[index], in: start..<range.upperBound) { closes($0, of: range) }
    guard let close else {
      unclosed.insert(mark)
      return nil
    }
    let inner = prose(start..<close, depth: depth + 1)
    return Reading(prose: length == 2 ? .strong(inner) : .emphasis(inner), end: close + length)
  }

  private func opens(_ mark: Range<Int>, of range: Range<Int>) -> Bool {
    guard mark.upperBound < range.upperBound, !scalars[mark.upperBound].properties.isWhitespace else { return false }
    return scalars[mark.lowerBound] == "*" || mark.lowerBound == range.lowerBound || !isWord(mark.lowerBound - 1)
  }

  private func closes(_ mark: Range<Int>, of range: Range<Int>) -> Bool {
    guard !scalars[mark.lowerBound - 1].properties.isWhitespace else { return false }
    return scalars[mark.lowerBound] == "*" || mark.upperBound == range.upperBound || !isWord(mark.upperBound)
  }

  private func isWord(_ index: Int) -> Bool {
    scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil
  }

  /// `[text](address)`, where the address is one that a document may link.
  private func link(at index: Int, of range: Range<Int>, depth: Int) -> Reading? {
    let label = index + 1..<range.upperBound
    guard let close = first(in: label, where: { $0 == "]" || $0 == "[" }), scalars[close] == "]", close > index + 1,
      close + 1 < range.upperBound, scalars[close + 1] == "(",
      let end = first(
        in: close + 2..<range.upperBound, where: { $0 == ")" || $0 == "(" || $0.properties.isWhitespace }),
      scalars[end] == ")", let address = Address(text(close + 2..<end))
    else { return nil }
    return Reading(prose: .link(prose(index + 1..<close, depth: depth + 1), to: address), end: end + 1)
  }

  private func bareLink(at index: Int, of range: Range<Int>) -> Reading? {
    let end = first(in: index + 1..<range.upperBound) { $0 == ">" || $0 == "<" || $0.properties.isWhitespace }
    guard let end, scalars[end] == ">" else { return nil }
    let text = text(index + 1..<end)
    return Address(text).map { Reading(prose: .link(Prose(text), to: $0), end: end + 1) }
  }

  private func first(in range: Range<Int>, where isWanted: (Unicode.Scalar) -> Bool) -> Int? {
    scalars[range].firstIndex(where: isWanted)
  }

  /// Where the first run of exactly so many equal marks begins.
  private func run(
    of length: Int, like mark: Unicode.Scalar, in range: Range<Int>, where isWanted: (Range<Int>) -> Bool
  ) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = endOfRun(at: index, of: range)
      if scalars[index] == mark, end - index == length, isWanted(index..<end) { return index }
      index = scalars[index] == "\\" && mark != "`" ? min(index + 2, range.upperBound) : end
    }
    return nil
  }

  /// The end of the run of equal marks that begins here; one further for what is no mark.
  private func endOfRun(at index: Int, of range: Range<Int>) -> Int {
    guard "*_`".unicodeScalars.contains(scalars[index]) else { return index + 1 }
    return scalars[index..<range.upperBound].firstIndex { $0 != scalars[index] } ?? range.upperBound
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIPunctuation: Bool {
    isASCII && value > 0x20 && value != 0x7F && !properties.isAlphabetic && !("0"..."9" ~= self)
  }
}
