import CommentText

/// One value of a search, and how it must stand in the field.
struct SoughtText {
  let value: String
  let method: SearchKey.Method
  let isRegex: Bool
  let isCaseSensitive: Bool

  /// The value as a phrase, where whole words are looked for and it is made of nothing else: found as AutoModerator finds
  /// it but for what `Documentation/Migration.md` names.
  var phrase: String? {
    guard method == .includesWord, !isRegex, !isCaseSensitive,
      (3...Phrase.longest).contains(value.unicodeScalars.count),
      value.unicodeScalars.allSatisfy(SoughtText.isPlain),
      !value.hasPrefix(" "), !value.hasSuffix(" "), !value.contains("  "), (try? Phrase(value)) != nil
    else { return nil }
    return value
  }

  /// A letter of an alphabet with spaces between its words, a digit, or a space.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar == " " || PythonExpression.edge(of: scalar) == .word && scalar != "_" }
    return (0xC0...0x52F).contains(scalar.value) && scalar.properties.isAlphabetic
  }

  /// The value as a regular expression of ours; nil where it can be none.
  var expression: String? {
    guard value.utf8.count <= 4 * RegularExpression.longest else { return nil }
    let python = PythonExpression(isRegex ? value.withWholeCharacters : SoughtText.escaped(value))
    guard !isRegex || !python.text.holdsHalfCharacters else { return nil }
    let core = python.hasAlternatives ? "(?:\(python.text))" : python.text
    let expression = flags(for: python) + placed(core, python)
    guard (try? RegularExpression.check(expression)) != nil else { return nil }
    return expression
  }

  /// The expression for lines that quote nobody; nil where it may reach over several lines.
  var expressionOutsideQuotes: String? {
    guard !isRegex, method == .includes || method == .includesWord, !value.unicodeScalars.contains("\n") else {
      return nil
    }
    let python = PythonExpression(SoughtText.escaped(value))
    let expression = "(?m\(isCaseSensitive ? "-i" : ""))^(?:[^>\\n].*)?" + placed(python.text, python)
    return (try? RegularExpression.check(expression)) == nil ? nil : expression
  }

  /// In AutoModerator a `.` is any character.
  private func flags(for python: PythonExpression) -> String {
    let flags = (isRegex && python.hasDot ? "s" : "") + (isCaseSensitive ? "-i" : "")
    return flags.isEmpty ? "" : "(?\(flags))"
  }

  private func placed(_ core: String, _ python: PythonExpression) -> String {
    switch method {
    case .includes: core
    case .startsWith: "^" + core
    case .endsWith: core + "$"
    case .fullExact: "^" + core + "$"
    case .fullText: "^\\W*" + core + "\\W*$"
    case .includesWord:
      SoughtText.edge(python.left, atStart: true) + core + SoughtText.edge(python.right, atStart: false)
    }
  }

  /// A word's edge, as short as what stands beside it allows.
  private static func edge(_ edge: PythonExpression.Edge, atStart: Bool) -> String {
    switch edge {
    case .settled: ""
    case .word: "\\b"
    case .foreignWord: atStart ? "(?:^|[^\\pL\\pN_])" : "(?:$|[^\\pL\\pN_])"
    case .open: atStart ? "(?:^|\\W|\\b)" : "(?:$|\\W|\\b)"
    }
  }

  /// A text as an expression that means nothing but it.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "\\.+*?()|[]{}^$".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// A text that holds what is sought, where that is certain.
  var sample: String? { isRegex ? SoughtText.literal(of: value) : value }

  /// What an expression without any choice stands for.
  private static func literal(of expression: String) -> String? {
    var literal = ""
    var isEscaped = false
    for scalar in expression.unicodeScalars {
      if isEscaped {
        guard PythonExpression.edge(of: scalar) == .settled else { return nil }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
        continue
      } else if ".+*?()|[]{}^$".unicodeScalars.contains(scalar) {
        return nil
      }
      literal.unicodeScalars.append(scalar)
    }
    return isEscaped ? nil : literal
  }
}

extension String {
  /// The expression with what stands for everything beyond U+FFFF, in halves, as whole characters.
  fileprivate var withWholeCharacters: String {
    let halves = [#"[\uD800-\uDBFF][\uDC00-\uDFFF]"#, #"[\uD800-\uDFFF]"#]
    return halves.reduce(self) { text, half in
      [half, half.lowercased().replacing("\\U", with: "\\u")].reduce(text) {
        $0.replacing($1, with: #"[\x{10000}-\x{10FFFF}]"#)
      }
    }
  }

  /// Whether a half of a character of UTF-16 is left.
  fileprivate var holdsHalfCharacters: Bool {
    let bytes = Array(utf8)
    return bytes.indices.dropLast(3).contains { start in
      bytes[start] == UInt8(ascii: "\\") && bytes[start + 1] == UInt8(ascii: "u")
        && bytes[start + 2] | 0x20 == UInt8(ascii: "d")
        && (bytes[start + 3] == 0x38 || bytes[start + 3] == 0x39 || (0x61...0x66).contains(bytes[start + 3] | 0x20))
    }
  }
}
