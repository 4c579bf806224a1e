/// What the rules of a configuration need beside themselves: facts, actions and lists of words, each declared once.
struct Declarations {
  struct Fact {
    let name: String
    let type: String
    let about: String
  }

  struct Action {
    let name: String
    let title: String
    let kind: String
  }

  struct Lexicon {
    let name: String
    let about: String
    let terms: [String]
  }

  private(set) var facts: [Fact] = []
  private(set) var actions: [Action] = []
  private(set) var lexicons: [Lexicon] = []
  private var factNames: Set<String> = []
  private var names: Set<[UInt8]> = []
  private var actionNames: [[UInt8]: String] = [:]
  private var lexiconNames: [[UInt8]: String] = [:]
  private var expressionFacts: [[UInt8]: String] = [:]

  /// Declares a fact, unless the language has it already, and returns its name.
  mutating func fact(_ name: String, _ type: String, _ about: String) -> String {
    let isBuiltIn = name.hasPrefix("author.") || name.hasPrefix("post.")
    if !isBuiltIn && factNames.insert(name).inserted { facts.append(Fact(name: name, type: type, about: about)) }
    return name
  }

  /// Declares the fact that the caller gives where an expression is none of ours.
  mutating func fact(forExpression expression: String, in fields: String) -> String {
    let key = Array("\(fields): \(expression)".utf8)
    if let name = expressionFacts[key] { return name }
    let name = "reddit.expression_\(expressionFacts.count + 1)"
    expressionFacts[key] = name
    return fact(name, "yes_no", "Whether AutoModerator finds this in \(fields), which Decorum cannot: `\(expression)`")
  }

  /// Declares something to do that the language has no word for. What has the same title is the same.
  mutating func action(_ wanted: String, _ title: String, kind: String = "record") -> String {
    let key = Array("\(kind) \(title)".utf8)
    if let name = actionNames[key] { return name }
    let name = unused(Slug(wanted, joiner: "_", orElse: "act").text, joiner: "_")
    actionNames[key] = name
    actions.append(Action(name: name, title: title, kind: kind))
    return name
  }

  /// Declares a list of words. Where a rule before has the same, it is that one's.
  mutating func lexicon(_ terms: [String], for clause: String, _ about: String) -> String {
    let key = Array(terms.joined(separator: "\n").utf8)
    if let name = lexiconNames[key] { return name }
    let name = unused(clause + "-words", joiner: "-")
    lexiconNames[key] = name
    lexicons.append(Lexicon(name: name, about: about, terms: terms))
    return name
  }

  /// A name that nothing has yet, with a number where it is needed.
  mutating func unused(_ wanted: String, joiner: String) -> String {
    var name = wanted
    var count = 1
    while !names.insert(Array(name.utf8)).inserted {
      count += 1
      name = "\(wanted)\(joiner)\(count)"
    }
    return name
  }
}

/// A name of small letters and digits, made of what a person wrote.
struct Slug {
  let text: String

  /// - Parameter most: how many words it has at the most.
  init(_ written: String, joiner: String, most: Int = 6, orElse other: String) {
    let words = written.lowercased().utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
      .prefix(most).map { String(decoding: $0.prefix(24), as: UTF8.self) }
    text = words.isEmpty ? other : words.joined(separator: joiner)
  }
}
