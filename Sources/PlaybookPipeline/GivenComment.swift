public import DecisionModel
import PlaybookSyntax

/// A comment as a person gives it on a command line: the text, and what is known beside it in the words of the language.
public struct GivenComment: Sendable {
  public var text: String
  public var author: String?
  public var channel: String?
  /// `author.followers=12000`
  public var facts: [String] = []
  /// `conduct=1`
  public var history: [String] = []
  /// The modes that are on.
  public var modes: [String] = []

  public init(text: String) { self.text = text }

  /// The comment as the engine reads it.
  ///
  /// - Throws: a sentence, where a fact or a ladder is unknown or a value is not what its fact expects.
  public func json(for program: DecisionProgram) throws(CommentProblem) -> JSONValue {
    var groups: [String: [JSONMember]] = [:]
    var members = [JSONMember("text", .text(text))]
    if let channel { members.append(JSONMember("channel", .text(channel))) }
    if let author { groups["author", default: []].append(JSONMember("id", .text(author))) }
    for fact in facts { try add(fact, to: &groups, program) }
    var modes: [JSONValue] = []
    for name in self.modes { modes.append(try mode(name, program)) }
    if !modes.isEmpty { members.append(JSONMember("modes", .array(modes))) }
    for entry in history { try addHistory(entry, to: &groups, program) }
    members += groups.sorted { $0.key < $1.key }.map { JSONMember($0.key, .object($0.value)) }
    return .object(members)
  }

  private func add(_ fact: String, to groups: inout [String: [JSONMember]], _ program: DecisionProgram)
    throws(CommentProblem)
  {
    let (name, text) = try pair(fact, example: "author.followers=12000")
    guard let definition = program.facts.first(where: { $0.name == name }) else {
      let meant = nearest(to: name, among: program.facts.map(\.name)).map { ": write `\($0)`" } ?? ""
      throw CommentProblem("there is no fact `\(name)`\(meant)")
    }
    guard let value = JSONValue(text, as: definition.type) else {
      throw CommentProblem("`\(text)` is not what the fact `\(name)` expects: \(definition.type.example)")
    }
    let (group, key) = BuiltInFact.place(of: name)
    groups[group, default: []].append(JSONMember(key, value))
  }

  private func addHistory(
    _ entry: String, to groups: inout [String: [JSONMember]], _ program: DecisionProgram
  ) throws(CommentProblem) {
    let (name, text) = try pair(entry, example: "conduct=1")
    guard program.ladders.contains(where: { $0.name == name }) else {
      let known = program.ladders.map { "`\($0.name)`" }.joined(separator: ", ")
      throw CommentProblem("there is no ladder `\(name)`; the playbook has \(known.isEmpty ? "none" : known)")
    }
    guard let strikes = readNumber(text) else { throw CommentProblem("`\(text)` is no number of strikes") }
    groups["history", default: []].append(JSONMember(name, .number(strikes)))
  }

  private func mode(_ name: String, _ program: DecisionProgram) throws(CommentProblem) -> JSONValue {
    guard program.modes.contains(name) else {
      let known = program.modes.map { "`\($0)`" }.joined(separator: ", ")
      throw CommentProblem("there is no mode `\(name)`; the playbook has \(known.isEmpty ? "none" : known)")
    }
    return .text(name)
  }

  private func pair(_ text: String, example: String) throws(CommentProblem) -> (String, String) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw CommentProblem("`\(text)` has no value: write it as `\(example)`")
    }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}

extension JSONValue {
  /// A value that a person wrote for a fact, in the words of the language: `12k`, `yes`, `3 days`.
  fileprivate init?(_ text: String, as type: FactType) {
    switch type {
    case .number:
      guard let number = readNumber(text) else { return nil }
      self = .number(number)
    case .yesNo:
      guard ["yes", "true", "no", "false"].contains(text) else { return nil }
      self = .bool(text == "yes" || text == "true")
    case .duration:
      guard let seconds = readLength(text)?.seconds else { return nil }
      self = .number(Double(seconds))
    case .words:
      self = .array(text.split(separator: ",").map { .text(String($0)) })
    case .instant:
      guard WrittenTime(text) != nil else { return nil }
      self = .text(text)
    case .word, .text, .identity:
      self = .text(text)
    }
  }
}

extension FactType {
  /// How a value of the type is written.
  fileprivate var example: String {
    switch self {
    case .number: "a number such as 12000 or 12k"
    case .yesNo: "yes or no"
    case .duration: "a length of time such as 3 days"
    case .instant: "a time such as 2026-12-01T10:00:00Z"
    case .word, .text, .identity: "a text"
    case .words: "words with commas between them"
    }
  }
}
