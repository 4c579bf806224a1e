public import DecisionModel
public import Diagnostics
public import YAMLSyntax

/// What the bounds of a TEST are.
public enum BoundKind: Sendable {
  case number
  /// A length of time; the test's numbers are seconds.
  case duration

  var example: String { self == .number ? "5" : "3 days" }

  /// How a test is written.
  fileprivate var advice: String {
    let words = ["at least", "at most", "more than", "less than"].map { "`\($0) \(example)`" }.joined(separator: ", ")
    return "write \(words), `between … and …`, `not \(example)` or `exactly \(example)`"
  }

  func read(_ text: some StringProtocol) -> Double? {
    switch self {
    case .number: readNumber(text)
    case .duration: readLength(text)?.seconds.map(Double.init)
    }
  }
}

/// A TEST of numbers as it stands in a playbook, and what it says about how it is written.
public struct WrittenTest: Sendable {
  public let test: NumberTest
  /// Places where a sign such as `>=` stands, and the words that say the same.
  public let signs: [Diagnostic.Fix]
}

extension YAMLNode {
  /// The TEST that the node is: one, or a list of which any holds.
  public func numberTest(of kind: BoundKind) throws(ValueTrouble) -> WrittenTest {
    switch self {
    case .scalar(let scalar):
      return try scalar.numberTest(of: kind)
    case .sequence(let sequence):
      try sequence.refuseSplitNumber()
      var tests: [WrittenTest] = []
      for item in sequence.items {
        tests.append(try item.oneScalar(for: "`at least \(kind.example)`").numberTest(of: kind))
      }
      return WrittenTest(test: .anyOf(tests.map(\.test)), signs: tests.flatMap(\.signs))
    case .mapping(let mapping):
      throw ValueTrouble(
        "invalid-test", "a test is one line of words, and a mapping stands here",
        at: mapping.isFlow ? mapping.span : mapping.firstKey,
        help: "write a test such as `at least \(kind.example)`")
    }
  }
}

extension YAMLScalar {
  fileprivate func numberTest(of kind: BoundKind) throws(ValueTrouble) -> WrittenTest {
    let written = text.lowercasedASCII
    if let value = kind.read(text) { return WrittenTest(test: .exactly(value), signs: []) }
    for (words, make) in phrasesOfOneBound where written.hasPrefix(words + " ") {
      if let value = kind.read(boundText(after: words.count + 1)) { return WrittenTest(test: make(value), signs: []) }
    }
    if let test = try betweenTest(written, of: kind) { return WrittenTest(test: test, signs: []) }
    if let signed = signTest(of: kind) { return signed }
    throw ValueTrouble("invalid-test", "`\(shown)` is no test", at: span, help: kind.advice)
  }

  private func boundText(after count: Int) -> String {
    String(decoding: text.utf8.dropFirst(count), as: UTF8.self).trimmedSpaces
  }

  private func betweenTest(_ written: String, of kind: BoundKind) throws(ValueTrouble) -> NumberTest? {
    guard written.hasPrefix("between "), let joint = written.utf8Range(of: " and ") else { return nil }
    let utf8 = Array(text.utf8)
    let first = String(decoding: utf8[8..<max(8, joint.lowerBound)], as: UTF8.self).trimmedSpaces
    let last = String(decoding: utf8[joint.upperBound...], as: UTF8.self).trimmedSpaces
    guard let low = kind.read(first), let high = kind.read(last) else { return nil }
    guard low <= high else {
      throw ValueTrouble(
        "invalid-test", "`\(shown)` begins with the larger of the two", at: span,
        help: "write `between \(last) and \(first)`")
    }
    return .between(low, high)
  }

  /// `>= 5`, `2..5`: understood, and reported with the words that say the same.
  private func signTest(of kind: BoundKind) -> WrittenTest? {
    for (sign, words, make) in signs where text.hasPrefix(sign) {
      let bound = boundText(after: sign.utf8.count)
      guard let value = kind.read(bound) else { continue }
      return WrittenTest(test: make(value), signs: inWords("\(words) \(bound)"))
    }
    guard let dots = text.utf8Range(of: "..") else { return nil }
    let utf8 = Array(text.utf8)
    let first = String(decoding: utf8[..<dots.lowerBound], as: UTF8.self).trimmedSpaces
    let last = String(decoding: utf8[dots.upperBound...], as: UTF8.self).trimmedSpaces
    guard let low = kind.read(first), let high = kind.read(last), low <= high else { return nil }
    return WrittenTest(test: .between(low, high), signs: inWords("between \(first) and \(last)"))
  }

  /// The words in place of the scalar. Text blocks are left alone: their span holds more than a line.
  private func inWords(_ words: String) -> [Diagnostic.Fix] {
    if style == .literal || style == .folded { return [] }
    // Within brackets a comma would end the text.
    return [.init(span: span, replacement: words.utf8.contains(UInt8(ascii: ",")) ? "\"\(words)\"" : words)]
  }
}

private let phrasesOfOneBound: [(String, @Sendable (Double) -> NumberTest)] = [
  ("exactly", NumberTest.exactly), ("at least", NumberTest.atLeast), ("at most", NumberTest.atMost),
  ("more than", NumberTest.moreThan), ("less than", NumberTest.lessThan), ("not", NumberTest.not),
]

private let signs: [(String, String, @Sendable (Double) -> NumberTest)] = [
  (">=", "at least", NumberTest.atLeast), ("<=", "at most", NumberTest.atMost),
  (">", "more than", NumberTest.moreThan), ("<", "less than", NumberTest.lessThan),
]

extension YAMLScalar {
  /// Whether it ends with the thousands of a number whose rest YAML took for a scalar of its own: `more than 10`, `000`.
  func isNumber(splitBefore rest: YAMLScalar) -> Bool {
    let last = text.split(separator: " ").last ?? ""
    return rest.text.utf8.count == 3 && readNumber("\(last),\(rest.text)") != nil
  }
}

extension YAMLSequence {
  /// `[10,000]` is two items to YAML: no number that anybody means.
  func refuseSplitNumber() throws(ValueTrouble) {
    guard isFlow else { return }
    for (item, next) in zip(items, items.dropFirst()) {
      guard case .scalar(let first) = item, case .scalar(let second) = next, second.span.start == first.span.end + 1,
        first.isNumber(splitBefore: second)
      else { continue }
      throw ValueTrouble(.splitNumber(first, second, at: first.span.joined(with: second.span)))
    }
  }
}
