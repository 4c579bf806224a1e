import CommentText
import Testing

/// A text in which the places that are to be found stand between `⟦` and `⟧`.
struct MarkedText {
  let text: WrittenText
  /// The places, in scalars of the text without the brackets, in order.
  let places: [Range<Int>]

  init(_ marked: String) {
    var scalars = String.UnicodeScalarView()
    var places: [Range<Int>] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = scalars.count
      case "⟧": places.append(start..<scalars.count)
      default: scalars.append(scalar)
      }
    }
    text = WrittenText(String(scalars))
    self.places = places
  }
}

extension WrittenText {
  /// The text with `⟦` and `⟧` around the places, as it is shown when a test fails.
  func marked(_ places: [Range<Int>]) -> String {
    var result = String.UnicodeScalarView()
    for index in 0...scalars.count {
      result.append(contentsOf: repeatElement("⟧", count: places.count { $0.upperBound == index }))
      result.append(contentsOf: repeatElement("⟦", count: places.count { $0.lowerBound == index }))
      if index < scalars.count { result.append(Unicode.Scalar(scalars[index]) ?? "\u{FFFD}") }
    }
    return String(result)
  }
}

/// One or more terms, separated by `;`, and a text with the places marked at which they are found.
struct SearchCase: CustomTestStringConvertible, Sendable {
  let terms: String
  let marked: String

  init(_ terms: String, _ marked: String) {
    self.terms = terms
    self.marked = marked
  }

  var testDescription: String { "\(terms) in \(marked)" }

  func phrases() throws -> [Phrase] {
    try terms.split(separator: ";").map { try Phrase($0) }
  }
}
