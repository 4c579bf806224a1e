import Testing

@testable import PlaybookCompiler

@Suite struct WordPlacesTests {
  @Test(arguments: [0, 1, 2, 15, 16, 17, 1000, 20_000])
  func `every word has a place of its own`(_ count: Int) {
    let words = (0..<count).map { number in Array("w\(number)".utf8) + Array(repeating: 0x78, count: number % 40) }
    let places = WordPlaces(words)
    #expect(Set(places.places).count == count)
    #expect(places.places.allSatisfy { $0 < 1 << (32 - places.shift) })
    #expect(places.displacements.count == 1 << (32 - places.bucketShift))
  }

  @Test func `words that begin and end alike have places of their own`() {
    let words = (0..<2_000).map { Array("internat\($0 * 7919)isations".utf8) }
    #expect(Set(WordPlaces(words).places).count == words.count)
  }

  @Test func `the same words have the same places`() {
    let words = (0..<500).map { Array("word\($0)".utf8) }
    #expect(WordPlaces(words).places == WordPlaces(words).places)
  }
}
