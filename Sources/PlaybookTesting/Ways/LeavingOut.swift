import CommentText
import DecisionModel
import DecisionOracle

/// Takes out of a text what a condition finds in it, or counts.
struct LeavingOut {
  let program: DecisionProgram

  /// What stands in a text so often is left alone.
  private static let mostRounds = 64

  /// The changes of a comment after which a condition on its text finds nothing, or measures something else.
  func changes(of comment: JSONValue, against condition: Condition) -> [CommentChange] {
    guard let text = comment["text"]?.text, !text.isEmpty else { return [] }
    if case .measure(let measure, let test) = condition { return rewritten(text, measure, test) }
    return found(text, by: condition).map { [$0] } ?? []
  }

  /// Whatever a search finds is cut, until it finds no more.
  private func found(_ text: String, by condition: Condition) -> CommentChange? {
    guard let places = TextPlaces(of: condition, in: program) else { return nil }
    var rest = Array(text.utf8)
    var parts: [String] = []
    for _ in 0..<Self.mostRounds {
      let ranges = places.places(in: rest)
      guard !ranges.isEmpty else { return parts.isEmpty ? nil : .leaveOut(parts, leaving: Self.tidy(rest)) }
      let written = WrittenText(utf8: rest)
      for range in ranges {
        let part = String(decoding: written.excerpt(range), as: UTF8.self)
        if !parts.contains(where: { $0.utf8.elementsEqual(part.utf8) }) { parts.append(part) }
      }
      rest = written.without(ranges)
    }
    return nil
  }

  /// Single spaces where something was cut.
  private static func tidy(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).split(separator: " ").joined(separator: " ")
  }

  private func rewritten(_ text: String, _ measure: Measure, _ test: NumberTest) -> [CommentChange] {
    switch measure {
    case .exclamations: [.write(text.filter { $0 != "!" && $0 != "！" })]
    case .questions: [.write(text.filter { $0 != "?" && $0 != "？" })]
    case .capitals: [.write(text.lowercased()), .write(text.uppercased())]
    case .mentions: without("@", in: text)
    case .hashtags: without("#", in: text)
    case .links: without("http", in: text) + without("www.", in: text)
    case .words: cuts(test).map { .write(text.split(separator: " ").prefix($0).joined(separator: " ")) }
    case .length: cuts(test).map { .write(String(text.prefix($0))) }
    case .longestRun: [.write(Self.withoutRuns(text))]
    case .emoji: [.write(String(text.unicodeScalars.filter { !$0.properties.isEmojiPresentation }))]
    }
  }

  /// The words of the text without those that begin so.
  private func without(_ beginning: String, in text: String) -> [CommentChange] {
    let words = text.split(separator: " ")
    let left = words.filter { $0.lowercased().hasPrefix(beginning) }.map(String.init)
    guard !left.isEmpty else { return [] }
    let rest = words.filter { !$0.lowercased().hasPrefix(beginning) }.joined(separator: " ")
    return [.leaveOut(left, leaving: rest)]
  }

  /// Numbers beside the bounds of a test, down to which a text can be cut.
  private func cuts(_ test: NumberTest) -> [Int] {
    let numbers = test.bounds.filter { (0...Double(WrittenText.longest)).contains($0) }.map { Int($0) }
    return Set(numbers.flatMap { [$0, $0 - 1] }.filter { $0 > 0 }).sorted()
  }

  /// No character more than twice on end.
  private static func withoutRuns(_ text: String) -> String {
    var kept: [Character] = []
    for character in text where kept.suffix(2) != [character, character] { kept.append(character) }
    return String(kept)
  }
}

extension WrittenText {
  /// The text without some of its parts, in UTF-8.
  fileprivate func without(_ ranges: [Range<Int>]) -> [UInt8] {
    var rest: [UInt8] = []
    var place = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if place < range.lowerBound { rest += excerpt(place..<range.lowerBound) }
      place = max(place, range.upperBound)
    }
    return rest + excerpt(place..<scalars.count)
  }
}
