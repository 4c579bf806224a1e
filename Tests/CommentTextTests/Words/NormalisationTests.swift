import Foundation
import Testing

@testable import CommentText

@Suite struct NormalisationTests {
  static let forms: [(String, String)] = [
    ("Refund", "refund"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("ﬃ", "ffi"),
    ("ｆｕｌｌ", "full"), ("x²", "x2"), ("①", "1"), ("ⓘⓓ", "id"), ("𝐢𝐝", "id"), ("Ⅷ", "viii"), ("㎏", "kg"),
    ("e\u{301}", "\u{E9}"), ("\u{E9}", "\u{E9}"), ("a\u{301}\u{323}", "\u{1EA1}\u{301}"),
    ("\u{1112}\u{1161}\u{11AB}", "한"), ("하\u{11AB}", "한"), ("ﾊﾟ", "パ"), ("ｶﾞ", "ガ"),
    ("i\u{200B}d\u{AD}i\u{2060}o\u{FE0F}t\u{FEFF}", "idiot"), ("\u{202E}x\u{2066}", "x"), ("İ", "i\u{307}"),
    ("‘a’ “b” „c‟ «d»", "'a' \"b\" \"c\" \"d\""), ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"), ("a\u{A0}b", "a b"),
    ("", ""),
  ]

  @Test(arguments: forms) func `the normal form is NFKC_Casefold with plain quotes and dashes`(
    word: String, form: String
  ) {
    #expect(normalised(Array(word.utf8)) == Array(form.utf8))
  }

  /// The place of a hit is that of all it came from; what is invisible at its ends is left out.
  static let places: [SearchCase] = [
    .init("idiot", "⟦i\u{200B}d\u{200B}i\u{200B}o\u{200B}t⟧\u{200B}"), .init("office", "an ⟦oﬃce⟧ is"),
    .init("off*", "an ⟦oﬃce⟧ is"), .init("café", "a ⟦cafe\u{301}⟧!"), .init("한국", "⟦\u{1112}\u{1161}\u{11AB}국⟧"),
    .init("ạ\u{301}", "⟦a\u{301}\u{323}⟧!"), .init("kg", "5 ⟦㎏⟧"), .init("salam", "⟦salam⟧ ﷺ"),
  ]

  @Test(arguments: places) func `a hit stands where the text was written`(_ search: SearchCase) throws {
    let marked = MarkedText(search.marked)
    let found = marked.text.occurrences(of: try Phrase(search.terms))
    #expect(found == marked.places, "found \(marked.text.marked(found))")
  }

  @Test func `marks after the eighth on one base are passed over`() throws {
    let phrase = try Phrase("e" + String(repeating: "\u{334}", count: 8))
    #expect(!WrittenText("e" + String(repeating: "\u{334}", count: 8)).occurrences(of: phrase).isEmpty)
    #expect(!WrittenText("e" + String(repeating: "\u{334}", count: 5_000)).occurrences(of: phrase).isEmpty)
    #expect(WrittenText("e" + String(repeating: "\u{334}", count: 7)).occurrences(of: phrase).isEmpty)
  }

  static let unicodeTest = "/usr/share/unicode/NormalizationTest.txt.bz2"

  /// Each line holds one text in five forms: as it is, NFC, NFD, NFKC and NFKD. NFKC_Casefold makes one of all five; but
  /// not always where U+0345 stands among other marks, since that one becomes a letter before marks are put in order.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: unicodeTest), "Debian's unicode-data is absent"))
  func `Unicode's own normalisation test passes`() throws {
    var lines = 0
    var wrong: [String] = []
    for line in try Self.decompressed(Self.unicodeTest).split(separator: "\n")
    where line.first?.isHexDigit == true && !line.contains("0345") {
      let forms = line.split(separator: ";").prefix(5).map(Self.utf8)
      guard forms.count == 5 else { continue }
      lines += 1
      let normal = normalised(forms[0])
      if !forms.allSatisfy({ normalised($0) == normal }) { wrong.append(String(line)) }
    }
    #expect(lines > 18_000)
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
  }

  private static func utf8(_ scalars: Substring) -> [UInt8] {
    var text = String.UnicodeScalarView()
    text.append(
      contentsOf: scalars.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) })
    return Array(String(text).utf8)
  }

  private static func decompressed(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["bzip2", "-dc", path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test func `ASCII alone is folded as it is beside other characters`() {
    let ideograph: UInt32 = 0x4E00
    for first in UInt32(0)..<0x80 {
      for second in UInt32(0)..<0x80 {
        let (alone, beside) = (FoldedText([first, second]), FoldedText([first, second, ideograph]))
        #expect(alone.characters == beside.characters.dropLast(), "\(first) and \(second)")
        #expect(alone.written(0..<alone.characters.count) == beside.written(0..<alone.characters.count))
      }
    }
    #expect(FoldedText([0x41, 0x7A, 0x5B]).written(1..<2) == 1..<2)
  }
}
