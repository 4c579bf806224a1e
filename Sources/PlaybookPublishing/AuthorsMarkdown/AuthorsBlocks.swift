/// The blocks of an `about`, whose author writes Markdown.
///
/// Understood are paragraphs, lists (nested ones too), quotations, fenced code, `*emphasis*`, `**strong**`, `` `code` ``,
/// `[links](https://…)` and `<https://…>`. A heading becomes a paragraph in bold, because the headings are the document's
/// own. All else (HTML, images, tables, links of other schemes) is text and stands there as it is written.
func authorsBlocks(_ text: String) -> [Document.Block] {
  let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  return AuthorsBlockReader(lines: lines[...]).blocks()
}

private struct AuthorsBlockReader {
  /// Deeper ones are read as paragraphs, so that no text takes the reader too deep.
  private static let deepest = 6

  var lines: ArraySlice<Substring>
  var depth = 0

  /// What a line begins.
  private enum Beginning {
    case blank, paragraph, quotation, fence(Int), heading(Int)
    case item(isOrdered: Bool, isFirst: Bool, width: Int)
  }

  consuming func blocks() -> [Document.Block] {
    var blocks: [Document.Block] = []
    while let line = lines.first {
      switch beginning(of: line) {
      case .blank: lines.removeFirst()
      case .paragraph: blocks.append(paragraph())
      case .quotation: blocks.append(quotation())
      case .fence(let length): blocks.append(code(fencedBy: length))
      case .heading(let level): blocks.append(heading(level))
      case .item(let isOrdered, let isFirst, _): blocks.append(isFirst ? list(isOrdered: isOrdered) : paragraph())
      }
    }
    return blocks
  }

  private func beginning(of line: Substring) -> Beginning {
    let text = line.drop { $0.isBlank }
    guard let first = text.first else { return .blank }
    if depth >= Self.deepest { return .paragraph }
    let indentation = line.count - text.count
    switch first {
    case ">": return .quotation
    case "#":
      let level = text.prefix { $0 == "#" }.count
      return level <= 6 && text.dropFirst(level).first?.isBlank ?? true ? .heading(level) : .paragraph
    case "`", "~":
      let length = text.prefix { $0 == first }.count
      return length >= 3 && !text.dropFirst(length).contains("`") ? .fence(length) : .paragraph
    case "-", "*", "+": return item(text.dropFirst(), isOrdered: false, isFirst: true, indentation: indentation + 1)
    default:
      let digits = text.prefix { ("0"..."9").contains($0) }.count
      guard (1...9).contains(digits), let mark = text.dropFirst(digits).first, mark == "." || mark == ")" else {
        return .paragraph
      }
      // "2026. A year" begins no list, for the document numbers its lists from 1.
      let isFirst = text.prefix(digits) == "1"
      return item(text.dropFirst(digits + 1), isOrdered: true, isFirst: isFirst, indentation: indentation + digits + 1)
    }
  }

  private func item(_ rest: Substring, isOrdered: Bool, isFirst: Bool, indentation: Int) -> Beginning {
    let blanks = rest.isEmpty ? 1 : rest.prefix { $0.isBlank }.count
    return blanks > 0 ? .item(isOrdered: isOrdered, isFirst: isFirst, width: indentation + blanks) : .paragraph
  }

  private mutating func paragraph() -> Document.Block {
    var text = [lines.removeFirst()]
    while let line = lines.first, isParagraph(beginning(of: line)) {
      text.append(line)
      lines.removeFirst()
    }
    return .paragraph(authorsProse(text.joined(separator: " ")))
  }

  private func isParagraph(_ beginning: Beginning) -> Bool {
    switch beginning {
    case .paragraph, .item(_, isFirst: false, _): true
    default: false
    }
  }

  private mutating func heading(_ level: Int) -> Document.Block {
    let text = lines.removeFirst().drop { $0.isBlank }.dropFirst(level)
    return .paragraph(.strong(authorsProse(String(text))))
  }

  private mutating func quotation() -> Document.Block {
    var quoted: [Substring] = []
    while let line = lines.first {
      guard case .quotation = beginning(of: line) else { break }
      let text = line.drop { $0.isBlank }.dropFirst()
      quoted.append(text.first?.isBlank ?? false ? text.dropFirst() : text)
      lines.removeFirst()
    }
    return .quotation(AuthorsBlockReader(lines: quoted[...], depth: depth + 1).blocks())
  }

  private mutating func code(fencedBy length: Int) -> Document.Block {
    let fence = lines.removeFirst().drop { $0.isBlank }.prefix(length)
    var code: [Substring] = []
    while let line = lines.popFirst() {
      let text = line.drop { $0.isBlank }
      if text.hasPrefix(fence) && text.allSatisfy({ $0.isBlank || $0 == fence.first }) { break }
      code.append(line)
    }
    return .code(code.joined(separator: "\n"))
  }

  private mutating func list(isOrdered: Bool) -> Document.Block {
    var items: [[Document.Block]] = []
    while let line = lines.first, case .item(isOrdered, _, let width) = beginning(of: line) {
      let item = linesOfItem(indentedBy: width)
      items.append(AuthorsBlockReader(lines: item[...], depth: depth + 1).blocks())
    }
    return .list(Document.List(isOrdered: isOrdered, items: items))
  }

  /// The lines of the first item, without their indentation: those indented as far as its text, blank ones in between,
  /// and those that go on with its paragraph without being indented.
  private mutating func linesOfItem(indentedBy width: Int) -> [Substring] {
    var item = [lines.removeFirst().dropFirst(width)]
    var isAfterBlank = false
    while let line = lines.first {
      let indentation = line.prefix { $0.isBlank }.count
      let isBlank = indentation == line.count
      if !isBlank && indentation < width {
        guard case .paragraph = beginning(of: line), !isAfterBlank else { break }
      }
      item.append(line.dropFirst(min(width, indentation)))
      isAfterBlank = isBlank
      lines.removeFirst()
    }
    return item
  }
}

extension Character {
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
