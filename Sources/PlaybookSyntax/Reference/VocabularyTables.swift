import DecisionModel

// The words of the language that are no keys of forms: conditions, facts, actions, steps.

extension ReferenceTable {
  static let conditionKeysName = "condition keys"

  public static let ofVocabulary = [conditionKeys, builtInFacts, factTypes, builtInActions, builtInSteps]

  private static let conditionKeys = ReferenceTable(
    conditionKeysName, columns: ["key", "expects", "holds when"],
    rows: ConditionKey.all.map { key in
      ["`\(key.name)`", key.shape.words(in: .playbook), key.meaning + key.effect.note]
    })

  private static let builtInFacts = ReferenceTable(
    "built-in facts", columns: ["fact", "type", "meaning"],
    rows: BuiltInFact.all.map { ["`\($0.name)`", "`\($0.type.rawValue)`", $0.about] })

  private static let factTypes = ReferenceTable(
    "types of facts", columns: ["type", "its value", "its test"],
    rows: FactType.allCases.map { ["`\($0.rawValue)`", $0.value, $0.test] })

  private static let builtInActions = ReferenceTable(
    "built-in actions", columns: ["action", "kind", "the summary says"],
    rows: ActionDefinition.builtIn.map { ["`\($0.name)`", "`\($0.kind.rawValue)`", $0.title] })

  private static let builtInSteps = ReferenceTable(
    "built-in steps", columns: ["step"], rows: BuiltInStep.names.map { ["`\($0)`"] })
}

extension FactType {
  fileprivate var value: String {
    switch self {
    case .number: "`3`, `0.75`, `60%`, `10k`"
    case .yesNo: "`yes` or `no`"
    case .word: "one word, of a few that you know"
    case .words: "several such words"
    case .text: "free text"
    case .duration: "`90 days`"
    case .instant: "`2026-12-01 10:00`"
    case .identity: "opaque; built-in facts only"
    }
  }

  fileprivate var test: String {
    switch self {
    case .number: "`at least 3`, `between 2 and 5`, …"
    case .yesNo: "`yes` or `no`"
    case .word: "the word, or a list of words of which it is any"
    case .words: "a word that is among them, or a list of which any is"
    case .text: "the whole text, or `{says: …}`, `{uses: …}`, `{matches: …}`"
    case .duration: "`at least 90 days`, `less than 1 hour`, …"
    case .instant: "`before 2026-12-01`, `after …`, `between … and …`"
    case .identity: "the identity, or a list of which it is any"
    }
  }
}
