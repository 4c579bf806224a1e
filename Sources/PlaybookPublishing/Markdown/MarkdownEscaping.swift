/// Text as GitHub's Markdown shows it, whatever it holds: the one door through which text reaches the page.
///
/// Beside the marks of CommonMark it takes their meaning from tables (`|`), struck text (`~`), mathematics (`$`), bare
/// addresses (`https://`, `www.`, `a@b.example`), mentions (`@name`) and references (`#123`). An empty comment parts
/// what only the neighbourhood of characters would make a link, so that whoever copies the text gets it as it is.
/// In a link nothing becomes a link or a mention, so that addresses and names stay whole there.
func markdownEscaped(_ text: String, inLink isInLink: Bool = false) -> String {
  let scalars = Array(legible(text).unicodeScalars)
  var escaped = String.UnicodeScalarView()
  for index in scalars.indices { escaped += replacement(at: index, of: scalars, isInLink).unicodeScalars }
  return String(escaped)
}

private func replacement(at index: Int, of scalars: [Unicode.Scalar], _ isInLink: Bool) -> String {
  let scalar = scalars[index]
  let next = index + 1 < scalars.count ? scalars[index + 1] : nil
  switch scalar {
  case "\\", "`", "*", "_", "[", "]", "~", "|": return "\\\(scalar)"
  case "<": return "&lt;"
  case ">": return "&gt;"
  case "&": return "&amp;"
  case "$": return "&#36;"
  case "#": return next.map(isDigit) ?? false ? "\\#<!-- -->" : "\\#"
  case "@" where !isInLink: return next.map(isOfName) ?? false ? "@<!-- -->" : "@"
  case ":": return scalars[(index + 1)...].starts(with: ["/", "/"]) ? "\\:" : ":"
  case ".": return endsWithTripleW(scalars[..<index]) ? "\\." : "."
  // At the end of a text a link may follow, and an exclamation mark would make it an image.
  case "!": return next == nil ? "\\!" : "!"
  default: return String(scalar)
  }
}

private func endsWithTripleW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
  scalars.count >= 3 && scalars.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
}

/// A line that begins a paragraph, so that it begins nothing else: neither a list nor a heading, a quotation or a rule.
func guardedLineStart(_ line: String) -> String {
  guard let first = line.unicodeScalars.first else { return line }
  if first == "+" || first == "-" || first == "=" { return "\\" + line }
  let digits = line.unicodeScalars.prefix(while: isDigit)
  let rest = line.unicodeScalars.dropFirst(digits.count)
  guard !digits.isEmpty, rest.first == "." || rest.first == ")" else { return line }
  return "\(String(digits))\\\(String(rest))"
}

/// Text in the midst of HTML, or in a comment: without `>` it cannot end one.
func htmlEscaped(_ text: String) -> String {
  legible(text).unicodeScalars.map { scalar in
    switch scalar {
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    case "\"": "&quot;"
    // In a line of HTML within Markdown a pipe may still part cells.
    case "|": "&#124;"
    default: String(scalar)
    }
  }.joined()
}

extension Address {
  /// The address as a link's target, brackets encoded.
  var destination: String {
    encoded.utf8.map { $0 == UInt8(ascii: "&") ? "&amp;" : String(Unicode.Scalar($0)) }.joined()
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

/// Whether a name or a host may begin with it, as GitHub reads mentions and mailboxes.
private func isOfName(_ scalar: Unicode.Scalar) -> Bool {
  isLetter(scalar) || isDigit(scalar) || scalar == "_" || scalar == "-" || scalar == "."
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic
}
