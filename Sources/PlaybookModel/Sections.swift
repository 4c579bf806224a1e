/// The numbers of the document's sections. They are fixed, so that a decision and a reader mean the same clause.
public enum Section: Int, CaseIterable, Sendable {
  case atAGlance = 1, teams, categories, responses, ladders, escalations, promises, standards, signs, facts, channels,
    tests, modes, glossary

  public var title: String {
    switch self {
    case .atAGlance: "At a glance"
    case .teams: "Teams"
    case .categories: "Categories"
    case .responses: "Responses"
    case .ladders: "Ladders"
    case .escalations: "Escalations"
    case .promises: "Promises"
    case .standards: "Standards of a reply"
    case .signs: "Signs and word lists"
    case .facts: "Facts"
    case .channels: "Channels"
    case .tests: "Tests"
    case .modes: "Modes"
    case .glossary: "Glossary"
    }
  }

  /// The number of the definition at an index: `3.1`.
  public func number(at index: Int) -> String { "\(rawValue).\(index + 1)" }
}
