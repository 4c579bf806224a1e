import CommentText
import TestSupport
import Testing

@Suite struct RandomTextTests {
  /// What random texts are made of: letters, disguises, signs, marks, invisible characters, links.
  static let pieces: [String] = [
    "i", "d", "o", "t", "a", "s", "l", "1", "0", "@", "$", "!", "|", "*", ".", "-", " ", "  ", "\n", "'", "'s",
    "’", "#", "。", "? ", "É", "e\u{301}",
    "\u{301}", "\u{323}", "\u{200B}", "\u{FE0F}", "\u{200D}", "ﬃ", "ß", "İ", "І", "о", "ｓ", "𝐢", "🇮", "🅰", "😀",
    "한", "\u{1112}", "\u{1161}", "返", "金",
    "ก็", "http://x.y", "bit.ly/a", "idiot", "1d10t", "i.d.i.o.t", "rip off", "a", "ass",
  ]

  static let terms = [
    "idiot", "ass", "a", "rip off", "*o*", "i*", "*t", "* a", "返金", "a's", "#a", "a!", "😀", "!!", "d * t", "s l",
    "till", "é", "한", "1", "lass", "i d",
  ]

  static func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...40, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test(arguments: seeds) func `every place lies in the text and holds something`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let set = TermSet(terms: try Self.terms.map { try Phrase($0) }, disguises: true)
    for _ in 0..<150 {
      let written = Self.text(&generator)
      let text = WrittenText(written)
      let found = set.occurrences(in: text)
      #expect(
        found.allSatisfy { !$0.range.isEmpty && $0.range.upperBound <= text.scalars.count }, "seed \(seed): \(written)")
      #expect(found.map(\.range.lowerBound) == found.map(\.range.lowerBound).sorted(), "seed \(seed): \(written)")
      #expect(Set(found).count == found.count, "seed \(seed): \(written)")
    }
  }

  @Test(arguments: seeds) func `what was found is found again between other words`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // Signs are left out: what stands at their sides is part of what they mean.
    let terms = ["idiot", "ass", "rip off", "返金", "till", "lass", "stool", "sold out"]
    let set = TermSet(terms: try terms.map { try Phrase($0) }, disguises: true)
    for _ in 0..<150 {
      let written = Self.text(&generator)
      let text = WrittenText(written)
      for found in set.occurrences(in: text) {
        let again = WrittenText(utf8: Array("so, ".utf8) + text.excerpt(found.range) + Array(" it was".utf8))
        let place = 4..<4 + found.range.count
        let repeated = set.occurrences(in: again).contains { $0.term == found.term && place.overlaps($0.range) }
        #expect(repeated, "seed \(seed): \(terms[found.term]) in \(written)")
      }
    }
  }

  @Test(arguments: seeds) func `a set finds what its terms find one by one`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let phrases = try Self.terms.map { try Phrase($0) }
    let set = TermSet(terms: phrases)
    for _ in 0..<150 {
      let text = WrittenText(Self.text(&generator))
      for (term, phrase) in phrases.enumerated() {
        let together = set.occurrences(in: text).filter { $0.term == term }.map(\.range)
        #expect(together == text.occurrences(of: phrase), "seed \(seed): \(Self.terms[term])")
      }
    }
  }

  @Test(arguments: seeds) func `seeing through disguises loses nothing`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let phrases = try Self.terms.map { try Phrase($0) }
    let plain = TermSet(terms: phrases), disguised = TermSet(terms: phrases, disguises: true)
    for _ in 0..<150 {
      let text = WrittenText(Self.text(&generator))
      #expect(disguised.occurrences(in: text).filter { !$0.disguised } == plain.occurrences(in: text), "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func `random bytes are read`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let set = TermSet(terms: try Self.terms.map { try Phrase($0) }, disguises: true)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let text = WrittenText(utf8: bytes)
      #expect(text.scalars.map { Unicode.Scalar($0) != nil }.allSatisfy { $0 }, "seed \(seed)")
      #expect(set.occurrences(in: text).allSatisfy { $0.range.upperBound <= text.scalars.count }, "seed \(seed)")
      #expect(WrittenText(utf8: text.excerpt(0..<text.scalars.count)).scalars == text.scalars, "seed \(seed)")
      _ = try? Phrase(utf8: bytes)
    }
  }
}
