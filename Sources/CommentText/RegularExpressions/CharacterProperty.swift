/// The general categories and scripts that `\p{…}` names.
enum CharacterProperty {
  /// The characters of a category (`L`, `Lu`), a script (`Greek`), or `Any`; nil where there is none of that name.
  static func named(_ name: [UInt32]) -> CharacterRanges? {
    if name.elementsEqual("Any".unicodeScalars.map(\.value)) { return .all }
    if let wanted = category(name) { return wanted }
    guard let script = scriptNames.firstIndex(of: name) else { return nil }
    return CharacterRanges(scripts.filter { $0.value == UInt32(script + 1) }.map(\.range))
  }

  /// A category is named by a capital, which may stand for all that begin with it, and a small letter.
  private static func category(_ name: [UInt32]) -> CharacterRanges? {
    guard let first = name.first, (0x41...0x5A).contains(first), name.count <= 2 else { return nil }
    let second = name.count == 2 ? name[1] : nil
    if let second, !(0x61...0x7A).contains(second) { return nil }
    let found = categories.filter { run in
      run.value >> 5 == first - 0x40 && (second == nil || run.value & 31 == second.map { $0 - 0x60 })
    }
    return found.isEmpty ? nil : CharacterRanges(found.map(\.range))
  }

  private typealias Run = (range: ClosedRange<UInt32>, value: UInt32)

  private static let categories = runs(CharacterPropertyTable.categories)
  private static let scripts = runs(CharacterPropertyTable.scripts)
  private static let scriptNames: [[UInt32]] = CharacterPropertyTable.scriptNames.withUTF8Buffer { names in
    names.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { $0.map(UInt32.init) }
  }

  private static func runs(_ text: StaticString) -> [Run] {
    var numbers = PackedNumbers(text)
    var runs: [Run] = []
    var end: UInt32 = 0
    while let gap = numbers.next(), let length = numbers.next(), let value = numbers.next() {
      let start = end + gap
      end = start + length
      runs.append((start...end - 1, value))
    }
    return runs
  }
}

extension CharacterRanges {
  static let digits = CharacterRanges([0x30...0x39])
  static let wordCharacters = CharacterRanges([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// Tab, line feed, form feed, carriage return, space.
  static let spaces = CharacterRanges([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
  static let lineEnd = CharacterRanges(0x0A)

  /// What `[[:alpha:]]` and its like name, in ASCII.
  static func posixClass(_ name: [UInt32]) -> CharacterRanges? {
    switch String(String.UnicodeScalarView(name.compactMap(Unicode.Scalar.init))) {
    case "alnum": CharacterRanges([0x30...0x39, 0x41...0x5A, 0x61...0x7A])
    case "alpha": CharacterRanges([0x41...0x5A, 0x61...0x7A])
    case "ascii": CharacterRanges([0x00...0x7F])
    case "blank": CharacterRanges([0x09...0x09, 0x20...0x20])
    case "cntrl": CharacterRanges([0x00...0x1F, 0x7F...0x7F])
    case "digit": digits
    case "graph": CharacterRanges([0x21...0x7E])
    case "lower": CharacterRanges([0x61...0x7A])
    case "print": CharacterRanges([0x20...0x7E])
    case "punct": CharacterRanges([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E])
    case "space": CharacterRanges([0x09...0x0D, 0x20...0x20])
    case "upper": CharacterRanges([0x41...0x5A])
    case "word": wordCharacters
    case "xdigit": CharacterRanges([0x30...0x39, 0x41...0x46, 0x61...0x66])
    default: nil
    }
  }
}
