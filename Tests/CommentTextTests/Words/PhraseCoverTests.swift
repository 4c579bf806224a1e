import CommentText
import TestSupport
import Testing

/// What is known of phrases before there is a text.
@Suite struct PhraseCoverTests {

  static let covered: [(coverer: String, phrase: String, isWhole: Bool)] = [
    ("refund*", "refunded", true), ("refund*", "refund", true), ("refund*", "refunded*", true),
    ("refund*", "a refund now", false), ("*hrs", "24hrs", true), ("*hrs", "*4hrs", true), ("*own*", "downer", true),
    ("*own*", "own*", true), ("bag", "my bag", false), ("bag", "bag's", false), ("my bag", "my bag is", false),
    ("my bag", "MY BAG", true), ("bag", "bag!", false), ("idiot", "an idiot's phone", false), ("金", "返金", false),
  ]

  static let uncovered: [(coverer: String, phrase: String)] = [
    ("refunded", "refund*"), ("refund*", "*refund"), ("my bag", "bag"), ("my bag", "my * bag"), ("bag", "bags"),
    ("*hrs", "hrs*"), ("my bag", "my old bag"), ("bag!", "bag"), ("* bag", "my bag"), (":)", ":)"),
  ]

  @Test(arguments: covered)
  func `a phrase covers what is found nowhere without it`(_ coverer: String, _ phrase: String, _ isWhole: Bool) throws {
    let found = PhraseCover([try Phrase(coverer)]).coverers(of: try Phrase(phrase))
    #expect(found.map(\.isWhole).contains(isWhole) && !(found.contains(where: \.isWhole) && !isWhole))
  }

  @Test(arguments: uncovered) func `other phrases do not`(_ coverer: String, _ phrase: String) throws {
    #expect(PhraseCover([try Phrase(coverer)]).coverers(of: try Phrase(phrase)) == [])
  }

  @Test func `what covers a random phrase is found wherever the phrase is`() throws {
    var generator = SeededGenerator(seed: propertySeed("covers"))
    let words = ["a", "ab", "abc", "abc's", "b", "ba", "金"]
    var covered = 0
    for _ in 0..<2000 {
      func term() -> String {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          let word = words.randomElement(using: &generator) ?? ""
          return ["\(word)*", "*\(word)", word, word, word].randomElement(using: &generator) ?? word
        }.joined(separator: " ")
      }
      let coverer = term(), phrase = term()
      guard !PhraseCover([try Phrase(coverer)]).coverers(of: try Phrase(phrase)).isEmpty else { continue }
      covered += 1
      let text = phrase.map { $0 == "*" ? ["", "x", "b"].randomElement(using: &generator) ?? "" : String($0) }.joined()
      let written = WrittenText("so \(text) there")
      let isFound = !written.occurrences(of: try Phrase(phrase)).isEmpty
      let covererIsFound = !written.occurrences(of: try Phrase(coverer)).isEmpty
      #expect(covererIsFound || !isFound, "`\(coverer)` in \(text), which is `\(phrase)`")
    }
    #expect(covered > 100)
  }

  @Test func `every phrase is in its own sample`() throws {
    var generator = SeededGenerator(seed: propertySeed("samples"))
    for _ in 0..<3000 {
      let count = Int.random(in: 1...6, using: &generator)
      let term = (0..<count).map { _ in RandomTextTests.pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let phrase = try? Phrase(term) else { continue }
      #expect(!phrase.sample.occurrences(of: phrase).isEmpty, "`\(term)`")
    }
  }

  static let holding: [(phrase: String, held: String, holds: Bool)] = [
    ("photo bomb*", "bombs", true), ("photo bomb*", "bomb*", true), ("photo bomb*", "bob*", false),
    ("my bag of *", "bag", true), ("my bag of *", "gold", true), ("bag of *", "my bag", false),
    ("*hrs", "24h*", true), ("*hrs", "*mins", false), ("*hrs", "24hrs", true), ("bag", "bags", false),
    ("*bag", "a bag", false),
  ]

  @Test(arguments: holding)
  func `a phrase may hold another where some text has both`(_ phrase: String, _ held: String, _ holds: Bool) throws {
    #expect(try Phrase(phrase).mayHold(try Phrase(held)) == holds)
  }
}
