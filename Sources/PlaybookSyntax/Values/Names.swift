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

  var title: String {
    switch self {
    case .kebab: "kebab-case"
    case .snake: "snake_case"
    case .dottedSnake: "snake_case with dots"
    case .free: "letters and digits"
    }
  }

  private var joiners: [UInt8] {
    switch self {
    case .kebab: [UInt8(ascii: "-")]
    case .snake: [UInt8(ascii: "_")]
    case .dottedSnake: [UInt8(ascii: "_"), UInt8(ascii: ".")]
    case .free: [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " ")]
    }
  }

  /// Words of letters and digits with single joiners between them; at most 100 characters.
  func admits(_ name: String) -> Bool {
    let words = Array(name.utf8).split(omittingEmptySubsequences: false) { joiners.contains($0) }
    return name.utf8.count <= 100 && words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { isSmallOrDigit($0) || self == .free && $0 >= 0x41 && $0 <= 0x5A }
    }
  }

  /// The nearest name that is written so, if there is one.
  func suggestion(for name: String) -> String? {
    let joiner = self == .kebab ? "-" : "_"
    let words = name.lowercasedASCII.utf8.split { !isSmallOrDigit($0) && !(self == .dottedSnake && $0 == UInt8(ascii: ".")) }
    let suggestion = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: joiner)
    return admits(suggestion) ? suggestion : nil
  }
}

private func isSmallOrDigit(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 }

extension YAMLScalar {
  /// The name that the author gives, if it is written as such names are.
  public func name(_ style: NameStyle) throws(ValueTrouble) -> String {
    guard style.admits(text) else {
      throw ValueTrouble(
        "invalid-name", "`\(shown)` is not written as a name", at: span,
        help: style.suggestion(for: text).map { "write `\($0)`" } ?? "write it in \(style.title)")
    }
    return text
  }
}
