public import Diagnostics

/// Takes the markers 0️⃣ to 9️⃣ out of a text and tells at which byte offset each stood.
public func marked(_ text: String) -> (text: String, places: [Int: Int]) {
  var plain = ""
  var places: [Int: Int] = [:]
  for character in text {
    if let digit = digit(ofMarker: character) {
      places[digit] = plain.utf8.count
    } else {
      plain.append(character)
    }
  }
  return (plain, places)
}

/// How the findings of a check differ from what the markers of a text promise: empty where each promised finding begins
/// at its marker and there is no other.
///
/// - Parameters:
///   - text: a text with markers.
///   - promised: the name of the finding at each marker. A text without markers promises silence.
///   - check: what makes findings of the text without its markers.
public func differences(
  in text: String, from promised: [Int: Diagnostic.Name] = [:], check: (String) -> [Diagnostic]
) -> [String] {
  let (plain, places) = marked(text)
  let file = SourceFile(id: SourceFile.ID(0), name: "text", bytes: Array(plain.utf8))
  var found = check(plain)
  var differences: [String] = []
  for (marker, name) in promised.sorted(by: { $0.key < $1.key }) {
    guard let place = places[marker] else {
      differences.append("marker \(marker) is not in the text")
      continue
    }
    if let index = found.firstIndex(where: { $0.name == name && $0.span.start == place }) {
      found.remove(at: index)
    } else {
      differences.append("missing: \(name) at \(file.place(of: place))")
    }
  }
  for marker in places.keys.sorted() where promised[marker] == nil {
    differences.append("nothing is promised for marker \(marker)")
  }
  return differences + found.map { "not promised: \($0.name) at \(file.place(of: $0.span.start)): \($0.message)" }
}

/// The digit of a keycap emoji: a digit, VARIATION SELECTOR-16, COMBINING ENCLOSING KEYCAP.
private func digit(ofMarker character: Character) -> Int? {
  let scalars = Array(character.unicodeScalars)
  guard scalars.count == 3, scalars[1] == "\u{FE0F}", scalars[2] == "\u{20E3}" else { return nil }
  guard ("0"..."9").contains(scalars[0]) else { return nil }
  return Int(scalars[0].value) - 0x30
}
