import Diagnostics
public import YAMLSyntax

/// How a name that an author gives is written.
public enum NameStyle: Sendable {
  /// `refund-question`
  case kebab
  /// `take_offline`
  case snake
  /// `order.days_late`
  case dottedSnake
  /// `follow_up` or `tell-the-team`: the name of something done, whoever gave it.
  case kebabOrSnake
  /// As its source writes it: `A1`.
  case free

  public init(_ namespace: Namespace) {
    switch namespace {
    case .fact: self = .dottedSnake
    case .action, .step: self = .snake
    case .practice: self = .free
    default: self = .kebab
    }
  }

  /// The longest name, in characters.
  public static let longest = 100

  private var title: String {
    switch self {
    case .kebab: "small letters, digits and hyphens"
    case .snake: "small letters, digits and underscores"
    case .dottedSnake: "small letters, digits, underscores and dots"
    case .kebabOrSnake: "small letters, digits, and hyphens or underscores"
    case .free: "letters and digits"
    }
  }

  private var joiners: [UInt8] {
    switch self {
    case .kebab: [UInt8(ascii: "-")]
    case .snake: [UInt8(ascii: "_")]
    case .dottedSnake: [UInt8(ascii: "_"), UInt8(ascii: ".")]
    case .kebabOrSnake: [UInt8(ascii: "-"), UInt8(ascii: "_")]
    case .free: [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " ")]
    }
  }

  /// Words of letters and digits with single joiners between them; at most 100 characters.
  func admits(_ name: String) -> Bool {
    let words = Array(name.utf8).split(omittingEmptySubsequences: false) { joiners.contains($0) }
    return name.utf8.count <= NameStyle.longest
      && words.allSatisfy { word in
        !word.isEmpty && word.allSatisfy { isSmallOrDigit($0) || self == .free && $0 >= 0x41 && $0 <= 0x5A }
      }
  }

  fileprivate func advice(isTooLong: Bool) -> String { isTooLong ? "write a shorter one" : "write it with \(title)" }

  /// The nearest name that is written so, if there is one.
  func suggestion(for name: String) -> String? {
    guard name.utf8.count <= NameStyle.longest, name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let joiner = self == .snake || self == .dottedSnake ? "_" : "-"
    let words = name.lowercasedASCII.utf8.split {
      !isSmallOrDigit($0) && !(self == .dottedSnake && $0 == UInt8(ascii: "."))
    }
    let suggestion = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: joiner)
    return admits(suggestion) ? suggestion : nil
  }
}

private func isSmallOrDigit(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 }

extension YAMLScalar {
  /// The name that the author gives, if it is written as such names are.
  public func name(_ style: NameStyle) throws(ValueTrouble) -> String {
    if style.admits(text) { return text }
    let isTooLong = text.utf8.count > NameStyle.longest
    throw ValueTrouble(
      "invalid-name",
      isTooLong ? "a name has at most \(NameStyle.longest) characters" : "`\(shown)` is not written as a name",
      at: span, help: style.suggestion(for: text).map { "write `\($0)`" } ?? style.advice(isTooLong: isTooLong))
  }
}
