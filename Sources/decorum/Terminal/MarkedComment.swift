import CommentText
import DecisionModel
import Diagnostics

/// The comment with what was found in it marked: in colour, or between brackets where there are none.
struct MarkedComment {
  private let written: WrittenText
  private let ranges: [Range<Int>]
  private let style: ReportStyle

  init(_ comment: Comment, _ decision: Decision, _ style: ReportStyle) {
    written = WrittenText(utf8: comment.text)
    ranges = MarkedComment.joined(decision.because.flatMap(\.found).compactMap(\.hit?.range))
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

extension Found {
  /// Where it stands in the text.
  var hit: TextHit? {
    switch self {
    case .term(_, _, let hit), .phrase(_, let hit), .expression(_, let hit), .link(_, let hit): hit
    case .fact, .measure: nil
    }
  }
}
