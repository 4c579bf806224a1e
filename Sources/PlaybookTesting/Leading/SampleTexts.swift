import DecisionModel

/// Texts made to measure: such as hold a term, or have so many of something.
enum SampleText {
  /// A text in which a term is found: a `*` for any word is a word, one at the end or the beginning of a word is nothing.
  static func holding(_ term: String) -> String {
    term.split(separator: " ").map { word in
      word == "*" ? "it" : word.filter { $0 != "*" }
    }.joined(separator: " ")
  }

  /// A text of which so much is measured; nil where there is none.
  static func with(_ measure: Measure, _ value: Double) -> String? {
    guard value >= 0, value <= 4000 else { return nil }
    if measure == .capitals {
      let capitals = Int((value * Double(letters)).rounded(.up))
      return capitals > letters ? nil : sentence(capitals: capitals)
    }
    let count = Int(value)
    return switch measure {
    case .length: String(repeating: "well ", count: count / 5) + "well ".prefix(count % 5)
    case .words: Array(repeating: "well", count: count).joined(separator: " ")
    case .exclamations: "Well" + String(repeating: "!", count: count)
    case .questions: "Well" + String(repeating: "?", count: count)
    case .links: Array(repeating: "https://example.org/page", count: count).joined(separator: " ")
    case .mentions: Array(repeating: "@sam", count: count).joined(separator: " ")
    case .hashtags: Array(repeating: "#day", count: count).joined(separator: " ")
    case .emoji: String(repeating: "🙂", count: count)
    case .longestRun: "w" + String(repeating: "o", count: count) + "w"
    case .capitals: nil
    }
  }

  private static let words = "well now this is too good"
  private static let letters = words.count(where: { $0 != " " })

  /// A sentence of which the first letters are capitals.
  private static func sentence(capitals: Int) -> String {
    var left = capitals
    return words.map { letter in
      guard letter != " ", left > 0 else { return String(letter) }
      left -= 1
      return letter.uppercased()
    }.joined()
  }
}
