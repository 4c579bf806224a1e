import CommentText
import Testing

/// Texts made to break the reader, each as long as a text may be. That they end at all shows that nothing is quadratic:
/// 65,536 squared is more steps than a test has.
@Suite struct HostileTextTests {
  static let units: [String] = [
    "a", "i", "i.", "i ", "a ", "!", "! ", "1!|l", "*", "a*a ", "'", "a'", "a's ", "\u{200B}", "\u{301}",
    "\u{301}\u{323}", "\u{FE0F}",
    "\u{202E}\u{2066}", "\u{FFFD}", "\u{0}", "한국어", "\u{1112}\u{1161}\u{11AB}", "𝐢𝐝", "🇮", "🇮🇩",
    "1\u{FE0F}\u{20E3}", "👩\u{200D}", "🏴\u{E0067}",
    "\u{FDFA}", "返", "ก็", "http://", "www.", "a.", "a..", "a.bc/", "a.bc:1", "((", "idiot ", "1d10t ",
    "i.d.i.o.t ", "i d i o t  ", "#@", "😡",
  ]

  @Test(arguments: units) func `a text of one thing over and over is read`(unit: String) throws {
    let bytes = Array(unit.utf8)
    let text = WrittenText(utf8: Array(repeatElement(bytes, count: WrittenText.longest / bytes.count).joined()))
    let terms = try ["idiot", "ill ill", "*a*", "* a", "😡😡", "i*"].map { try Phrase($0) }
    // Seeing through disguises searches plainly too.
    let set = TermSet(terms: terms, except: [try Phrase("idiot i")], disguises: true)
    #expect(set.occurrences(in: text).allSatisfy { !$0.range.isEmpty && $0.range.upperBound <= text.scalars.count })
    #expect(text.measures.length == text.scalars.count)
  }

  @Test func `a base under a load of marks is found by itself`() throws {
    let marks = String(repeating: "\u{301}\u{323}\u{489}", count: 6_000)
    let set = TermSet(terms: [try Phrase("idiot")], disguises: true)
    #expect(set.occurrences(in: WrittenText("idio" + marks + "t")).map(\.range) == [0..<18_005])
  }

  static let fragments = [
    "\u{301}", "\u{FE0F}", "\u{200D}", "\u{FFFD}", "'", "*", "#", "@", "http://", "🇮", "한", "\u{1161}", "。", "\u{20E3}",
    "\u{E007F}",
  ]

  @Test(arguments: fragments) func `a fragment alone is read, as a text and as a term`(fragment: String) {
    let text = WrittenText(fragment)
    let phrase = try? Phrase(fragment)
    if let phrase { #expect(text.occurrences(of: phrase).allSatisfy { $0.upperBound <= text.scalars.count }) }
    #expect(text.excerpt(0..<text.scalars.count) == Array(fragment.utf8))
  }
}
