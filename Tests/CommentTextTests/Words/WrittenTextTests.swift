import CommentText
import Testing

@Suite struct WrittenTextTests {
  @Test func `a text of the greatest length is whole`() {
    let text = WrittenText(utf8: Array(repeating: UInt8(ascii: "a"), count: WrittenText.longest))
    #expect(!text.wasCut)
    #expect(text.scalars.count == 65_536)
  }

  @Test(arguments: [(0, 65_536), (1, 65_533), (2, 65_534), (3, 65_535)])
  func `a longer text is cut at the last whole character`(lead: Int, kept: Int) {
    let letters = Array(repeating: UInt8(ascii: "a"), count: lead)
    let text = WrittenText(utf8: letters + Array(repeatElement(Array("😀".utf8), count: 16_385).joined()))
    #expect(text.wasCut)
    #expect(text.excerpt(0..<text.scalars.count).count == kept)
    #expect(text.scalars.last == 0x1F600)
  }

  @Test func `what is beyond the cut is not found`() throws {
    let text = WrittenText(String(repeating: "a ", count: 32_768) + "idiot")
    #expect(text.wasCut)
    #expect(text.occurrences(of: try Phrase("idiot")).isEmpty)
    #expect(text.measures.length == 65_536)
  }

  /// Bytes, and the scalars that Unicode 3.9 makes of them.
  static let illFormed: [([UInt8], [UInt32])] = [
    ([0xFF], [0xFFFD]), ([0x80, 0x80], [0xFFFD, 0xFFFD]), ([0xC0, 0xAF], [0xFFFD, 0xFFFD]),
    ([0xED, 0xA0, 0x80], [0xFFFD, 0xFFFD, 0xFFFD]), ([0xE2, 0x82], [0xFFFD]), ([0xE2, 0x82, 0x41], [0xFFFD, 0x41]),
    ([0xF0, 0x9F, 0x98, 0x41], [0xFFFD, 0x41]), ([0xF4, 0x90, 0x80, 0x80], [0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD]),
    ([0xEF, 0xBF, 0xBD], [0xFFFD]), ([0x00], [0]), ([], []),
  ]

  @Test(arguments: illFormed) func `ill-formed bytes become U+FFFD`(bytes: [UInt8], scalars: [UInt32]) {
    #expect(WrittenText(utf8: bytes).scalars == scalars)
  }

  @Test func `an excerpt is of the text as written`() {
    let text = WrittenText("a É 😀")
    #expect(text.excerpt(2..<5) == Array("É 😀".utf8))
    #expect(text.excerpt(4..<99) == Array("😀".utf8))
    #expect(text.excerpt(98..<99).isEmpty)
  }
}
