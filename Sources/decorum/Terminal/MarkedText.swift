import CommentText
import DecisionModel
import Diagnostics

/// A comment or a draft with what was found in it marked: in colour, or between brackets where there are none.
struct MarkedText {
  private let written: WrittenText
  private let ranges: [Range<Int>]
  private let style: ReportStyle

  init(_ text: [UInt8], _ hits: [TextHit], _ style: ReportStyle) {
    written = WrittenText(utf8: text)
    ranges = MarkedText.joined(hits.map(\.range))
    self.style = style
  }

  var text: String {
    var shown = "  "
    var place = 0
    for range in ranges where range.upperBound <= written.scalars.count {
      shown += excerpt(place..<range.lowerBound)
      shown += style.hasColours ? style.mark(excerpt(range)) : "[\(excerpt(range))]"
      place = range.upperBound
    }
    return shown + excerpt(place..<written.scalars.count)
  }

  private func excerpt(_ range: Range<Int>) -> String {
    visible(String(decoding: written.excerpt(range), as: UTF8.self))
  }

  /// Ranges in the order of the text, those that meet made one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }
}
