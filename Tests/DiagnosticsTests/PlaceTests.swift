import Diagnostics
import Testing

@Suite struct PlaceTests {
  @Test(arguments: [
    ("a: b", 3, "1:4"),
    ("a\r\nb", 3, "2:1"),
    ("e\u{301}x", 3, "1:2"),
    ("👩‍🚒x", 11, "1:2"),
    ("\u{FEFF}ab", 4, "1:2"),
    ("\tx", 1, "1:2"),
  ])
  func `columns count characters as an editor does`(text: String, offset: Int, place: String) {
    let file = SourceFile(id: .init(0), name: "a.yaml", bytes: Array(text.utf8))
    #expect(file.place(of: offset).description == place)
  }
}
