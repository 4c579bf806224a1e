import DecisionModel
public import Diagnostics
public import YAMLSyntax

extension ScalarKind {
  /// Reads the scalar as its key expects; what is wrong with it is thrown.
  func check(_ scalar: YAMLScalar) throws(ValueTrouble) {
    switch self {
    case .line: try scalar.line()
    case .prose, .comment, .reference, .referenceOrNone, .opaque: break
    case .wording: _ = try scalar.wording()
    case .definition(let namespace): _ = try scalar.name(NameStyle(namespace))
    case .localName: _ = try scalar.name(.kebab)
    case .deed: _ = try scalar.name(.kebabOrSnake)
    case .choice(let words): try scalar.choice(of: words)
    case .yesNo: _ = try scalar.yesNo()
    case .wholeNumber: _ = try scalar.wholeNumber()
    case .number: _ = try scalar.number()
    case .length(let working): _ = try scalar.length(working: working)
    case .expectedTime: try scalar.expectedTime()
    case .actionLength: _ = try scalar.actionLength()
    case .duration: try scalar.duration()
    case .languageVersion: try scalar.languageVersion()
    case .version: try scalar.version()
    case .date: _ = try scalar.date()
    case .instant: _ = try scalar.moment()
    case .hours: _ = try scalar.hours()
    case .timeZone: _ = try scalar.timeZone()
    case .phrase: _ = try scalar.phrase()
    case .regularExpression: try scalar.regularExpression()
    case .host: try scalar.host()
    case .webAddress: try scalar.webAddress()
    case .path: try scalar.path()
    }
  }
}

extension YAMLScalar {
  fileprivate func line() throws(ValueTrouble) {
    guard text.trimmedSpaces.utf8.contains(0x0A) else { return }
    throw ValueTrouble(
      "several-lines", "this is one line of text", at: span, help: "write it on one line, or say the rest in `about`")
  }

  fileprivate func choice(of words: [String]) throws(ValueTrouble) {
    guard !text.isOne(of: words) else { return }
    let help =
      nearest(to: text, among: words).map { "write `\($0)`" } ?? "write \(ScalarKind.choice(words).expectation)"
    throw ValueTrouble("unknown-word", "`\(shown)` is none of the words that can stand here", at: span, help: help)
  }

  fileprivate func expectedTime() throws(ValueTrouble) {
    guard text != "unknown", readLength(text) == nil, WrittenTime(text) == nil else { return }
    throw ValueTrouble(
      "invalid-time", "`\(shown)` is neither a time nor a length", at: span,
      help: "write `2026-12-01 10:00`, a length from the post such as `60 minutes`, or `unknown`")
  }

  fileprivate func version() throws(ValueTrouble) {
    let isPlain: (UInt8) -> Bool = { $0 > 0x20 && $0 < 0x7F && $0 != 0x60 }
    guard !text.utf8.allSatisfy(isPlain) || text.utf8.count > 40 else { return }
    throw ValueTrouble("invalid-version", "`\(shown)` is no version", at: span, help: "write a version such as `1.4.0`")
  }

  fileprivate func languageVersion() throws(ValueTrouble) {
    guard readNumber(text) != 1 else { return }
    throw ValueTrouble(
      "unknown-language-version", "there is no version `\(shown)` of the language", at: span, help: "write `1`")
  }

  /// Whether the scalar names a version of the language that came after this compiler, so that nothing more can be said
  /// of the file.
  public var isNewerLanguage: Bool { readNumber(text).map { $0 >= 2 } ?? false }

  fileprivate func webAddress() throws(ValueTrouble) {
    guard WebAddress(text) == nil else { return }
    let isWithoutScheme = WebAddress("https://" + text) != nil && text.utf8Range(of: "://") == nil
    throw ValueTrouble(
      "invalid-address", "`\(shown)` is no address on the web", at: span,
      help: isWithoutScheme && text.utf8.contains(UInt8(ascii: "."))
        ? "write `https://\(shown)`"
        : "write an address such as `https://alerts.example/feeds/1.atom`, without a name or a password in it")
  }

  /// A path that may lie within the playbook's folder.
  public func path() throws(ValueTrouble) {
    guard text.hasPrefix("/") || text.utf8Range(of: "://") != nil || text.utf8.contains(UInt8(ascii: "\\")) else {
      return
    }
    throw ValueTrouble(
      "outside-path", "`\(shown)` is no path within the playbook's folder", at: span,
      help: "write a path relative to this file, with `/` between folders")
  }
}

extension Diagnostic {
  public static func newerLanguage(_ version: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "unknown-language-version", .error,
      "this file is written in version \(version.shown) of the language, and version 1 is known here",
      at: version.span, help: "use a newer decorum")
  }
}
