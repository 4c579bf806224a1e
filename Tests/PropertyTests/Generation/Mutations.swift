// How playbooks go wrong: at random.
extension Dice {
  /// Changes bytes as accidents and attackers do.
  mutating func mutate(_ bytes: inout [UInt8], others: [[UInt8]]) {
    guard !bytes.isEmpty else { return bytes = Array(pick(tokens).utf8) }
    let place = number(0...bytes.count - 1)
    let end = min(bytes.count, place + number(1...40))
    switch number(0...9) {
    case 0: bytes[place] = UInt8(number(0...255))
    case 1: bytes[place] ^= 1 << UInt8(number(0...7))
    case 2...4: bytes.insert(contentsOf: pick(tokens).utf8, at: place)
    case 5: bytes.removeSubrange(place..<end)
    case 6: bytes.insert(contentsOf: bytes[place..<end], at: number(0...bytes.count))
    case 7: bytes.replaceSubrange(place..<end, with: pick(tokens).utf8)
    case 8: bytes.removeSubrange(place...)
    default: splice(&bytes, at: place, pick(others))
    }
  }

  /// Puts a piece of another file into this one.
  private mutating func splice(_ bytes: inout [UInt8], at place: Int, _ other: [UInt8]) {
    guard !other.isEmpty else { return }
    let start = number(0...other.count - 1)
    bytes.insert(contentsOf: other[start..<min(other.count, start + number(1...200))], at: place)
  }
}

/// The signs of YAML, what libyaml takes for a line end, and what is no text.
private let tokens = [
  ":", ": ", "- ", "-", "? ", "[", "]", "{", "}", ",", "&a ", "*a", "!t ", "!!str ", "|", ">", "|2-\n", ">+\n", "'",
  "\"", "#", " #", "%", "@", "`",
  "\\", "\\x41", "\\U0001F600", "\\ud800", "\n", "\n\n", " ", "    ", "\t", "\r", "\r\n", "---\n", "...\n", "<<: ", "=",
  "~", "null", "\u{0}",
  "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{202E}", "\u{A0}", "\u{AD}", "\u{200D}", "\u{E0041}", "“", "”",
  "e\u{301}", "返", "😡",
  "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "- - - - - - - - - - ", "{a: {b: {c: {",
  "999999999999999999999", "-0", "1e999",
  "all", "none", "otherwise", "at least ", "between 9 and 1", "{{", "}}", "[", "{nothing}", "refund*x", "* *", "std/",
  "../..", "extends: x\n",
]

extension Tree {
  /// The tree with one node of another kind: a text where a list was, a deeper one, a name that nothing has.
  func distorted(_ dice: inout Dice) -> Tree {
    switch self {
    case .list(let items) where !items.isEmpty && dice.chance(80):
      let place = dice.number(0...items.count - 1)
      return .list(items.enumerated().map { $0 == place ? $1.distorted(&dice) : $1 })
    case .mapping(let entries) where !entries.isEmpty && dice.chance(85):
      let place = dice.number(0...entries.count - 1)
      return .mapping(entries.enumerated().map { $0 == place ? $1.distorted(&dice) : $1 })
    default: return otherwise(&dice)
    }
  }

  private func otherwise(_ dice: inout Dice) -> Tree {
    switch dice.number(0...6) {
    case 0: .scalar("")
    case 1: .list([])
    case 2: .mapping([])
    case 3: .list([self, self])
    case 4: .one(dice.pick(["when", "team", "all", "é", "x"]), self)
    case 5: .scalar(dice.pick(tokens))
    default:
      .scalar(dice.pick(["1e308", "-1", "12345678901234567890", "none", "always", "between 5 and 1", "no such thing"]))
    }
  }
}

extension Tree.Entry {
  fileprivate func distorted(_ dice: inout Dice) -> Tree.Entry {
    dice.chance(12)
      ? Tree.Entry(dice.pick(["whne", "", "titel", "a b", "text.score", "history.x"]), value)
      : Tree.Entry(key, value.distorted(&dice))
  }
}
