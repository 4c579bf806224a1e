public import DecisionModel
public import YAMLSyntax

// What stands under a key, for whoever builds on a file whose form was read already. What is wrong is nil or left out
// here: the walk over the forms has reported it.

extension YAMLMapping {
  public func scalar(_ key: String) -> YAMLScalar? {
    guard case .scalar(let scalar) = self[key], !scalar.isAbsent else { return nil }
    return scalar
  }

  /// The text, without the line end that a block of text brings.
  public func text(_ key: String) -> String? { scalar(key)?.text.trimmedSpaces }

  public func mapping(_ key: String) -> YAMLMapping? { self[key]?.mapping }

  /// The items of a list; one thing alone is a list of itself.
  public func nodes(_ key: String) -> [YAMLNode] { self[key]?.items ?? [] }

  public func mappings(_ key: String) -> [YAMLMapping] { nodes(key).compactMap(\.mapping) }

  public func scalars(_ key: String) -> [YAMLScalar] { nodes(key).compactMap(\.scalar) }

  public func texts(_ key: String) -> [String] { scalars(key).map(\.text.trimmedSpaces) }

  public func entries(_ key: String) -> [Entry] { mapping(key)?.entries ?? [] }

  public func isYes(_ key: String) -> Bool { (try? scalar(key)?.yesNo()) ?? false }

  public func wholeNumber(_ key: String) -> Int? { try? scalar(key)?.wholeNumber() }

  public func allowance(_ key: String) -> Allowance? { try? scalar(key)?.length(working: true) }

  public func dates(_ key: String) -> [CalendarDate] { scalars(key).compactMap { try? $0.date() } }

  public func length(_ key: String) -> Length? { allowance(key)?.length }
}

extension YAMLNode {
  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = self { scalar } else { nil }
  }

  public var mapping: YAMLMapping? {
    if case .mapping(let mapping) = self { mapping } else { nil }
  }

  public var items: [YAMLNode] {
    if case .sequence(let sequence) = self { sequence.items } else { [self] }
  }
}
