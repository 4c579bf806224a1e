import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

@Suite struct RecoveryTests {
  @Test func `each mistake of a file is found in one run`() {
    let text = """
      title: 1️⃣@harbour
      version: 1.0
      facts:
        order.days_late: {type: number}
        author.rank: {type: 2️⃣> 5}
      categories:
        - category: abuse
          examples: ["you idiots", "3️⃣\\d"]
          when:
            - text.says: 4️⃣"idiots
            - author.followers: 5️⃣> 10000
          do: [hide]
        - category: other
          when: otherwise
          about: Note6️⃣: this
      teams:
        care: 7️⃣[a, b
        legal: 8️⃣*care
      """
    let promised: [Int: Diagnostic.Name] = [
      1: "unquoted-text", 2: "folded-comparison", 3: "bad-escape", 4: "unclosed-quote", 5: "folded-comparison",
      6: "unquoted-colon", 7: "unclosed-bracket", 8: "yaml-alias",
    ]
    #expect(differences(in: text, from: promised) { Reading($0).findings } == [])
  }

  @Test func `what could not be read stays under its key`() throws {
    let reading = Reading("a: 1\nb:\n  - c: d\n    when: > 5 # more\n    e: f\n  - g: h\nz: 2\n")
    #expect(reading.names == ["folded-comparison"])
    #expect(
      reading.events == [
        "+MAP", "=VAL :a", "=VAL :1", "=VAL :b", "+SEQ", "+MAP", "=VAL :c", "=VAL :d", "=VAL :when", "=VAL :> 5 # more",
        "=VAL :e", "=VAL :f", "-MAP", "+MAP", "=VAL :g", "=VAL :h", "-MAP", "-SEQ", "=VAL :z", "=VAL :2", "-MAP",
      ])
    guard case .mapping(let top) = try #require(reading.tree), case .sequence(let list)? = top["b"],
      case .mapping(let first)? = list.items.first, case .scalar(let value)? = first["when"]
    else { return #expect(Bool(false)) }
    #expect(value.isUnreadable)
    #expect(reading.file.text(of: value.span) == "> 5 # more")
  }

  @Test func `the spans of the parts are those of the file`() throws {
    let reading = Reading("ä: ö\nb: @c\nd:\n  - e: 'f'\n")
    guard case .mapping(let top) = try #require(reading.tree), let last = top.entries.last else {
      return #expect(Bool(false))
    }
    #expect(reading.file.text(of: top.span) == "ä: ö\nb: @c\nd:\n  - e: 'f'")
    #expect(top.entries.map { reading.file.text(of: $0.key.span) } == ["ä", "b", "d"])
    #expect(reading.file.text(of: last.value.span) == "- e: 'f'")
  }

  @Test func `a quote that is not closed does not swallow the entries behind it`() {
    let reading = Reading("a: \"b\nc: 'd'\ne: \"f\"\ng: h\n")
    #expect(reading.names == ["unclosed-quote"])
    #expect(reading.events.filter { !$0.hasPrefix("=VAL :\"") }.count == 9)
  }

  @Test func `a mistake before the first entry leaves the rest`() {
    let reading = Reading("%YAML 1.2\n---\na: b\nc: @d\n")
    #expect(reading.names == ["yaml-directive", "unquoted-text"])
    #expect(reading.events == ["+MAP", "=VAL :a", "=VAL :b", "=VAL :c", "=VAL :@d", "-MAP"])
  }
}
