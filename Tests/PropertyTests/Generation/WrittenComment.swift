import DecisionModel

extension RandomCase {
  /// A comment as a playbook writes it: lengths of time and yes or no in words, nothing that is empty, and no rung that the
  /// ladder does not have.
  func written(_ comment: RandomComment) -> Tree {
    var groups: [Tree.Entry] = []
    for fact in comment.facts {
      guard let value = written(fact.value, of: facts.first { $0.name == fact.name }?.type) else { continue }
      let parts = fact.name.split(separator: ".", maxSplits: 1).map(String.init)
      if parts[0] == "own" { groups.add(Tree.Entry(fact.name, value), to: "facts") }
      if parts[0] != "own" { groups.add(Tree.Entry(parts[1], value), to: parts[0]) }
    }
    for history in comment.histories {
      groups.add(Tree.Entry(history.ladder, standing(history.value, on: history.ladder)), to: "history")
    }
    for earlier in comment.earlier {
      let instants = earlier.value.array?.compactMap(\.text) ?? []
      if !instants.isEmpty { groups.add(Tree.Entry(earlier.history.rawValue, .texts(instants)), to: "history") }
    }
    if !comment.said.isEmpty {
      groups.add(.init("said", .mapping(comment.said.map { .init($0.clause, "\($0.index)") })), to: "history")
    }
    if !comment.brakes.isEmpty {
      groups.append(.init("brakes", .mapping(comment.brakes.map { .init($0.action, "\($0.count)") })))
    }
    if !comment.modes.isEmpty { groups.append(Tree.Entry("modes", .texts(comment.modes))) }
    return .mapping([.init("text", comment.text), .init("id", "c-1"), .init("now", comment.now)] + groups)
  }

  /// Seconds without a unit are for callers only.
  private func written(_ value: JSONValue, of type: FactType?) -> Tree? {
    switch value {
    case .number(let number): type == .duration ? nil : .scalar(NumberPrinter.text(of: number))
    case .bool(let isSo): .scalar(isSo ? "yes" : "no")
    case .array(let elements): elements.isEmpty ? nil : .texts(elements.compactMap(\.text))
    default: value.text.map { .scalar($0) }
    }
  }

  private func standing(_ value: JSONValue, on ladder: String) -> Tree {
    let strikes = Tree.scalar(NumberPrinter.text(of: (value["strikes"] ?? value).number ?? 0))
    guard value.object != nil else { return strikes }
    let rungs = playbook["ladders"]?[ladder]?["rungs"]?.items.compactMap { $0["rung"]?.text } ?? []
    let done = value["done"]?.array?.compactMap(\.text).filter(rungs.contains) ?? []
    let entries = [Tree.Entry("strikes", strikes)]
    return .mapping(done.isEmpty ? entries : entries + [.init("done", .texts(done))])
  }
}

extension [Tree.Entry] {
  fileprivate mutating func add(_ entry: Tree.Entry, to group: String) {
    guard let place = firstIndex(where: { $0.key == group }) else {
      return append(Tree.Entry(group, .mapping([entry])))
    }
    self[place].value = .mapping(self[place].value.entries + [entry])
  }
}
