import DecisionModel
import PlaybookSyntax
import Testing
import YAMLSyntax
import ZoneData

private let december = "2026-12-01T00:00:00Z"
private let christmas = "2026-12-24T00:00:00Z"

private func at(_ text: String) throws -> Instant { try #require(Instant(text)) }

@Test(arguments: FactType.allCases) func `every fact may be known or unknown`(_ type: FactType) throws {
  #expect(try node("known").factTest(of: type, in: .utc).test == .known(true))
  #expect(try node("unknown").factTest(of: type, in: .utc).test == .known(false))
}

@Test func `numbers and durations take their tests`() throws {
  #expect(try node("at least 1").factTest(of: .number, in: .utc).test == .number(.atLeast(1)))
  #expect(try node("[1, 2]").factTest(of: .number, in: .utc).test == .number(.anyOf([.exactly(1), .exactly(2)])))
  #expect(try node("more than 2 days").factTest(of: .duration, in: .utc).test == .duration(.moreThan(172_800)))
}

@Test(arguments: [("yes", true), ("no", false), ("true", true), ("false", false)])
func `a fact of type yes_no is asked for yes or no`(_ text: String, _ value: Bool) throws {
  #expect(try node(text).factTest(of: .yesNo, in: .utc).test == .yesNo(value))
}

@Test func `words are compared in their normal form`() throws {
  #expect(try node("STAFF").factTest(of: .word, in: .utc).test == .words(["staff"]))
  #expect(try node("[Press, ＶＩＰ]").factTest(of: .words, in: .utc).test == .words(["press", "vip"]))
  #expect(try node("Straße").factTest(of: .text, in: .utc).test == .words(["strasse"]))
}

@Test func `identities are compared as they stand`() throws {
  #expect(try node("[Bob, BOB]").factTest(of: .identity, in: .utc).test == .identities(["Bob", "BOB"]))
}

@Test func `instants are before, after or between`() throws {
  #expect(try node("before 2026-12-01").factTest(of: .instant, in: .utc).test == .instant(.before(at(december))))
  #expect(try node("after 2026-12-01 00:00").factTest(of: .instant, in: .utc).test == .instant(.after(at(december))))
  #expect(
    try node("between 2026-12-01 and 2026-12-24").factTest(of: .instant, in: .utc).test
      == .instant(.between(at(december), at(christmas))))
}

@Test func `an instant is in the zone of the playbook, unless it has an offset`() throws {
  let zone = try #require(ZoneData.zone(named: "Europe/Paris"))
  #expect(try node("before 2026-12-01 01:00").factTest(of: .instant, in: zone).test == .instant(.before(at(december))))
  #expect(
    try node("before 2026-12-01T00:00:00Z").factTest(of: .instant, in: zone).test == .instant(.before(at(december))))
}

private let refusedTests: [(FactType, String)] = [
  (FactType.instant, "2026-12-01"), (.instant, "before noon"), (.instant, "before 2026-13-01"),
  (.instant, "between 2026-12-24 and 2026-12-01"),
  (.instant, "[before 2026-12-01]"), (.yesNo, "maybe"), (.yesNo, "[yes, no]"), (.number, "yes"), (.number, "{a: 1}"),
  (.duration, "5"),
  (.word, "[[a]]"), (.word, "{says: a}"), (.word, "[a, \"\"]"), (.identity, "[[a]]"), (.words, "[a, {b: c}]"),
]

@Test(arguments: refusedTests)
func `a test that the fact cannot take is refused`(_ type: FactType, _ text: String) throws {
  let node = try node(text)
  #expect(throws: ValueTrouble.self) { try node.factTest(of: type, in: .utc) }
}
