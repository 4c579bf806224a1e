import CommentText
import TestSupport
import Testing

/// The search for disguises against the slow reading, on random texts full of near misses.
@Suite struct SlowReadingTests {
  static let terms = ["idiot", "till", "ill", "lil", "dodo", "total", "odd", "ass", "bag"]
  static let alphabet = Array("iidoottlla10!|74@$58xgbs*  ")
  static let separated = Array("idotl10.")

  @Test(arguments: seeds) func `what is found can be read so`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let text = Self.text(of: Bool.random(using: &generator) ? Self.alphabet : Self.separated, &generator)
      for term in Self.terms {
        let reading = SlowReading(term: Array(term))
        for place in try Self.places(of: term, in: text) {
          #expect(reading.reads(Array(text[place])), "seed \(seed): \(term) in \(String(text)) at \(place)")
        }
      }
    }
  }

  @Test(arguments: seeds) func `what can be read so is found`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let text = Self.text(of: Self.alphabet, &generator)
      for term in Self.terms {
        let found = try Self.places(of: term, in: text)
        for place in SlowReading(term: Array(term)).places(in: text) {
          #expect(found.contains { $0.overlaps(place) }, "seed \(seed): \(term) in \(String(text)) at \(place)")
        }
      }
    }
  }

  @Test(arguments: seeds) func `a term in a random disguise is found`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let term = Self.terms.randomElement(using: &generator) ?? "idiot"
      let disguise = Self.disguise(of: term, &generator)
      guard SlowReading(term: Array(term)).reads(Array(disguise)) else { continue }
      let text = Array("so, \(disguise) it was")
      let found = try Self.places(of: term, in: text)
      #expect(found.contains { $0.overlaps(4..<4 + disguise.count) }, "seed \(seed): \(term) as \(disguise)")
    }
  }

  private static func places(of term: String, in text: [Character]) throws -> [Range<Int>] {
    let set = TermSet(terms: [try Phrase(term)], disguises: true)
    return set.occurrences(in: WrittenText(String(text))).map(\.range)
  }

  private static func text(of alphabet: [Character], _ generator: inout SeededGenerator) -> [Character] {
    (0..<Int.random(in: 1...14, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? " " }
  }

  /// Stand-ins here and there, some letters repeated, perhaps a separator.
  private static func disguise(of term: String, _ generator: inout SeededGenerator) -> String {
    var letters: [String] = []
    for letter in term {
      let readings = alphabet.filter { SlowReading.meets($0, letter) }
      let count = Int.random(in: 0..<4, using: &generator) == 0 ? 3 : 1
      letters += (0..<count).map { _ in String(readings.randomElement(using: &generator) ?? letter) }
    }
    return letters.joined(separator: ["", "", ".", "-", "_", " "].randomElement(using: &generator) ?? "")
  }
}
