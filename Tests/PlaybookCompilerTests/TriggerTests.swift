import CommentText
import Testing

@testable import PlaybookCompiler

@Suite struct TriggerTests {
  @Test(arguments: [
    Expected(#"\$[0-9]{3,}"#, .sign, ["$000"], isBeginning: true),
    Expected(#"\b[0-9]{3}[- ][0-9]{3}\b"#, .word, ["000-000", "000 000"], isBeginning: true),
    Expected(#"[!?]{2,}"#, .sign, ["!!", "!?", "?!", "??"], isBeginning: true),
    Expected(#"https?://[^ ]*\.(?:info|xyz)\b"#, .sign, [".info", ".xyz"], isBeginning: false),
    Expected(#"\b(?:kill|harm) yourself"#, .word, ["kill you", "harm you"], isBeginning: true),
    Expected(#"(?:x|y)z"#, .anywhere, ["xz", "yz"], isBeginning: true),
    Expected(#"(?i)refund"#, .anywhere, ["refund"], isBeginning: true),
    Expected(#"\bconstitution"#, .word, ["constitu"], isBeginning: true),
    Expected(#"\bkill(?:ed|er|ing)\b"#, .word, ["kill"], isBeginning: true),
    Expected(#"\b(?:plem|brur)[0-9]{1,3}\b"#, .word, ["plem0", "brur0"], isBeginning: true),
    Expected(
      #"\$[$#]{9}"#, .sign, ["$$$$", "$$$#", "$$#$", "$$##", "$#$$", "$#$#", "$##$", "$###"], isBeginning: true),
    Expected(#"\bmoum[a-z]{0,6}\b.{0,20}\bneasteati\b"#, .word, ["neasteat"], isBeginning: false),
  ])
  func `what must stand in a text is found in the expression`(_ expected: Expected) throws {
    let trigger = try #require(Trigger(try RegularExpression(expected.expression).pattern))
    #expect(trigger.start == expected.start)
    #expect(Set(trigger.rows.map { String(decoding: $0, as: UTF8.self) }) == expected.rows)
    #expect(trigger.isBeginning == expected.isBeginning)
  }

  /// Three hundred rows of five characters, and twenty heads.
  @Test(arguments: [#"\b(?:re|un)(?:ENDINGS)"#, #"(?:\bre(?:ENDINGS)[^x]|\bun(?:ENDINGS)[^x])"#])
  func `too many rows are known by their first four characters`(_ expression: String) throws {
    let trigger = try #require(Trigger(try RegularExpression(withEndings(expression)).pattern))
    let heads = ["re", "un"].flatMap { start in "abcdefghij".map { "\(start)\($0)z" } }
    #expect(Set(trigger.rows.map { String(decoding: $0, as: UTF8.self) }) == Set(heads))
    #expect(trigger.start == .word)
    #expect(trigger.isBeginning)
  }

  @Test func `what would be too many rows leaves those that there are`() throws {
    let trigger = try #require(Trigger(try RegularExpression(withEndings(#"@(?:ENDINGS)\.(?:com|net|org)"#)).pattern))
    #expect(Set(trigger.rows.map { String(decoding: $0, as: UTF8.self) }) == Set(endings.map { "@\($0)." }))
  }

  private let endings = "abcdefghij".flatMap { first in "abcdefghijklmno".map { "\(first)z\($0)" } }

  private func withEndings(_ expression: String) -> String {
    expression.replacing("ENDINGS", with: endings.joined(separator: "|"))
  }

  @Test(arguments: ["a*", "[^a]", "x|", ".", "[a-z]"])
  func `an expression that many texts meet has none`(_ expression: String) throws {
    #expect(Trigger(try RegularExpression(expression).pattern) == nil)
  }
}

struct Expected: CustomTestStringConvertible {
  let expression: String
  let start: Trigger.Start
  let rows: Set<String>
  let isBeginning: Bool

  init(_ expression: String, _ start: Trigger.Start, _ rows: Set<String>, isBeginning: Bool) {
    (self.expression, self.start, self.rows, self.isBeginning) = (expression, start, rows, isBeginning)
  }

  var testDescription: String { expression }
}
