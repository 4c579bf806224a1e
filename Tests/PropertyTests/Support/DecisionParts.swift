import DecisionModel

extension JSONValue {
  /// The value without the members of these names, however deep they stand.
  func without(_ names: Set<String>) -> JSONValue {
    switch self {
    case .array(let elements): .array(elements.map { $0.without(names) })
    case .object(let members):
      .object(
        members.filter { !names.contains($0.keyText) }.map { JSONMember(key: $0.key, value: $0.value.without(names)) })
    default: self
    }
  }
}

extension Decision {
  /// The decision as JSON without some of its parts, to be compared.
  func written(without names: Set<String> = []) throws -> String {
    try JSONValue(parsing: json).without(names.union(["digest", "at"])).written
  }
}

/// What differs between two texts, to be read by a person; nil where nothing does.
func difference(_ one: String, _ other: String, _ about: String) -> String? {
  one.utf8.elementsEqual(other.utf8) ? nil : "\(about):\n  \(one)\n  \(other)"
}
