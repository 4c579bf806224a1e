/// How many columns of a terminal a character takes: 0, 1 or 2, and more only where a cluster holds several letters.
public func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  if let ascii = character.asciiValue { return (0x20...0x7E).contains(ascii) ? 1 : 0 }
  if isEmojiCluster(scalars) { return 2 }
  return scalars.reduce(0) { $0 + displayWidth(of: $1) }
}

private func isEmojiCluster(_ scalars: Character.UnicodeScalarView) -> Bool {
  guard let first = scalars.first, first.properties.isEmoji else { return false }
  return scalars.contains { $0 == "\u{FE0F}" || $0.properties.isEmojiPresentation }
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .surrogate: return 0
  default: break
  }
  switch scalar.value {
  case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0  // the later letters of a Hangul syllable
  default: return isWide(scalar) ? 2 : 1
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  var low = 0
  var high = wideCharacters.count
  while low < high {
    let middle = (low + high) / 2
    if wideCharacters[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
  }
  return low < wideCharacters.count && wideCharacters[low].contains(scalar.value)
}
