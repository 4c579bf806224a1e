import Testing

@testable import CommentText

/// Expressions and texts that are made to be slow: none traps, none hangs.
@Suite struct HostileExpressionTests {
  static let expressions = [
    "(a*)*b", "(a|a)*c", "(a+)+$", "(a?){200}a{200}", "((a*)*)*d", "(.*)(.*)(.*)(.*)x", "[^b]*b[^c]*c", "(x|a)*y.{30}",
    "(\\b|a)*z", "(^|a|$)*q",
  ]

  @Test(.timeLimit(.minutes(1)), arguments: expressions)
  func `a long text is searched in one pass`(expression: String) throws {
    let text = WrittenText(String(repeating: "a", count: WrittenText.longest))
    _ = try RegularExpression(expression).firstMatch(in: text)
  }

  static let nested: [String] = [
    String(repeating: "(", count: 4_000), String(repeating: ")", count: 4_000), String(repeating: "[", count: 4_000),
    String(repeating: "(", count: 2_000) + String(repeating: ")", count: 2_000),
    String(repeating: "(?i:", count: 800) + String(repeating: ")", count: 800),
    String(repeating: "(a", count: 999) + String(repeating: ")*", count: 999),
    String(repeating: "(|", count: 999) + String(repeating: "){2}", count: 400),
    String(repeating: "(a|", count: 800) + String(repeating: ")*", count: 800),
    String(repeating: "\\p{L}", count: 600), String(repeating: "[^a]", count: 1_000),
    String(repeating: "|", count: 4_000),
    String(repeating: "a{9}?", count: 800),
    String(repeating: "(", count: 10) + "a" + String(repeating: "{9,99})", count: 10),
    "(" + String(repeating: "(){1000}", count: 400) + "){1000}", String(repeating: "\\", count: 3_999), "\u{0}(\u{0}",
    (0..<2_000).map { "\(Unicode.Scalar(0x4E00 + $0) ?? "x")" }.joined(),
    (0..<1_000).map { "[^\(Unicode.Scalar(0x4E00 + $0) ?? "x")]" }.joined(),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: nested.indices)
  func `whatever is read is refused or can be looked for`(index: Int) {
    let expression = try? RegularExpression(Self.nested[index])
    _ = expression?.firstMatch(in: WrittenText("aaaa (((( [[[["))
  }

  @Test func `an expression without a table is found all the same`() throws {
    let expression = try RegularExpression("(a|b)*a(a|b){17}c")
    #expect(!expression.hasTables)
    let text = WrittenText("xx" + String(repeating: "ab", count: 500) + "c")
    #expect(expression.firstMatch(in: text) == 2..<1_003)
  }
}
