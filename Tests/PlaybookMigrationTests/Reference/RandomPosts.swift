import TestSupport
import YAMLSyntax

@testable import PlaybookMigration

/// Posts made of the words that the rules of a configuration look for, and of comments that people wrote.
struct RandomPosts {
  private var dice: SeededGenerator
  private var words: [String] = []
  private let comments: [String]
  private let names: [String]

  init(_ rules: [AutoModeratorRule], comments: [String], seed: UInt64) {
    dice = SeededGenerator(seed: seed)
    self.comments = comments
    var names: [String] = []
    for entry in rules.flatMap(\.entries) {
      guard let key = SearchKey(entry.key) else { continue }
      for scalar in entry.value.values.scalars {
        for _ in 0..<(key.isRegex ? 3 : 1) {
          words.append(key.isRegex ? ExpressionSample(scalar.text, &dice).text : scalar.text)
        }
        if entry.group == .author { names.append(scalar.text) }
      }
    }
    self.names = names
    if words.isEmpty { words = ["nothing"] }
  }

  mutating func next() -> Post {
    var post = Post()
    post.type = ["comment", "comment", "text", "link"].randomElement(using: &dice) ?? "comment"
    post.body = post.type == "link" ? "" : text()
    if !post.isComment {
      post.title = text()
      post.domain = post.type == "link" ? host() : "self.community"
      post.url = post.type == "link" ? "https://\(post.domain)/\(word().split(separator: " ").first ?? "x")" : ""
      if Bool.random(using: &dice) { post.flair = word() }
    }
    post.parentTitle = post.isComment ? text() : ""
    if Int.random(in: 0..<4, using: &dice) == 0, let name = names.randomElement(using: &dice) { post.authorName = name }
    post.roles = Set(
      ["moderator", "contributor", "submitter"].filter { _ in Int.random(in: 0..<4, using: &dice) == 0 })
    post.ageInMinutes = Int.random(
      in: 0...([200, 20_000, 100_000, 2_000_000].randomElement(using: &dice) ?? 0), using: &dice)
    for kind in [
      "comment_karma", "post_karma", "combined_karma", "combined_subreddit_karma", "comment_subreddit_karma",
    ] {
      post.karma[kind] = Int.random(in: -100...([0, 20, 500].randomElement(using: &dice) ?? 0), using: &dice)
    }
    post.reports = Int.random(in: 0..<8, using: &dice)
    post.isEdited = Bool.random(using: &dice)
    post.isTopLevel = Bool.random(using: &dice)
    return post
  }

  private mutating func word() -> String { words.randomElement(using: &dice) ?? "" }

  private mutating func host() -> String {
    let word = word().lowercased()
    let isHost = word.contains(".") && !word.contains(" ")
    let under = Int.random(in: 0..<3, using: &dice) == 0 ? ["www.", "not", "a-"].randomElement(using: &dice) ?? "" : ""
    return isHost ? under + word : under + "imgur.com"
  }

  /// A text with some of the words at its start, end or middle, glued to others or not.
  private mutating func text() -> String {
    var parts = Int.random(in: 0..<3, using: &dice) == 0 ? [] : [comments.randomElement(using: &dice) ?? "well"]
    for _ in 0..<Int.random(in: 0...3, using: &dice) {
      let place = Int.random(in: 0...parts.count, using: &dice)
      let glue = ["", "", "", "x", ".", "-", "_", "'s", "\n", "9"].randomElement(using: &dice) ?? ""
      let word = Bool.random(using: &dice) ? word() : word().uppercased()
      parts.insert(Bool.random(using: &dice) ? glue + word : word + glue, at: place)
    }
    // Reddit takes away blanks at the ends of what people post.
    return parts.joined(separator: " ").trimmed
  }
}

/// A text that a simple expression finds, most of the time; what is not understood is left out.
struct ExpressionSample {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  private(set) var text = ""

  init(_ expression: String, _ dice: inout SeededGenerator) {
    scalars = Array(expression.unicodeScalars)
    text = String(alternatives(&dice).prefix(300))
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func alternatives(_ dice: inout SeededGenerator) -> String {
    var choices = [sequence(&dice)]
    while next == "|" {
      place += 1
      choices.append(sequence(&dice))
    }
    return choices.randomElement(using: &dice) ?? ""
  }

  private mutating func sequence(_ dice: inout SeededGenerator) -> String {
    var text = ""
    while let next, next != "|", next != ")" {
      let piece = atom(&dice)
      text += repeated(piece, &dice)
    }
    return text
  }

  private mutating func atom(_ dice: inout SeededGenerator) -> String {
    guard let scalar = next else { return "" }
    place += 1
    switch scalar {
    case "(": return group(&dice)
    case "[": return characterClass(&dice)
    case "\\": return escape()
    case "^", "$": return ""
    case ".": return "q"
    default: return String(Character(scalar))
    }
  }

  private mutating func group(_ dice: inout SeededGenerator) -> String {
    var isLookAround = false
    if next == "?" {
      while let next, ![":", "=", "!", ">", ")"].contains(next) { _ = (next, place += 1) }
      isLookAround = next == "!" || next == "="
      if next == ")" {
        place += 1
        return ""
      }
      place += 1
    }
    let inside = alternatives(&dice)
    if next == ")" { place += 1 }
    return isLookAround ? "" : inside
  }

  private mutating func characterClass(_ dice: inout SeededGenerator) -> String {
    var members: [String] = []
    let isInverted = next == "^"
    if isInverted { place += 1 }
    while let scalar = next, scalar != "]" || members.isEmpty {
      place += 1
      members.append(scalar == "\\" ? escape() : String(Character(scalar)))
    }
    place += 1
    return isInverted ? "z" : members.filter { !$0.isEmpty }.randomElement(using: &dice) ?? ""
  }

  private mutating func escape() -> String {
    guard let letter = next else { return "" }
    place += 1
    switch letter {
    case "w": return "k"
    case "d": return "7"
    case "s", "W": return " "
    case "b", "B", "A", "Z": return ""
    case "n": return "\n"
    default:
      return letter.properties.isAlphabetic || letter.properties.numericType != nil ? "" : String(Character(letter))
    }
  }

  private mutating func repeated(_ piece: String, _ dice: inout SeededGenerator) -> String {
    guard let sign = next else { return piece }
    var range = 1...1
    switch sign {
    case "*": range = 0...2
    case "?": range = 0...1
    case "+": range = 1...2
    case "{":
      let inside = scalars[place...].prefix { $0 != "}" }
      let counts = String(String.UnicodeScalarView(inside.dropFirst())).split(separator: ",").compactMap { Int($0) }
      guard let least = counts.first, least < 40 else { return piece }
      place += inside.count
      range = least...least
    default: return piece
    }
    place += 1
    if next == "?" { place += 1 }
    return String(repeating: piece, count: Int.random(in: range, using: &dice))
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
