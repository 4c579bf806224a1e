import Diagnostics
import DecisionModel
import YAMLSyntax

extension ScalarKind {
  /// Reads the scalar as its key expects; what is wrong with it is thrown.
  func check(_ scalar: YAMLScalar) throws(ValueTrouble) {
    switch self {
    case .line: try scalar.line()
    case .prose, .comment, .reference, .opaque, .regularExpression: break
    case .wording: _ = try scalar.wording()
    case .definition(let namespace): _ = try scalar.name(NameStyle(namespace))
    case .localName: _ = try scalar.name(.localName)
    case .choice(let words): try scalar.choice(of: words)
    case .yesNo: _ = try scalar.yesNo()
    case .wholeNumber: _ = try scalar.wholeNumber()
    case .number: _ = try scalar.number()
    case .length(let working): _ = try scalar.length(working: working)
    case .languageVersion: try scalar.languageVersion()
    case .version: try scalar.version()
    case .date: _ = try scalar.date()
    case .instant: _ = try scalar.moment()
    case .hours: _ = try scalar.hours()
    case .timeZone: _ = try scalar.timeZone()
    case .phrase: _ = try scalar.phrase()
    case .path: try scalar.path()
    }
  }
}

extension NameStyle {
  /// Names of rungs, plans in tests, actions and the like, which either style may have.
  static let localName = NameStyle.kebab
}

extension YAMLScalar {
  fileprivate func line() throws(ValueTrouble) {
    guard text.utf8.contains(0x0A) else { return }
    throw ValueTrouble("several-lines", "this is one line of text", at: span, help: "write it on one line, or say the rest in `about`")
  }

  fileprivate func choice(of words: [String]) throws(ValueTrouble) {
    guard !words.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else { return }
    let help = nearest(to: text, among: words).map { "write `\($0)`" } ?? "write \(ScalarKind.choice(words).expectation)"
    throw ValueTrouble("unknown-word", "`\(shown)` is not a word that stands here", at: span, help: help)
  }

  fileprivate func version() throws(ValueTrouble) {
    let isPlain: (UInt8) -> Bool = { $0 > 0x20 && $0 < 0x7F && $0 != 0x60 }
    guard !text.utf8.allSatisfy(isPlain) || text.utf8.count > 40 else { return }
    throw ValueTrouble("invalid-version", "`\(shown)` is no version", at: span, help: "write a version such as `1.4.0`")
  }

  fileprivate func languageVersion() throws(ValueTrouble) {
    guard let version = readNumber(text), version == 1 else {
      throw ValueTrouble(
        "unknown-language-version", "this compiler reads version 1 of the language, not `\(shown)`", at: span,
        help: readNumber(text).map { $0 > 1 } == true ? "use a newer decorum" : "write `decorum: 1`")
    }
  }

  fileprivate func path() throws(ValueTrouble) {
    guard text.hasPrefix("/") || text.utf8Range(of: "://") != nil || text.utf8.contains(UInt8(ascii: "\\")) else { return }
    throw ValueTrouble(
      "outside-path", "`\(shown)` is no path within the playbook's folder", at: span,
      help: "write a path relative to this file, with `/` between folders")
  }
}
