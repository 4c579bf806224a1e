import CommentText

/// Many short texts in few long ones, each a sentence of its own, so that a list is looked for in all of them at once.
struct TextPages: Sendable {
  /// Where a term is found, and in which of the texts.
  struct Occurrence {
    let entry: Int
    let term: Int
    let isDisguised: Bool
    /// What stands there.
    let hit: [UInt8]
  }

  fileprivate struct Page {
    let text: WrittenText
    /// The place of the first entry, and where each begins in the text.
    let first: Int
    let starts: [Int]
  }

  let entries: [[UInt8]]
  private var pages: [Page] = []

  private static let sentenceEnd = Array(". ".utf8)

  init(_ entries: [[UInt8]], _ matching: TextMatching) {
    self.entries = entries
    var (bytes, starts, first, length): ([UInt8], [Int], Int, Int) = ([], [], 0, 0)
    for (place, entry) in entries.enumerated() {
      if !starts.isEmpty, bytes.count + entry.count + 2 > WrittenText.longest {
        pages.append(Page(text: WrittenText(utf8: bytes, matching), first: first, starts: starts))
        (bytes, starts, first, length) = ([], [], place, 0)
      }
      starts.append(length)
      bytes += entry + Self.sentenceEnd
      length += entry.count { $0 & 0xC0 != 0x80 } + Self.sentenceEnd.count
    }
    if !starts.isEmpty { pages.append(Page(text: WrittenText(utf8: bytes, matching), first: first, starts: starts)) }
  }

  /// Everything that a list finds, in the order of the texts.
  func occurrences(of search: ListSearch) -> [Occurrence] {
    pages.flatMap { page in
      search.occurrences(in: page.text).compactMap { occurrence -> Occurrence? in
        let entry = page.entry(at: occurrence.range.lowerBound)
        guard page.entry(at: occurrence.range.upperBound - 1) == entry else { return nil }
        return Occurrence(
          entry: page.first + entry, term: occurrence.term, isDisguised: occurrence.disguised,
          hit: page.text.excerpt(occurrence.range))
      }
    }
  }
}

extension TextPages.Page {
  fileprivate func entry(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
