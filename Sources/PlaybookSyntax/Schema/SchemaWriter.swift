public import DecisionModel

// JSON Schemas (2020-12), made from the table of keys.

/// The schema of a playbook.
public func playbookSchema() -> JSONValue {
  SchemaWriter(dialect: .playbook).document(.extendingPlaybook, id: "playbook", title: "A Decorum playbook, version 1")
}

/// The schema of a comment, as `decorum decide --ndjson` reads it.
public func commentSchema() -> JSONValue {
  SchemaWriter(dialect: .comment).document(.comment, id: "comment", title: "A comment that Decorum decides")
}

/// The schema of a decision, as `decorum decide --json` writes it.
public func decisionSchema() -> JSONValue {
  SchemaWriter(dialect: .decision).document(.decision, id: "decision", title: "A decision of Decorum, version 1")
}

/// The schema of a draft, as `decorum review` reads it.
public func draftSchema() -> JSONValue {
  SchemaWriter(dialect: .comment).document(.draft, id: "draft", title: "A reply that Decorum reviews")
}

/// The schema of a review, as `decorum review --json` writes it.
public func reviewSchema() -> JSONValue {
  SchemaWriter(dialect: .decision).document(.review, id: "review", title: "A review of Decorum, version 1")
}

/// Turns shapes into schemas. What a scalar is in JSON depends on who writes it: a person, or a program.
struct SchemaWriter {
  enum Dialect {
    /// YAML that a person writes: `yes`, `10k`, `60 minutes`.
    case playbook
    /// JSON that a program writes: `true`, `10000`, seconds.
    case comment
    case decision
  }

  let dialect: Dialect

  func document(_ form: Form, id: String, title: String) -> JSONValue {
    let head: [JSONMember] = [
      JSONMember("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      JSONMember("$id", .text("urn:decorum:schema:v1:\(id)")),
      JSONMember("title", .text(title)),
    ]
    let definitions = dialect == .playbook ? [JSONMember("$defs", .object([JSONMember("condition", condition)]))] : []
    return .object(head + members(of: form) + definitions)
  }

  // MARK: Collections

  func schema(of shape: Shape) -> JSONValue {
    switch shape {
    case .scalar(let kind): .object(scalar(kind))
    case .list(let item): list(of: schema(of: item))
    case .oneOrMany(let item): anyOf([schema(of: item), list(of: schema(of: item))])
    case .form(let form): .object(members(of: form))
    case .entries(_, let values): map(to: schema(of: values))
    case .either(let shapes): anyOf(shapes.map(schema))
    case .condition: .object([JSONMember("$ref", .text("#/$defs/condition"))])
    case .clause(let form): anyOf([schema(of: .condition), .object(members(of: form))])
    case .numberTest: test
    case .givenFacts: map(to: .bool(true))
    }
  }

  private func members(of form: Form) -> [JSONMember] {
    let properties = form.keys.map { key in
      JSONMember(key.name, described(schema(of: key.shape), key.meaning))
    }
    let required = form.keys.filter(\.isRequired).map { JSONValue.text($0.name) }
    // Ladders stand in a history under names of their own.
    let others: JSONValue =
      form.title == Form.history.title ? schema(of: Form.ladderHistory) : .bool(dialect == .comment)
    return [JSONMember("type", .text("object")), JSONMember("properties", .object(properties))]
      + (required.isEmpty ? [] : [JSONMember("required", .array(required))])
      + [JSONMember("additionalProperties", others)]
  }

  /// A key of a condition, or a fact: declared ones have names that no schema knows.
  private var condition: JSONValue {
    let keys = ConditionKey.all.map { JSONMember($0.name, described(schema(of: $0.shape), $0.meaning)) }
    let facts = BuiltInFact.all.map { JSONMember($0.name, described(.object([]), $0.about)) }
    let mapping: JSONValue = .object([
      JSONMember("type", .text("object")), JSONMember("minProperties", .number(1)),
      JSONMember("properties", .object(keys + facts)),
      JSONMember("propertyNames", .object([JSONMember("pattern", .text("^[a-z][a-z0-9_.-]*$"))])),
    ])
    return anyOf([mapping, list(of: .object([JSONMember("$ref", .text("#/$defs/condition"))]))])
  }

  private func list(of items: JSONValue) -> JSONValue {
    .object(
      [JSONMember("type", .text("array")), JSONMember("items", items)]
        + (dialect == .playbook ? [JSONMember("minItems", .number(1))] : []))
  }

  private func map(to values: JSONValue) -> JSONValue {
    .object([JSONMember("type", .text("object")), JSONMember("additionalProperties", values)])
  }

  private func anyOf(_ schemas: [JSONValue]) -> JSONValue {
    schemas.count == 1 ? schemas[0] : .object([JSONMember("anyOf", .array(schemas))])
  }

  private func described(_ schema: JSONValue, _ meaning: String) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    return .object([JSONMember("description", .text(meaning))] + members)
  }
}
