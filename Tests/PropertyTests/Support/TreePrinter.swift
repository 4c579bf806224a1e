/// How a tree is written as YAML.
struct PrintingStyle: Sendable {
  /// How often in a hundred a collection stands in brackets.
  var flow = 0
  /// How often in a hundred a text is quoted that needs no quotes.
  var quoted = 0
  /// How often in a hundred a text of lines stands in a block scalar.
  var block = 100
  /// How deep a block stands below its key.
  var indentation = 2

  /// As authors write.
  static let plain = PrintingStyle()
  static let flow = PrintingStyle(flow: 100)
  static let quoted = PrintingStyle(quoted: 100, block: 0)
  static let mixed = PrintingStyle(flow: 30, quoted: 40, block: 60, indentation: 3)
  static let all: [PrintingStyle] = [.plain, .flow, .quoted, .mixed]
}

extension Tree {
  func yaml(_ style: PrintingStyle = .plain, _ dice: Dice = Dice(seed: 0)) -> String {
    var printer = TreePrinter(style: style, dice: dice)
    printer.block(self, column: 0)
    return printer.text
  }
}

/// Writes a tree as YAML. It shares nothing with the reader, against which it is held.
private struct TreePrinter {
  let style: PrintingStyle
  var dice: Dice
  var text = ""

  /// Writes a node that begins on the line that is open and goes on below it.
  mutating func block(_ tree: Tree, column: Int) {
    if case .scalar(let scalar) = tree {
      text += self.scalar(scalar, column: column, inFlow: false) + "\n"
    } else if tree.isEmptyCollection || dice.chance(style.flow) {
      text += flow(tree) + "\n"
    } else {
      collection(tree, column: column)
    }
  }

  private mutating func collection(_ tree: Tree, column: Int) {
    let indent = String(repeating: " ", count: column)
    for (index, entry) in tree.entries.enumerated() {
      text += (index == 0 ? "" : indent) + key(entry.key) + ":"
      value(entry.value, column: column)
    }
    for (index, item) in tree.items.enumerated() {
      text += (index == 0 ? "" : indent) + "- "
      block(item, column: column + 2)
    }
  }

  private mutating func value(_ tree: Tree, column: Int) {
    if case .scalar(let scalar) = tree {
      text += " " + self.scalar(scalar, column: column, inFlow: false) + "\n"
    } else if tree.isEmptyCollection || dice.chance(style.flow) {
      text += " " + flow(tree) + "\n"
    } else {
      text += "\n" + String(repeating: " ", count: column + style.indentation)
      collection(tree, column: column + style.indentation)
    }
  }

  private mutating func flow(_ tree: Tree) -> String {
    switch tree {
    case .scalar(let scalar): self.scalar(scalar, column: 0, inFlow: true)
    case .list(let items): "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
    case .mapping(let entries): "{" + entries.map { key($0.key) + ": " + flow($0.value) }.joined(separator: ", ") + "}"
    }
  }

  // MARK: Scalars

  private mutating func key(_ text: String) -> String {
    text.isName && !dice.chance(style.quoted) ? text : quoted(text)
  }

  /// In brackets everything but a name is quoted, as the language wants prose and numbers with commas to be.
  private mutating func scalar(_ text: String, column: Int, inFlow: Bool) -> String {
    if !inFlow, text.fitsBlock, dice.chance(style.block) { return blockScalar(text, column: column) }
    let isPlain = inFlow ? text.isName : text.isPlain
    return isPlain && !dice.chance(style.quoted) ? text : quoted(text)
  }

  private mutating func quoted(_ text: String) -> String {
    let isSimple = text.unicodeScalars.allSatisfy { $0.isPlainlySeen || $0 == " " }
    return isSimple && dice.chance(50) ? "'" + text.replacing("'", with: "''") + "'" : doubleQuoted(text)
  }

  private func doubleQuoted(_ text: String) -> String {
    "\""
      + text.unicodeScalars.map { $0.isPlainlySeen && $0 != "\"" && $0 != "\\" || $0 == " " ? String($0) : $0.escaped }
      .joined() + "\""
  }

  private mutating func blockScalar(_ text: String, column: Int) -> String {
    let indent = String(repeating: " ", count: column + style.indentation)
    let ends = text.unicodeScalars.reversed().prefix { $0 == "\n" }.count
    let chomping = ends == 0 ? "-" : ends == 1 ? "" : "+"
    let lines = String(String.UnicodeScalarView(text.unicodeScalars.dropLast(ends)))
      .split(separator: "\n", omittingEmptySubsequences: false)
    let isFolded = text.fitsFolding && dice.chance(50)
    let written = lines.map { $0.isEmpty ? "" : indent + $0 }
    let rest = String(repeating: "\n", count: max(0, ends - 1))
    return (isFolded ? ">" : "|") + chomping + "\n" + written.joined(separator: isFolded ? "\n\n" : "\n") + rest
  }
}

extension Tree {
  fileprivate var isEmptyCollection: Bool {
    switch self {
    case .scalar: false
    case .list(let items): items.isEmpty
    case .mapping(let entries): entries.isEmpty
    }
  }
}

extension String {
  /// Small letters, digits and what joins them: never a sign of YAML.
  fileprivate var isName: Bool {
    let joiners: [Unicode.Scalar] = ["_", ".", "-"]
    guard let first = unicodeScalars.first, first.isLetterOrDigit else { return false }
    return unicodeScalars.allSatisfy { $0.isLetterOrDigit || joiners.contains($0) }
  }

  /// Words, with signs that mean nothing to YAML within a line. A bracket at the end looks like a forgotten list.
  fileprivate var isPlain: Bool {
    let signs: [Unicode.Scalar] = [" ", "_", ".", "-", ",", "'", "*", "%", "!", "+", "(", ")", "/", "{", "}", "[", "]"]
    guard let first = unicodeScalars.first, first.isLetterOrDigit, last != " ", last != "]" else { return false }
    return unicodeScalars.allSatisfy { $0.isLetterOrDigit || signs.contains($0) }
  }

  /// Lines that can all be seen, the first of which is not empty and does not begin with a space.
  fileprivate var fitsBlock: Bool {
    guard unicodeScalars.contains("\n"), let first = unicodeScalars.first, first != "\n", first != " " else {
      return false
    }
    let body = unicodeScalars.reversed().drop { $0 == "\n" }
    return body.first != " " && unicodeScalars.allSatisfy { $0.isPlainlySeen || $0 == " " || $0 == "\n" }
  }

  /// Every line end is kept by a blank line after it: so no line may be empty or begin with a space.
  fileprivate var fitsFolding: Bool {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.dropLast(lines.reversed().prefix { $0.isEmpty }.count)
    return body.allSatisfy { !$0.isEmpty && !$0.hasPrefix(" ") && !$0.hasSuffix(" ") }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
  }

  /// ASCII that can be seen, and a few letters and pictures beyond it that every editor shows.
  fileprivate var isPlainlySeen: Bool {
    ("!"..."~").contains(self) || ("\u{C0}"..."\u{17F}").contains(self) || ("\u{4E00}"..."\u{9FFF}").contains(self)
      || ("\u{1F600}"..."\u{1F64F}").contains(self)
  }

  /// The escape that double quotes have for it.
  fileprivate var escaped: String {
    switch self {
    case "\n": "\\n"
    case "\t": "\\t"
    case "\"", "\\": "\\" + String(self)
    default: "\\U" + String(repeating: "0", count: 8 - String(value, radix: 16).count) + String(value, radix: 16)
    }
  }
}
