import DecisionModel
import Diagnostics
import PlaybookSyntax
import Testing
import YAMLSyntax

private let testsInWords: [(String, NumberTest)] = [
  ("5", NumberTest.exactly(5)), ("exactly 5", .exactly(5)), ("at least 5", .atLeast(5)), ("at most 5", .atMost(5)),
  ("more than 5", .moreThan(5)),
  ("less than 5", .lessThan(5)), ("not 5", .not(5)), ("between 2 and 5", .between(2, 5)),
  ("between 5 and 5", .between(5, 5)),
  ("At Least 10k", .atLeast(10_000)), ("more than 60%", .moreThan(0.6)), ("at least 10,000", .atLeast(10_000)),
  ("at most -3", .atMost(-3)),
  ("between -3 and 2.5", .between(-3, 2.5)), ("[1, 2, at least 5]", .anyOf([.exactly(1), .exactly(2), .atLeast(5)])),
]

@Test(arguments: testsInWords)
func `a test of a number is words`(_ text: String, _ test: NumberTest) throws {
  let written = try node(text).numberTest(of: .number)
  #expect(written.test == test)
  #expect(written.signs.isEmpty)
}

private let testsInSigns: [(String, NumberTest, String)] = [
  ("\">= 5\"", NumberTest.atLeast(5), "at least 5"), ("\">5\"", .moreThan(5), "more than 5"),
  ("<= 10k", .atMost(10_000), "at most 10k"),
  ("< 5", .lessThan(5), "less than 5"), ("2..5", .between(2, 5), "between 2 and 5"),
  ("-3 .. 1.5", .between(-3, 1.5), "between -3 and 1.5"),
]

@Test(arguments: testsInSigns)
func `a test in signs is understood, and said in words`(_ text: String, _ test: NumberTest, _ words: String) throws {
  let written = try node(text).numberTest(of: .number)
  #expect(written.test == test)
  #expect(written.signs.map(\.replacement) == [words])
}

private let testsOfDurations: [(String, NumberTest)] = [
  ("1 day", NumberTest.exactly(86_400)), ("at least 3 days", .atLeast(259_200)),
  ("less than 1.5 hours", .lessThan(5400)),
  ("between 1 minute and 2 weeks", .between(60, 1_209_600)),
  ("[1 second, not 2 seconds]", .anyOf([.exactly(1), .not(2)])),
]

@Test(arguments: testsOfDurations)
func `a test of a duration has units`(_ text: String, _ test: NumberTest) throws {
  #expect(try node(text).numberTest(of: .duration).test == test)
}

@Test(arguments: [
  "at least", "at least five", "atleast 5", "over 5", "5 or more", "between 2", "between 2 and", "between and 5",
  "between 5 and 2", "5..2", "not",
  "more than more than 5", "= 5", "\"!= 5\"", "[]", "[[1]]", "[1, {a: b}]", "{at_least: 5}", "\"\"", "known",
  "at least 1 day", "1,00", "[10,000]",
])
func `what only looks like a test is none`(_ text: String) throws {
  let node = try node(text)
  if node.isEmpty { return }
  #expect(throws: ValueTrouble.self) { try node.numberTest(of: .number) }
}

@Test(arguments: ["5", "at least 5", "at least 3 months", "between 3 days and 1 day"])
func `a number without a unit is no duration`(_ text: String) throws {
  let node = try node(text)
  #expect(throws: ValueTrouble.self) { try node.numberTest(of: .duration) }
}
