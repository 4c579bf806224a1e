import DecisionModel
import PlaybookModel

/// Which escalations a comment of each category may meet, as far as their conditions speak of categories.
struct Consequences {
  /// The escalations that may hold for a category and cannot hold for every one, by the category's name.
  private var own: [[UInt8]: [Escalation]] = [:]
  /// Whether there are others, that may hold whatever the category.
  private(set) var hasGeneral = false

  init(_ playbook: Playbook) {
    let signals = Dictionary(playbook.signals.map { (Array($0.definition.name.utf8), $0) }) { first, _ in first }
    let categories = playbook.activeCategories
    for escalation in playbook.activeEscalations {
      let possible = categories.filter {
        CategoryReading(category: $0.definition.name, signals: signals).value(of: escalation.clause) != false
      }
      if possible.count == categories.count {
        hasGeneral = true
      } else {
        for category in possible { own[Array(category.definition.name.utf8), default: []].append(escalation) }
      }
    }
  }

  func escalations(of category: Category) -> [Escalation] { own[Array(category.definition.name.utf8)] ?? [] }
}

extension Arrangement {
  /// What a comment of a category may lead to beyond what is done at once.
  func whatMayFollow(_ category: Category, _ consequences: Consequences) -> [Block] {
    let items = [rungs(for: category), escalations(of: category, consequences)].compactMap { $0 }
    if items.isEmpty { return [] }
    return [
      .paragraph(.strong("What may follow:")), .list(.init(isOrdered: false, items: items.map { [.paragraph($0)] })),
    ]
  }

  /// "On *Warn, then block*: Watch at 1 strike, Warn at 2 strikes or Block at 3 strikes."
  private func rungs(for category: Category) -> Prose? {
    guard let ladder = playbook.ladders.first(where: { $0.definition.isNamed(category.ladder) }) else { return nil }
    let rungs = ladder.rungs.map { rung -> Prose in
      "\(.link(Prose(rung.definition.label), to: titles.anchor(of: rung, on: ladder))) \(reached(rung.strikes))"
    }
    if rungs.isEmpty { return nil }
    return "On \(titles.link(.ladder, ladder.definition.name)): \(rungs.joined(with: "or"))."
  }

  private func escalations(of category: Category, _ consequences: Consequences) -> Prose? {
    let links = consequences.escalations(of: category).map { titles.link(.escalation, $0.definition.name) }
    let general: Prose = .link("whatever the category", to: Anchor("at-a-glance.escalations"))
    if !consequences.hasGeneral { return links.isEmpty ? nil : "An escalation: \(links.joined(with: "or"))." }
    if links.isEmpty { return "An escalation that counts \(general)." }
    return "An escalation: \(links.joined(separator: ", ")), or one that counts \(general)."
  }
}

/// What a condition comes to where only the category is known: true, false, or nil.
private struct CategoryReading {
  let category: String
  let signals: [[UInt8]: Signal]
  /// How deep signals are followed that stand on others.
  var depth = 8

  func value(of clause: Clause) -> Bool? {
    let exception = clause.unless.map(value) ?? false
    if exception == true { return false }
    let value = value(of: clause.when)
    return value == true && exception == nil ? nil : value
  }

  private func value(of condition: Condition) -> Bool? {
    switch condition {
    case .category(let names): names.includes(category)
    case .all(let conditions): all(conditions.map(value))
    case .any(let conditions): any(conditions.map(value))
    case .none(let conditions): any(conditions.map(value)).map { !$0 }
    case .not(let inner): value(of: inner).map { !$0 }
    case .signal(let name): signal(name)
    default: nil
    }
  }

  private func all(_ values: [Bool?]) -> Bool? {
    if values.contains(false) { return false }
    return values.contains(nil) ? nil : true
  }

  private func any(_ values: [Bool?]) -> Bool? {
    if values.contains(true) { return true }
    return values.contains(nil) ? nil : false
  }

  private func signal(_ name: String) -> Bool? {
    guard depth > 0, let signal = signals[Array(name.utf8)] else { return nil }
    var deeper = self
    deeper.depth -= 1
    return deeper.value(of: signal.clause)
  }
}
