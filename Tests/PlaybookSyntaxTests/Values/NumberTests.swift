import DecisionModel
import PlaybookSyntax
import Testing

private let numbers: [(String, Double)] = [
  ("0", 0), ("5", 5), ("007", 7), ("1.5", 1.5), ("0.1", 0.1), ("-3", -3), ("-0.5", -0.5), ("10,000", 10_000),
  ("1,000,000", 1_000_000),
  ("10,000.5", 10_000.5), ("10k", 10_000), ("1.5k", 1500), ("2M", 2_000_000), ("60%", 0.6), ("0.1%", 0.001),
  ("100%", 1), ("-3%", -0.03),
  ("12,345k", 12_345_000), ("9007199254740993", 9_007_199_254_740_992),
]

@Test(arguments: numbers)
func `a number is read as people write it, and rounded once`(_ text: String, _ value: Double) {
  #expect(readNumber(text) == value)
}

@Test(arguments: [
  "", " ", "-", ".", ".5", "5.", "1,00", "1,0000", "1000,000", ",100", "100,", "1,,000", "1.000,5", "1.5.0", "1_000",
  "0x10", "0o7", "1e3", "1E3",
  "+5", "--5", "5-", "5 k", "10K", "10m", "k", "%", "60 %", "6%%", "10kk", "inf", "nan", "Infinity", "٣", "５", "½",
  "1\u{301}", "1.5,000",
  "99999999999999999999999999999999999999999",
])
func `what only looks like a number is none`(_ text: String) {
  #expect(readNumber(text) == nil)
}

@Test(arguments: [("5", 5), ("5.0", 5), ("10k", 10_000), ("1,000,000,000", 1_000_000_000), ("0", 0)])
func `a whole number is from zero to a milliard`(_ text: String, _ value: Int) throws {
  #expect(try scalar(text).wholeNumber() == value)
}

@Test(arguments: ["-1", "1.5", "1000000001", "60%", "one", "1e3"]) func `other numbers are not whole`(_ text: String) {
  #expect(throws: ValueTrouble.self) { try scalar(text).wholeNumber() }
}

@Test(arguments: [("yes", true), ("true", true), ("no", false), ("false", false)])
func `yes and no are four words`(_ text: String, _ value: Bool) throws {
  #expect(try scalar(text).yesNo() == value)
}

@Test(arguments: ["Yes", "NO", "y", "n", "on", "off", "1", "0", "True", "yes!"]) func `nothing else is yes or no`(
  _ text: String
) {
  #expect(throws: ValueTrouble.self) { try scalar(text).yesNo() }
}
