/// Running text: what stands in a paragraph, a heading or a cell.
///
/// It is written as a string literal, into which texts and other prose are interpolated; all of it is plain text until
/// a back-end writes it: `"Ask \(.strong("first")), then \(title)."`
public struct Prose: Sendable {
  public enum Run: Sendable {
    case text(String)
    case strong(Prose)
    case emphasis(Prose)
    case code(String)
    case link(Prose, Target)
    case lineBreak
  }

  public enum Target: Sendable {
    /// A place in the same document.
    case anchor(Anchor)
    case address(Address)
    /// A file beside the document.
    case file(FileName)
  }

  public private(set) var runs: [Run] = []

  public init() {}
  public init(_ text: String) { append(text) }
  public init(_ run: Run) { runs = [run] }

  public static func strong(_ prose: Prose) -> Prose { Prose(.strong(prose)) }
  public static func emphasis(_ prose: Prose) -> Prose { Prose(.emphasis(prose)) }
  public static func code(_ text: String) -> Prose { Prose(.code(text)) }
  public static func link(_ prose: Prose, to anchor: Anchor) -> Prose { Prose(.link(prose, .anchor(anchor))) }
  public static func link(_ prose: Prose, to address: Address) -> Prose { Prose(.link(prose, .address(address))) }

  public static func link(_ prose: Prose, to file: FileName) -> Prose { Prose(.link(prose, .file(file))) }

  /// Text of others, in quotation marks.
  public static func quoted(_ prose: Prose) -> Prose { "“\(prose)”" }

  public var isEmpty: Bool { runs.isEmpty }

  /// Texts that follow one another become one, so that a back-end sees all that stands together.
  public mutating func append(_ text: String) {
    if text.isEmpty { return }
    if case .text(let before) = runs.last {
      runs[runs.count - 1] = .text(before + text)
    } else {
      runs.append(.text(text))
    }
  }

  public mutating func append(_ prose: Prose) {
    for run in prose.runs {
      if case .text(let text) = run { append(text) } else { runs.append(run) }
    }
  }

  public static func + (one: Prose, other: Prose) -> Prose {
    var sum = one
    sum.append(other)
    return sum
  }

  /// The text without its marks.
  public var plainText: String {
    runs.map { run in
      switch run {
      case .text(let text), .code(let text): text
      case .strong(let prose), .emphasis(let prose), .link(let prose, _): prose.plainText
      case .lineBreak: " "
      }
    }.joined()
  }

  /// The same prose with a capital at its beginning, as a sentence has it.
  public var capitalised: Prose {
    guard let first = runs.first else { return self }
    var copy = self
    copy.runs[0] =
      switch first {
      case .text(let text): .text(text.withLargeInitial)
      case .strong(let prose): .strong(prose.capitalised)
      case .emphasis(let prose): .emphasis(prose.capitalised)
      case .link(let prose, let target): .link(prose.capitalised, target)
      case .code, .lineBreak: first
      }
    return copy
  }
}

extension Prose: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(text) }
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.prose }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var prose = Prose()

    public init(literalCapacity: Int, interpolationCount: Int) {}
    public mutating func appendLiteral(_ literal: String) { prose.append(literal) }
    public mutating func appendInterpolation(_ text: String) { prose.append(text) }
    public mutating func appendInterpolation(_ other: Prose) { prose.append(other) }
    public mutating func appendInterpolation(_ number: Int) { prose.append(String(number)) }
  }
}

extension [Prose] {
  func joined(separator: Prose) -> Prose {
    var sum = Prose()
    for (index, prose) in enumerated() {
      if index > 0 { sum.append(separator) }
      sum.append(prose)
    }
    return sum
  }

  /// `a`, `a or b`, `a, b or c`.
  func joined(with word: String) -> Prose {
    guard let last, count > 1 else { return first ?? Prose() }
    return "\(Array(dropLast()).joined(separator: ", ")) \(word) \(last)"
  }
}
