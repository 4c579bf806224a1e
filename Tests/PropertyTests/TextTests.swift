import DecisionModel
import Testing

/// What does not change the words of a comment does not change its decision.
@Suite struct TextTests {
  @Test func `a sentence that has nothing to do with it changes nothing`() throws {
    try everyCase("unrelated sentence", count: 300, make: { RandomCase(&$0, measures: false) }) { tried, _ in
      let engine = try engine(tried.playbook)
      for comment in tried.comments {
        var longer = comment
        longer.pieces.append("\n. Quite ordinary weather today, everybody says.")
        let found = difference(
          try engine.decide(comment).written(), try engine.decide(longer).written(), "decided otherwise: \(longer.line)"
        )
        if let found { return found }
      }
      return nil
    }
  }

  @Test func `capitals change nothing but the words as they stand there`() throws {
    try everyCase("capitals", count: 300, make: { RandomCase(&$0, measures: false) }) { tried, _ in
      let engine = try engine(tried.playbook)
      for comment in tried.comments {
        var loud = comment
        loud.pieces = comment.pieces.map(\.inCapitals)
        let found = difference(
          try engine.decide(comment).written(without: ["text", "summary"]),
          try engine.decide(loud).written(without: ["text", "summary"]), "decided otherwise: \(loud.line)")
        if let found { return found }
      }
      return nil
    }
  }

  @Test func `characters that cannot be seen change nothing but places`() throws {
    try everyCase("invisible characters", count: 300, make: { RandomCase(&$0, measures: false) }) { tried, dice in
      let engine = try engine(tried.playbook)
      for comment in tried.comments {
        var strewn = comment
        strewn.pieces = comment.pieces.map { $0.strewn(with: "\u{AD}", &dice) }
        let parts: Set<String> = ["text", "from", "to", "summary"]
        let found = difference(
          try engine.decide(comment).written(without: parts), try engine.decide(strewn).written(without: parts),
          "decided otherwise: \(strewn.line)")
        if let found { return found }
      }
      return nil
    }
  }
}

extension String {
  /// With the letters of ASCII in capitals, whose folding is one for one; links stay as they are.
  fileprivate var inCapitals: String {
    guard !contains("http") && !contains("www") else { return self }
    return String(decoding: utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
  }

  /// With a scalar between some of the letters of ASCII.
  fileprivate func strewn(with scalar: Unicode.Scalar, _ dice: inout Dice) -> String {
    guard utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return self }
    var strewn = String.UnicodeScalarView()
    for (index, letter) in unicodeScalars.enumerated() {
      if index > 0, dice.chance(30) { strewn.append(scalar) }
      strewn.append(letter)
    }
    return String(strewn)
  }
}
