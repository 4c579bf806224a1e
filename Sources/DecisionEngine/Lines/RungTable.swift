import DecisionModel

/// Which rung of its ladder a comment of a category takes, by the live strikes of its author: worked out once.
struct RungTable {
  /// Ladders that ask for more strikes are not kept.
  private static let mostStrikes = 64

  private struct Row {
    /// By its place in the program; nil where the category has none, or one on trial.
    let ladder: Int?
    /// So many strikes reach all that more would reach.
    let enough: Int
    /// What is known: first where nobody knows the strikes, then by strikes. `unknown`, or one more than the rung.
    var rungs: [Int32]
  }

  private static let unknown: Int32 = -1

  private let rulebook: Rulebook
  private var rows: [Row]

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    rows = rulebook.program.categories.map { category in
      let ladder = category.ladder.flatMap { rulebook.names.ladders[$0] }
      guard let ladder, !rulebook.program.ladders[ladder].isShadow else {
        return Row(ladder: nil, enough: 0, rungs: [])
      }
      let enough = rulebook.program.ladders[ladder].rungs.compactMap(\.strikes).max() ?? 0
      return Row(ladder: ladder, enough: max(0, enough), rungs: [])
    }
  }

  /// One more than the rung that is taken, 0 for none; nil where that is not kept.
  ///
  /// - Parameter strikes: By ladder; less than 0 where nobody knows.
  @inline(__always)
  mutating func rung(in category: Int, knowsAuthor: Bool, _ strikes: Pad<Int32>) -> Int32? {
    guard let ladder = rows[category].ladder else { return 0 }
    let known = knowsAuthor && strikes[ladder] >= 0 ? min(Int(strikes[ladder]), rows[category].enough) : -1
    if known + 1 < rows[category].rungs.count, rows[category].rungs[known + 1] != Self.unknown {
      return rows[category].rungs[known + 1]
    }
    return settle(category, ladder, known)
  }

  private mutating func settle(_ category: Int, _ ladder: Int, _ strikes: Int) -> Int32? {
    guard strikes <= Self.mostStrikes else { return nil }
    if rows[category].rungs.isEmpty {
      rows[category].rungs = [Int32](repeating: Self.unknown, count: min(rows[category].enough, Self.mostStrikes) + 2)
    }
    let rungs = rulebook.program.ladders[ladder].rungs
    let taken = standing(category, ladder, strikes)?.rung
    let rung = taken.flatMap { taken in rungs.firstIndex { $0.place == taken.place && $0.name == taken.name } }
    // A rung that is taken and not found is none that can be kept.
    if taken != nil, rung == nil { return nil }
    let known = Int32(rung.map { $0 + 1 } ?? 0)
    rows[category].rungs[strikes + 1] = known
    return known
  }

  /// The standing of an author with so many strikes, in all of which every rung was carried out that they reach.
  private func standing(_ category: Int, _ ladder: Int, _ strikes: Int) -> Standing? {
    var comment = Comment(text: [], now: .earliest)
    if strikes >= 0, let author = rulebook.names.facts["author.id"] {
      comment.facts[author] = .bytes([])
      comment.histories[ladder] = LadderHistory(strikes: strikes, doneAllOf: rulebook.program.ladders[ladder])
    }
    return Situation(comment, in: rulebook, wasCut: false, readText: []).standing(for: category)
  }
}
