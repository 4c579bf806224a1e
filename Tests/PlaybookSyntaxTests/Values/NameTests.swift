import Diagnostics
import PlaybookSyntax
import Testing

private let names: [(NameStyle, String)] = [
  (NameStyle.kebab, "refund-question"), (.kebab, "a"), (.kebab, "24-hours"), (.snake, "take_offline"),
  (.dottedSnake, "order.days_late"), (.dottedSnake, "vip"),
  (.kebabOrSnake, "follow_up"), (.kebabOrSnake, "warn-twice"), (.free, "A1"), (.free, "Rule 4.2-b"),
]

@Test(arguments: names)
func `names are written as their kind is`(_ style: NameStyle, _ name: String) throws {
  #expect(try scalar(name).name(style) == name)
}

private let suggestions: [(NameStyle, String, String)] = [
  (NameStyle.kebab, "Refund Question", "write `refund-question`"),
  (.kebab, "refund_question", "write `refund-question`"),
  (.kebab, "-refund-", "write `refund`"), (.kebab, "refund--question", "write `refund-question`"),
  (.snake, "take-offline", "write `take_offline`"),
  (.dottedSnake, "order.daysLate", "write `order.dayslate`"), (.dottedSnake, "order days", "write `order_days`"),
  (.kebab, "¿qué?", "write it with small letters, digits and hyphens"),
  (.snake, "☕️", "write it with small letters, digits and underscores"),
  (.dottedSnake, "…", "write it with small letters, digits, underscores and dots"),
  (.free, "é", "write it with letters and digits"),
  (.kebabOrSnake, "tell the team", "write `tell-the-team`"),
  (.kebab, "!!!", "write it with small letters, digits and hyphens"),
]

@Test(arguments: suggestions)
func `a name that is written otherwise is told as it should be`(_ style: NameStyle, _ name: String, _ help: String)
  throws
{
  let trouble = try #require(throws: ValueTrouble.self) { try scalar(name).name(style) }
  #expect(trouble.diagnostic.help == help)
}

@Test func `every suggestion is a name itself`() throws {
  for name in ["Refund Question", "a__b", "ÄÖÜ-x", "1..2", "..a..", "A B C"] {
    for style in [NameStyle.kebab, .snake, .dottedSnake, .kebabOrSnake] {
      guard let trouble = #expect(throws: ValueTrouble.self, performing: { try scalar(name).name(style) }),
        let help = trouble.diagnostic.help, help.hasPrefix("write `")
      else { continue }
      _ = try scalar(String(help.dropFirst(7).dropLast())).name(style)
    }
  }
}

private let nearestNames: [(String, [String], String?)] = [
  ("insult", ["insults", "anger"], "insults"), ("refnud", ["refund", "fund"], "refund"),
  ("titel", ["title", "tests"], "title"),
  ("conduct", ["contact", "product"], "contact"), ("aa", ["ab", "ac"], "ab"), ("REFUND", ["refund"], nil),
  ("xyz", ["abc"], nil), ("a", ["b", "abc"], "b"),
  ("", ["a"], "a"), ("angry", [], nil), ("wants-monney", ["wants-money", "wants-monkey"], "wants-money"),
]

@Test(arguments: nearestNames)
func `the nearest name is the one that was probably meant`(_ name: String, _ known: [String], _ meant: String?) {
  #expect(nearest(to: name, among: known) == meant)
}

@Test func `no name is looked for that is longer than any`() {
  let long = String(repeating: "a", count: 100_000)
  #expect(nearest(to: long, among: [long + "b", String(repeating: "a", count: 99)]) == nil)
}

@Test func `what is quoted is one line and short`() {
  #expect("two\nlines".shown == "two")
  #expect("\n\n  late".shown == "late")
  #expect(String(repeating: "x", count: 41).shown == String(repeating: "x", count: 39) + "…")
  #expect(("a" + String(repeating: "\u{301}", count: 1_000_000)).shown.unicodeScalars.count == 40)
}
