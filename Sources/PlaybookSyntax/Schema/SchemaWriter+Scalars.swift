import DecisionModel

extension SchemaWriter {
  func scalar(_ kind: ScalarKind) -> [JSONMember] {
    switch kind {
    case .choice(let words): [JSONMember("enum", .array(words.map { .text($0) }))]
    case .yesNo: yesNo
    case .wholeNumber: dialect == .playbook ? numberOrText : [type("integer"), JSONMember("minimum", .number(0))]
    case .number: dialect == .playbook ? numberOrText : [type("number")]
    case .languageVersion: [JSONMember("const", .number(1))]
    case .definition(let namespace): text(matching: namespace == .practice ? nil : pattern(of: NameStyle(namespace)))
    case .length, .duration:
      dialect == .playbook
        ? text(matching: lengthPattern) : [JSONMember("type", .array([.text("number"), .text("string")]))]
    case .actionLength, .expectedTime: scalarText
    case .date: text(matching: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    case .version, .line, .prose, .comment, .wording, .phrase, .regularExpression, .opaque: scalarText
    default: [type("string")]
    }
  }

  /// What a TEST of a number is in JSON's eyes.
  var test: JSONValue {
    let one: JSONValue = .object([JSONMember("type", .array([.text("number"), .text("string")]))])
    return .object([
      JSONMember(
        "anyOf", .array([one, .object([type("array"), JSONMember("items", one), JSONMember("minItems", .number(1))])]))
    ])
  }

  private var yesNo: [JSONMember] {
    dialect == .playbook
      ? [JSONMember("enum", .array([.text("yes"), .text("no"), .bool(true), .bool(false)]))] : [type("boolean")]
  }

  /// Editors read `10` as a number and `10k` as a text; the language reads both.
  private var numberOrText: [JSONMember] { [JSONMember("type", .array([.text("number"), .text("string")]))] }

  /// A text may look like a number, or like yes or no, to an editor.
  private var scalarText: [JSONMember] {
    dialect == .playbook
      ? [JSONMember("type", .array([.text("string"), .text("number"), .text("boolean")]))] : [type("string")]
  }

  private var lengthPattern: String {
    "^[0-9][0-9.,k]* (working (minute|hour|day)|second|minute|hour|day|week|month|year)s?$"
  }

  private func pattern(of style: NameStyle) -> String? {
    switch style {
    case .kebab: "^[a-z0-9]+(-[a-z0-9]+)*$"
    case .snake: "^[a-z0-9]+(_[a-z0-9]+)*$"
    case .dottedSnake: "^[a-z0-9]+([._][a-z0-9]+)*$"
    case .kebabOrSnake: "^[a-z0-9]+([-_][a-z0-9]+)*$"
    case .free: nil
    }
  }

  private func text(matching pattern: String?) -> [JSONMember] {
    [type("string")] + (pattern.map { [JSONMember("pattern", .text($0))] } ?? [])
  }

  private func type(_ name: String) -> JSONMember { JSONMember("type", .text(name)) }
}
