/// A comment's text as written, folded, split into words and measured.
///
/// All offsets are indices into ``scalars``, the text as written in Unicode scalars.
public struct WrittenText: Sendable {
  /// The longest text that is read, in bytes of UTF-8.
  public static let longest = 65_536
  /// The version of Unicode whose tables texts are read by.
  public static let unicodeVersion = FoldingTable.unicodeVersion

  /// Whether the text was longer than ``longest``; it is cut at the last whole character before that.
  public let wasCut: Bool
  /// The text as written. Ill-formed bytes are U+FFFD.
  public let scalars: [UInt32]
  /// What can be counted in the text as written.
  public let measures: TextMeasures
  /// Where links stand.
  let links: [Range<Int>]
  /// The text as it is compared, links masked, and quoted lines where they are ignored.
  let folded: FoldedText
  /// Its words, links left out.
  let words: [Word]

  /// Reads a text in UTF-8. Never fails: ill-formed bytes become U+FFFD, and what is beyond ``longest`` is cut off.
  public init(utf8: [UInt8], _ matching: TextMatching = TextMatching()) {
    let end = UTF8Text.cut(utf8, at: Self.longest)
    wasCut = end < utf8.count
    scalars = UTF8Text.scalars(of: utf8[..<end])
    links = Links.find(in: scalars)
    var folded = FoldedText(scalars, matching)
    if matching.ignoresQuotes { folded.maskQuotes() }
    folded.mask(links)
    self.folded = folded
    words = Words(of: folded.characters).list
    measures = TextMeasures(of: scalars, links: links, words: words.count)
  }

  /// Reads a text.
  public init(_ text: some StringProtocol, _ matching: TextMatching = TextMatching()) {
    self.init(utf8: Array(text.utf8), matching)
  }

  /// A part of the text as written, in UTF-8. What of `range` lies outside the text is left out.
  public func excerpt(_ range: Range<Int>) -> [UInt8] {
    UTF8Text.bytes(of: scalars[range.clamped(to: scalars.indices)])
  }
}
