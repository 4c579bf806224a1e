import Diagnostics

/// A piece of a playbook that is to be written.
indirect enum Written {
  /// A word of the language: a name, a number, a test. It stands as it is.
  case word(String)
  /// A text, in quotes or as a block where it has several lines.
  case text(String)
  /// A regular expression, in single quotes where it can stand there.
  case expression(String)
  /// A list, an item a line.
  case list([Written])
  /// A short list of words or texts, on one line.
  case row([Written])
  case mapping([Entry])

  struct Entry {
    let key: String
    let value: Written
    /// The comments above it.
    var remarks: [String] = []
  }

  /// A list, on one line where it is short and of single words and texts.
  static func words(_ items: [Written]) -> Written {
    let isShort = items.allSatisfy(\.isScalar) && items.reduce(0) { $0 + $1.inline.unicodeScalars.count + 2 } <= 80
    return isShort ? .row(items) : .list(items)
  }

  private var isScalar: Bool {
    switch self {
    case .word, .text, .expression: true
    default: false
    }
  }

  /// The piece as it stands within a line.
  var inline: String {
    switch self {
    case .word(let word): word
    case .text(let text): YAMLQuotes.doubleQuoted(text)
    case .expression(let text): YAMLQuotes.singleQuoted(text) ?? YAMLQuotes.doubleQuoted(text)
    case .list(let items), .row(let items): "[" + items.map(\.inline).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { YAMLQuotes.key($0.key) + ": " + $0.value.inline }.joined(separator: ", ") + "}"
    }
  }

  fileprivate var isEmpty: Bool {
    switch self {
    case .word, .text, .expression: false
    case .list(let items), .row(let items): items.isEmpty
    case .mapping(let entries): entries.isEmpty
    }
  }
}

/// Writes a playbook in block style, two spaces deeper for each level, so that Decorum reads back exactly what was meant.
struct YAMLWriter {
  private(set) var text = ""

  init(_ entries: [Written.Entry], spaced: Bool = true) {
    for (index, entry) in entries.enumerated() {
      if spaced && index > 0 && !entry.value.isOneLine { text += "\n" }
      write(entry, indent: 0)
    }
  }

  private mutating func write(_ entry: Written.Entry, indent: Int) {
    write(remarks: entry.remarks, indent: indent)
    text += spaces(indent) + YAMLQuotes.key(entry.key) + ":"
    write(value: entry.value, indent: indent)
  }

  private mutating func write(remarks: [String], indent: Int) {
    for remark in remarks {
      for line in remark.split(separator: "\n", omittingEmptySubsequences: false) {
        text += (spaces(indent) + "# " + visible(String(line))).trimmedEnd + "\n"
      }
    }
  }

  /// Writes a value behind its key.
  private mutating func write(value: Written, indent: Int) {
    switch value {
    case .list(let items) where !items.isEmpty:
      text += "\n"
      for item in items { write(item: item, indent: indent + 2) }
    case .mapping(let entries) where !entries.isEmpty && !value.isShort(within: 110 - indent):
      text += "\n"
      for entry in entries { write(entry, indent: indent + 2) }
    case .text(let words): text += " " + (YAMLQuotes.block(words, indent: indent + 2) ?? value.inline) + "\n"
    default: text += " " + value.inline + "\n"
    }
  }

  private mutating func write(item: Written, indent: Int) {
    switch item {
    case .mapping(let entries):
      for (index, entry) in entries.enumerated() {
        let isFirst = index == 0
        write(remarks: entry.remarks, indent: isFirst ? indent : indent + 2)
        text += spaces(indent) + (isFirst ? "- " : "  ") + YAMLQuotes.key(entry.key) + ":"
        write(value: entry.value, indent: indent + 2)
      }
    case .text(let words):
      text += spaces(indent) + "- " + (YAMLQuotes.block(words, indent: indent + 2) ?? item.inline) + "\n"
    default: text += spaces(indent) + "- " + item.inline + "\n"
    }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension Written {
  fileprivate var isOneLine: Bool {
    switch self {
    case .word, .expression, .row: true
    case .text(let text): !text.contains("\n")
    case .list, .mapping: isEmpty
    }
  }

  /// Whether it is a mapping of single values that reads well on one line.
  fileprivate func isShort(within width: Int) -> Bool {
    guard case .mapping(let entries) = self, entries.count <= 3 else { return false }
    return entries.allSatisfy { $0.remarks.isEmpty && $0.value.isOneLine } && inline.unicodeScalars.count <= width
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(String.UnicodeScalarView(unicodeScalars.reversed().drop { $0 == " " }.reversed()))
  }
}
