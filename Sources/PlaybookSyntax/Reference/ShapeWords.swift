// What a key expects, as a table says it: in the words of the findings, with links to other tables.

extension Shape {
  func words(in family: FormFamily) -> String {
    switch self {
    case .scalar(.length(working: true)): "a length of time such as `2 hours` or `1 working day`"
    case .scalar(.referenceOrNone(let namespace)): "\(ScalarKind.reference(namespace).expectation), or `none`"
    case .scalar(let kind): kind.expectation
    case .list(let item): "a list, each item \(item.words(in: family))"
    case .oneOrMany(let item): "\(item.words(in: family)), or a list of such"
    case .form(let form): family.link(to: form)
    case .entries(let keys, let values): "\(keys.byName) \(values.words(in: family))"
    case .either(let shapes): shapes.map { $0.words(in: family) }.joined(separator: ", or ")
    case .condition: Self.conditionLink
    case .clause(let form): "\(Self.conditionLink), or \(family.link(to: form))"
    case .numberTest: expectation
    case .givenFacts: "by the name of a fact: its value"
    }
  }

  private static let conditionLink = ReferenceTable.link("a condition", to: ReferenceTable.conditionKeysName)
}

extension ScalarKind {
  /// How a mapping from names begins.
  fileprivate var byName: String {
    switch self {
    case .definition: "by the name that you give:"
    case .reference(let namespace): "by the name of \(namespace.withArticle):"
    case .phrase: "by the term:"
    default: "by name:"
    }
  }
}
