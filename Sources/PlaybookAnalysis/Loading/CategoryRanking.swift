import PlaybookSyntax
import YAMLSyntax

/// The categories of a playbook in their rank, and what is wrong with how they say it.
///
/// Without `extends` they rank as they are listed, file after file. A playbook that extends another begins with the ranks
/// of that one: a category that replaces one has its rank, and a new one stands right `before` or right `after` the one
/// that it names; several beside the same one stand as they are listed. What takes all others stands last.
struct CategoryRanking {
  /// What is wrong with where a category says that it ranks.
  enum Trouble {
    /// A new category that says neither `before` nor `after`.
    case missing(YAMLMapping)
    /// `before` or `after` where nothing is extended.
    case nothingExtended(YAMLScalar)
    /// `before` or `after` of a category that has a rank already.
    case replaces(YAMLScalar, YAMLMapping)
    case both(before: YAMLScalar, after: YAMLScalar)
    /// `after` the category that takes all others.
    case afterLast(YAMLScalar)
    /// Categories that rank beside one another in a circle.
    case circle([YAMLMapping])
  }

  private(set) var categories: [YAMLMapping] = []
  private(set) var troubles: [Trouble] = []

  init(of loaded: LoadedPlaybook) {
    let layers = Dictionary(grouping: loaded.parts, by: \.layer)
    let deepest = loaded.parts.last?.layer ?? 0
    for layer in (0...deepest).reversed() {
      let parts = layers[layer] ?? []
      let listed = parts.flatMap { $0.asWritten.mappings("categories") }
      let extends = parts.contains { $0.isPlaybook && $0.asWritten["extends"] != nil }
      if layer < deepest { extend(with: listed) } else { begin(with: listed, extendsUnread: extends) }
    }
    categories = categories.filter { !$0.isOtherwise } + categories.filter(\.isOtherwise)
    if loaded.isIncomplete { troubles.removeAll { if case .missing = $0 { true } else { false } } }
  }

  private mutating func begin(with listed: [YAMLMapping], extendsUnread: Bool) {
    categories = listed
    guard !extendsUnread else { return }
    troubles += listed.flatMap { [$0.scalar("before"), $0.scalar("after")] }.compactMap { $0 }
      .map { .nothingExtended($0) }
  }

  private mutating func extend(with listed: [YAMLMapping]) {
    var places: [[UInt8]: Int] = [:]
    for (place, category) in categories.enumerated() where places[category.nameBytes] == nil {
      places[category.nameBytes] = place
    }
    var added: [YAMLMapping] = []
    for category in listed {
      guard let place = places[category.nameBytes] else {
        added.append(category)
        continue
      }
      troubles += ["before", "after"].compactMap(category.scalar).map { .replaces($0, category) }
      categories[place] = category
    }
    rank(added)
  }

  // MARK: New categories

  private mutating func rank(_ added: [YAMLMapping]) {
    let all = categories + added
    var places: [[UInt8]: Int] = [:]
    for (place, category) in all.enumerated() where places[category.nameBytes] == nil {
      places[category.nameBytes] = place
    }
    var neighbours = Neighbours(count: all.count)
    for place in categories.count..<all.count {
      let anchor = self.anchor(of: all[place])
      neighbours.put(place, isBefore: anchor?.isBefore ?? false, beside: anchor.flatMap { places[$0.name] })
      if let anchor, !anchor.isBefore, let beside = places[anchor.name], all[beside].isOtherwise,
        let scalar = all[place].scalar("after")
      {
        troubles.append(.afterLast(scalar))
      }
    }
    let ranked = neighbours.ranked
    categories = ranked.order.map { all[$0] } + ranked.circles.flatMap { $0.map { all[$0] } }
    troubles += ranked.circles.map { circle in .circle(circle.map { all[$0] }) }
  }

  /// Beside which category a new one stands, as far as it says so.
  private mutating func anchor(of category: YAMLMapping) -> (name: [UInt8], isBefore: Bool)? {
    switch (category.scalar("before"), category.scalar("after")) {
    case (nil, nil):
      if !category.isOtherwise, category["before"] == nil, category["after"] == nil {
        troubles.append(.missing(category))
      }
      return nil
    case (let before?, let after?):
      troubles.append(.both(before: before, after: after))
      return nil
    case (let before?, nil): return (Array(before.text.utf8), true)
    case (nil, let after?): return (Array(after.text.utf8), false)
    }
  }
}

/// Things in a row, some of which stand right before or right after another one.
private struct Neighbours {
  private var before: [[Int]]
  private var after: [[Int]]
  private var beside: [Int?]

  init(count: Int) {
    before = Array(repeating: [], count: count)
    after = before
    beside = Array(repeating: nil, count: count)
  }

  mutating func put(_ place: Int, isBefore: Bool, beside other: Int?) {
    beside[place] = other
    guard let other else { return }
    if isBefore { before[other].append(place) } else { after[other].append(place) }
  }

  /// The row, and what stands beside itself in the end. Walks with a stack of its own, however long a chain is.
  var ranked: (order: [Int], circles: [[Int]]) {
    enum Turn { case reach(Int), take(Int) }
    var order: [Int] = []
    var turns: [Turn] = beside.indices.filter { beside[$0] == nil }.reversed().map { .reach($0) }
    while let turn = turns.popLast() {
      switch turn {
      case .take(let place): order.append(place)
      case .reach(let place):
        turns += after[place].reversed().map { .reach($0) } + [.take(place)]
        turns += before[place].reversed().map { .reach($0) }
      }
    }
    return (order, circles(outside: order))
  }

  private func circles(outside order: [Int]) -> [[Int]] {
    var left = Set(beside.indices).subtracting(order)
    var circles: [[Int]] = []
    for place in beside.indices where left.contains(place) {
      var circle: [Int] = []
      var next: Int? = place
      while let here = next, left.remove(here) != nil {
        circle.append(here)
        next = beside[here]
      }
      circles.append(circle)
    }
    return circles
  }
}

extension LoadedPlaybook {
  /// The escalations in their order: those that replace one stand in its place, new ones at the end.
  var rankedEscalations: [YAMLMapping] {
    var ranked: [YAMLMapping] = []
    var places: [[UInt8]: Int] = [:]
    for layer in (0...(parts.last?.layer ?? 0)).reversed() {
      let inherited = places
      for part in parts where part.layer == layer {
        for escalation in part.asWritten.mappings("escalations") {
          let name = Array((escalation.scalar("escalation")?.text ?? "").utf8)
          if let place = inherited[name] {
            ranked[place] = escalation
          } else {
            places[name] = places[name] ?? ranked.count
            ranked.append(escalation)
          }
        }
      }
    }
    return ranked
  }
}

extension YAMLMapping {
  /// The bytes of a category's name; none where it has no name, which is told.
  fileprivate var nameBytes: [UInt8] { Array((scalar("category")?.text ?? "").utf8) }
}
