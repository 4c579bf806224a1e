public import DecisionModel

/// A document as its reader sees it: headings, paragraphs, lists and tables. It knows nothing of playbooks.
///
/// Every text in it is plain text: a back-end escapes all that it writes, so that no text can become markup.
public struct Document: Sendable {
  public let title: String
  /// What the document was made from, for the note that says that it is generated: `harbour-coffee 1.4.0`.
  public let origin: String
  public let blocks: [Block]

  public init(title: String, origin: String, blocks: [Block]) {
    self.title = title
    self.origin = origin
    self.blocks = blocks
  }

  /// The same document, which says on which day it was made. Without that it says nothing of when.
  public func made(on day: CalendarDate) -> Document {
    Document(title: title, origin: "\(origin), \(NumbersInWords.date(day))", blocks: blocks)
  }

  /// The same document with more at its end.
  public func adding(_ more: [Block]) -> Document { Document(title: title, origin: origin, blocks: blocks + more) }

  public enum Block: Sendable {
    /// Here a reader finds what the document holds: its headings of level 2, where the page does not show them anyway.
    case contents
    case heading(Heading)
    case paragraph(Prose)
    case list(List)
    case table(Table)
    case figure(Figure)
    /// Terms, each with what is to be said of it.
    case definitions([Entry])
    case quotation([Block])
    /// A paragraph that stands out: a rule in its own words, or that something is not in force.
    case note(Prose)
    /// Text to be shown as it is written, line by line.
    case code(String)
    /// What most readers do not need: only its summary is seen until somebody opens it.
    case disclosure(summary: String, [Block])
  }

  public struct Heading: Sendable {
    /// From 2 on; the document's title is the only heading of level 1.
    public let level: Int
    /// `3.1`, as the document prints it.
    public let number: String?
    public let anchor: Anchor?
    public let text: Prose
    /// Where the author wrote what stands below: `playbook.yaml:120`.
    public let source: String?

    public init(level: Int, number: String? = nil, anchor: Anchor? = nil, text: Prose, source: String? = nil) {
      self.level = level
      self.number = number
      self.anchor = anchor
      self.text = text
      self.source = source
    }
  }

  public struct List: Sendable {
    /// What the items are to what the list is about.
    public enum Sense: Sendable {
      case parts
      /// Examples of it.
      case examples
      /// What looks like it, and is not.
      case counterexamples
    }

    public let isOrdered: Bool
    public let sense: Sense
    public let items: [[Block]]

    public init(isOrdered: Bool, sense: Sense = .parts, items: [[Block]]) {
      self.isOrdered = isOrdered
      self.sense = sense
      self.items = items
    }
  }

  public struct Table: Sendable {
    public struct Row: Sendable {
      /// `2.1`, as the document prints it before the first cell.
      public let number: String?
      public let anchor: Anchor?
      /// The first cell says what the row is about.
      public let cells: [Prose]
      /// Where the author wrote what the row says: `playbook.yaml:120`.
      public let source: String?

      public init(number: String? = nil, anchor: Anchor? = nil, cells: [Prose], source: String? = nil) {
        self.number = number
        self.anchor = anchor
        self.cells = cells
        self.source = source
      }
    }

    /// The titles of the columns, without the numbers'. A row that is too short is filled up; what is too much of it is not shown.
    public let columns: [Prose]
    public let rows: [Row]

    public init(columns: [Prose], rows: [Row]) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// A term with what is said of it.
  public struct Entry: Sendable {
    public let term: Prose
    public let blocks: [Block]

    public init(_ term: Prose, _ blocks: [Block]) {
      self.term = term
      self.blocks = blocks
    }
  }
}

/// The permanent name of a place in a document, made of what the author named and never of titles: `category.complaint`.
public struct Anchor: Sendable {
  public let name: String

  public init(_ name: String) { self.name = name }
}

/// The name of a file that lies beside the document: letters, digits, `-`, `_` and single `.` within it, so that it is
/// the same in every link and leads nowhere else.
public struct FileName: Sendable {
  public let text: String

  /// Nil for all other names.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(FileName.isPlain) }) else { return nil }
    self.text = text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

/// An address on the web or of a mailbox. There is none with another scheme, so that no link can run anything.
public struct Address: Sendable {
  public let text: String

  /// An address that begins with `http://`, `https://` or `mailto:`; nil for all others and for those with blanks,
  /// controls or nothing behind the scheme.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let scheme = Address.schemes.first { bytes.starts(with: $0.utf8) { $0 | 0x20 == $1 | 0x20 } }
    guard let scheme, bytes.count > scheme.utf8.count, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    self.text = text
  }

  private static let schemes = ["https://", "http://", "mailto:"]
}

// What back-ends ask of a document.
extension Document {
  /// The headings of level 2.
  var sections: [Heading] {
    blocks.compactMap { block in
      if case .heading(let heading) = block, heading.level <= 2 { heading } else { nil }
    }
  }
}

extension Document {
  /// Whether something on it is counted in bars.
  var hasBars: Bool {
    blocks.contains { if case .figure(let figure) = $0, case .bars = figure.drawing { true } else { false } }
  }
}

extension Document.Table {
  var hasNumbers: Bool { rows.contains { $0.number != nil } }

  /// As many cells as there are columns.
  func filled(_ row: Row) -> [Prose] {
    row.cells.prefix(columns.count) + Array(repeating: Prose(), count: max(0, columns.count - row.cells.count))
  }
}
