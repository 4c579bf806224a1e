import DecisionModel
import FeedWatching
import Foundation
import TestSupport
import Testing

@Suite("Hostile feeds") struct HostileFeedTests {
  private static let pieces = [
    "<", ">", "&", ";", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>", "<!DOCTYPE", "&#", "&#x110000;", "&#0;", "&amp;",
    "\"", "'", "</", "<item>", "</item>", "<entry>", "</entry>", "<title type=\"html\">", "<script>", "\u{0}", "\u{1B}",
    "xmlns=\"\"", "xmlns:a=\"b\"", "\u{FEFF}", "é", "99999999999999999999", "Tue, ", "+9999", "https://", "url?q=",
  ]

  /// Whatever is done to a feed, something is read of it or it is refused, and what is read keeps its bounds.
  @Test func `no feed ends the reader`() throws {
    let seed = propertySeed("no feed ends the reader")
    var generator = SeededGenerator(seed: seed)
    let feeds = try ["alerts.atom", "paper.rss", "journal.rdf"].map(feedFile)
    var read = 0
    for _ in 0..<1500 {
      var bytes = feeds[Int.random(in: 0..<feeds.count, using: &generator)]
      for _ in 0..<Int.random(in: 1...6, using: &generator) { mutate(&bytes, &generator) }
      guard let feed = try? readFeed(bytes) else { continue }
      read += 1
      for entry in feed.entries {
        #expect(!entry.id.isEmpty && entry.title.count <= 2048 && entry.summary.count <= 65_536)
        for text in [entry.title, entry.summary, entry.link, entry.author] {
          #expect(String(validating: text, as: UTF8.self) != nil, "seed \(seed)")
        }
      }
    }
    #expect(read > 300, "seed \(seed)")
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &generator)))
    case 2: bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator)?.utf8.map { $0 } ?? [], at: place)
    default:
      let end = min(bytes.count, place + Int.random(in: 1...200, using: &generator))
      bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
    }
  }

  /// Foundation's parser ends the process here.
  @Test func `an instruction that says nothing is passed over`() throws {
    #expect(
      try readFeed(Array("<?x?><?y?>".utf8) + atomFeed(["<?x?>", atomEntry("1", "a<?x?>b")])).entries.first?.title.text
        == "ab")
  }

  @Test func `references of HTML that XML does not know are kept for it`() throws {
    let entry = "<item><guid>1</guid><title>caf&eacute; &nosuch; &amp;amp; &#233; AT&T</title></item>"
    let feed = try readFeed(Array("<rss><channel>\(entry)</channel></rss>".utf8))
    #expect(feed.entries.first?.title.text == "café &nosuch; & é AT&T")
  }

  /// Time in proportion to the text: a quadratic walk over a megabyte would take hours.
  @Test(arguments: ["<a ", "<!--", "&", "&#x", "<script>", "</script", "<a title=\"", "&lt;b", "]]>", "\u{A0}", "<p>"])
  func `no text of HTML keeps the reader long`(_ piece: String) throws {
    let text = String(repeating: piece, count: 500_000 / piece.utf8.count)
    let escaped = text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;")
    let entry = "<entry><id>1</id><title>t</title><content type=\"html\">\(escaped)</content></entry>"
    #expect(try readFeed(atomFeed([entry])).entries.count == 1)
  }

  @Test func `hidden text stays hidden, and signs that are no tags stay`() throws {
    let text = "a &lt;style&gt;p{}&lt;/style&gt;b 1 &lt; 2 &amp;amp;&amp;eacute; &amp;nosuch; &amp;#8364;"
    let entry = "<entry><id>1</id><title type=\"html\">\(text)</title></entry>"
    #expect(try readFeed(atomFeed([entry])).entries.first?.title.text == "a b 1 < 2 &é &nosuch; €")
  }
}
