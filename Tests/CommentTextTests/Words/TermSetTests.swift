import CommentText
import Testing

@Suite struct TermSetTests {
  /// Terms, exceptions, and a text with the places marked that remain.
  static let exceptions: [(terms: String, except: String, marked: String)] = [
    ("money back", "money back guarantee", "we have a money back guarantee"),
    ("money back", "money back guarantee", "I want my ⟦money back⟧"),
    ("money back", "money back guarantee", "a money back guarantee, so ⟦money back⟧!"),
    ("idiot*", "idiotic", "an idiotic ⟦idiot⟧"),
    ("refund policy", "refund", "the ⟦refund policy⟧"),
    ("a b a", "x a b a", "x a b ⟦a b a⟧"),
    ("refund;policy", "refund policy", "a refund policy"),
    ("policy now", "refund policy", "refund ⟦policy now⟧"),
  ]

  @Test(arguments: exceptions)
  func `an exception takes away what lies wholly within it`(terms: String, except: String, marked: String) throws {
    let marked = MarkedText(marked)
    let set = TermSet(terms: try SearchCase(terms, "").phrases(), except: [try Phrase(except)])
    let found = set.occurrences(in: marked.text).map(\.range)
    #expect(found == marked.places, "found \(marked.text.marked(found))")
  }

  @Test func `an exception takes away disguised occurrences too`() throws {
    let set = TermSet(terms: [try Phrase("idiot")], except: [try Phrase("village idiot")], disguises: true)
    #expect(set.occurrences(in: WrittenText("a village idiot")).isEmpty)
    #expect(set.occurrences(in: WrittenText("a vi11age 1d10t")).isEmpty)
    #expect(set.occurrences(in: WrittenText("a city 1d10t")).map(\.range) == [7..<12])
  }

  @Test func `occurrences come in the order of the text, with their terms`() throws {
    let set = TermSet(terms: try ["off", "rip off", "rip", "😡"].map { try Phrase($0) })
    let found = set.occurrences(in: WrittenText("😡 rip off"))
    #expect(found.map(\.term) == [3, 2, 1, 0])
    #expect(found.map(\.range) == [0..<1, 2..<5, 2..<9, 6..<9])
    #expect(found.allSatisfy { !$0.disguised })
  }

  @Test func `no terms find nothing`() {
    #expect(TermSet(terms: []).occurrences(in: WrittenText("anything")).isEmpty)
    #expect(TermSet(terms: [], disguises: true).occurrences(in: WrittenText("anything")).isEmpty)
  }
}
