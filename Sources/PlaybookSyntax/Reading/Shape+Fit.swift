import YAMLSyntax

extension Shape {
  /// Whether the shape is for a node of this sort: a scalar, a list or a mapping.
  func admits(_ node: YAMLNode) -> Bool {
    switch (self, node) {
    case (.scalar, .scalar), (.list, .sequence), (.form, .mapping), (.entries, .mapping), (.givenFacts, .mapping): true
    case (.condition, .sequence), (.condition, .mapping), (.clause, .sequence), (.clause, .mapping): true
    case (.numberTest, .scalar), (.numberTest, .sequence): true
    case (.oneOrMany(let item), _): node.isSequence || item.admits(node)
    case (.either(let shapes), _): shapes.contains { $0.admits(node) }
    default: false
    }
  }

  /// Whether items of the shape are running text, in which a comma belongs to the sentence.
  var isProse: Bool {
    switch self {
    case .scalar(.prose), .scalar(.comment), .scalar(.wording): true
    case .either(let shapes): shapes.contains(where: \.isProse)
    default: false
    }
  }

  /// What a message says should stand here.
  var expectation: String {
    switch self {
    case .scalar(let kind): kind.expectation
    case .list(let item): "a list, each item \(item.expectation)"
    case .oneOrMany(let item): "\(item.expectation), or a list of such"
    case .form(let form): form.expectation
    case .entries: "names, each with its value"
    case .either(let shapes): shapes.map(\.expectation).joined(separator: ", or ")
    case .condition, .clause: "a condition such as `{text.says: refund}`"
    case .numberTest: "a test such as `at least 5`"
    case .givenFacts: "facts, each with its value"
    }
  }
}

extension Form {
  /// `a level such as {team: …}`, where it has keys that it needs.
  fileprivate var expectation: String {
    let needed = keys.filter(\.isRequired).map { "\($0.name): …" }
    return needed.isEmpty
      ? "\(title), written as keys and values" : "\(title) such as `{\(needed.joined(separator: ", "))}`"
  }
}

extension ScalarKind {
  var expectation: String {
    switch self {
    case .line, .prose, .comment, .wording, .opaque: "a text"
    case .definition(let namespace): "the name of \(namespace.withArticle)"
    case .reference(let namespace), .referenceOrNone(let namespace): "the name of \(namespace.withArticle)"
    case .localName, .deed: "a name"
    case .choice(let words): words.asChoice
    case .yesNo: "`yes` or `no`"
    case .wholeNumber: "a whole number such as `3`"
    case .number: "a number such as `1.5`"
    case .languageVersion: "`1`"
    case .length: "a length of time such as `2 hours`"
    case .expectedTime: "a time such as `2026-12-01 10:00`, or a length from the post such as `60 minutes`"
    case .actionLength: "a length of time such as `7 days`"
    case .duration: "a length of time such as `3 days`"
    case .version: "a version such as `1.4.0`"
    case .date: "a day such as `2026-12-01`"
    case .instant: "a time such as `2026-12-01 10:00`"
    case .hours: "hours such as `Mon-Fri 09:00-17:00`"
    case .timeZone: "a time zone such as `Europe/London`"
    case .phrase: "a word or a phrase"
    case .regularExpression: "a regular expression"
    case .host: "a host such as `casino.example`"
    case .webAddress: "an address such as `https://alerts.example/feeds/1.atom`"
    case .path: "the path of a file"
    }
  }
}

extension YAMLNode {
  fileprivate var isSequence: Bool {
    if case .sequence = self { return true }
    return false
  }

  /// What a message calls the node.
  var sort: String {
    switch self {
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension Namespace {
  /// "a team", "an action".
  var withArticle: String { "aeiou".contains(rawValue.prefix(1)) ? "an \(rawValue)" : "a \(rawValue)" }
}

extension [String] {
  /// "`yes`, `no` or `maybe`"
  var asChoice: String {
    let quoted = map { "`\($0)`" }
    guard let last = quoted.last, count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
