import DecisionModel
import FeedWatching
import Testing

@Suite("Reading feeds") struct FeedReaderTests {
  @Test func `an alert is read with its real address and without its tags`() throws {
    let feed = try readFeed(try feedFile("alerts.atom"))
    #expect(feed.remarks == [])
    #expect(feed.title.text == "Google Alert - harbour coffee")
    let first = try #require(feed.entries.first)
    #expect(first.id.text == "tag:google.com,2013:googlealerts/feed:1001")
    #expect(first.title.text == "Harbour Coffee opens its third shop - Town Gazette")
    #expect(first.summary.text == "The owners said it's bigger than the other two. ...")
    #expect(first.link.text == "https://gazette.example/news/third-shop?id=7")
    #expect(first.author == [])
    #expect(first.published == Instant("2026-12-01T09:20:00Z"))
    let second = try #require(feed.entries.last)
    #expect(second.link.text == "https://blog.example/worst")
    #expect(second.author.text == "Zoë & Max")
    #expect(second.published == Instant("2026-12-01T09:15:00Z"))
  }

  @Test func `what is broken of a feed of RSS is said, and the rest is kept`() throws {
    let feed = try readFeed(try feedFile("paper.rss"))
    #expect(feed.title.text == "The Harbour Paper")
    #expect(feed.language.text == "en-gb")
    #expect(feed.entries.map(\.id.text) == ["paper-1", "https://paper.example/2", "https://paper.example/5"])
    let first = try #require(feed.entries.first)
    #expect(first.title.text == "Queues at Harbour Coffee & elsewhere")
    #expect(first.summary.text == "First. Second — \"half\" done.")
    #expect(first.author.text == "Ann Ames")
    #expect(first.language.text == "en-gb")
    #expect(first.published == Instant("2026-12-01T07:00:00Z"))
    #expect(feed.entries[1].published == Instant("2026-12-01T13:00:00Z"))
    #expect(feed.entries[2].link.text == "https://paper.example/5")
    #expect(
      feed.remarks == [
        "entry 3 has neither a name nor a link, by which it would be known when it comes again, and is left out",
        "entry 4 has neither a title nor a text, and is left out",
        "entry 5 has the name of an earlier one, and is left out",
        "entry 6 has a date that is not understood",
      ])
  }

  @Test func `RSS 1 is read`() throws {
    let feed = try readFeed(try feedFile("journal.rdf"))
    let entry = try #require(feed.entries.first)
    #expect(feed.entries.count == 1)
    #expect(entry.id.text == "https://journal.example/a")
    #expect(entry.summary.text == "Harbour coffee again.")
    #expect(entry.author.text == "Jo")
    #expect(entry.published == Instant("2026-11-30T23:00:00Z"))
  }

  @Test func `text of XHTML is read across its elements`() throws {
    let entry = """
      <entry><id>1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> &lt;b&gt;</div></title>
      <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>two</p></div></summary></entry>
      """
    let read = try #require(try readFeed(atomFeed([entry])).entries.first)
    #expect(read.title.text == "A bold <b>")
    #expect(read.summary.text == "One two")
  }

  // MARK: Refusals

  private static let bomb =
    "<!DOCTYPE lolz [<!ENTITY a \"ha\">"
    + (1...9).map { "<!ENTITY a\($0) \"" + String(repeating: "&a\($0 == 1 ? "" : String($0 - 1));", count: 10) + "\">" }
    .joined() + "]><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id><title>&a9;</title></entry></feed>"

  @Test(arguments: [
    (bomb, "document type"),
    ("<?xml version='1.0'?><!-- x --><!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss/>", "document type"),
    ("<!DOCTYPE html><html><body>log in</body></html>", "document type"),
    ("<html><body>log in</body></html>", "no feed"),
    ("{\"items\": []}", "no sound XML"),
    ("", "no sound XML"),
    ("<?xml version='1.0'?>", "no sound XML"),
    ("<feed><entry>", "no sound XML"),
    (String(repeating: "<feed>", count: 1000), "64 deep"),
    ("<?xml version='1.0' encoding='ebcdic'?><rss>\u{FFFD}</rss>", "encoding"),
  ]) func `what is no feed, or no safe one, is refused`(_ text: String, _ reason: String) {
    var bytes = Array(text.utf8)
    if reason == "encoding", let place = bytes.firstIndex(of: 0xEF) { bytes[place] = 0xFF }
    #expect { try readFeed(bytes) } throws: { "\($0)".contains(reason) }
  }

  @Test func `a document type is found in UTF-16 too`() {
    let text = "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE x><rss/>"
    let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect { try readFeed(bytes) } throws: { "\($0)".contains("document type") }
  }

  @Test func `a document type that stands further down resolves nothing`() throws {
    let late = atomFeed([atomEntry("1", "one"), "<!DOCTYPE x [<!ENTITY e 'boom'>]>", atomEntry("2", "&e;")])
    let feed = try readFeed(late)
    #expect(feed.entries.map(\.title.text) == ["one"])
    #expect(feed.remarks.count == 1)
  }

  @Test func `a feed beyond its bounds is cut, and that is said`() throws {
    let feed = try readFeed(atomFeed((1...10_000).map { atomEntry("\($0)", "title \($0)") }))
    #expect(feed.entries.count == 1000)
    #expect(feed.entries.last?.title.text == "title 1000")
    #expect(feed.remarks == ["it has more than 1000 entries: the first were read"])
    let long = try readFeed(atomFeed([atomEntry("1", String(repeating: "é", count: 100_000))]))
    #expect(long.entries.first?.title.count == 2048)
    #expect(throws: FeedProblem.self) {
      try readFeed(atomFeed([atomEntry("1", String(repeating: "x", count: 5 << 20))]))
    }
  }

  // MARK: Encodings

  private static let latin =
    Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>".utf8)
    + atomFeed([atomEntry("1", "caf#")]).map { $0 == UInt8(ascii: "#") ? 0xE9 : $0 }

  @Test(arguments: [
    (latin, "", "café", 0),
    (Array(latin.dropFirst(latin.count - 115)), "text/xml; charset=\"iso-8859-1\"", "café", 0),
    // The bytes are UTF-8, whatever is said of them.
    (atomFeed([atomEntry("1", "café")]), "application/xml; charset=iso-8859-1", "café", 0),
    (Array("<?xml version='1.0' encoding='windows-1252'?>".utf8) + atomFeed([atomEntry("1", "café")]), "", "café", 0),
    // They are none, though it is said.
    (
      Array("<?xml version='1.0' encoding='utf-8'?>".utf8)
        + atomFeed([atomEntry("1", "caf#")]).map { $0 == UInt8(ascii: "#") ? 0xE9 : $0 }, "", "caf\u{FFFD}", 1
    ),
    ([0xEF, 0xBB, 0xBF] + atomFeed([atomEntry("1", "café")]), "", "café", 0),
  ]) func `what stands there counts for more than what is said of it`(
    _ bytes: [UInt8], _ contentType: String, _ title: String, _ remarks: Int
  ) throws {
    let start = bytes.firstRange(of: Array("<".utf8))?.lowerBound ?? 0
    let feed = try readFeed(start > 3 ? Array(bytes[start...]) : bytes, contentType: Array(contentType.utf8))
    #expect(feed.entries.first?.title.text == title)
    #expect(feed.remarks.count == remarks)
  }

  @Test(arguments: [false, true]) func `UTF-16 is read in both orders`(bigEndian: Bool) throws {
    let text = atomFeed([atomEntry("1", "café ☕️")]).text
    let bytes = ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(try readFeed(bytes).entries.first?.title.text == "café ☕️")
  }
}
