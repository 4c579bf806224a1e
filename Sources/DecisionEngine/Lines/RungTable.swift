import DecisionModel

/// Which rung of its ladder a comment of a category takes, by the live strikes of its author: worked out once. Who owns
/// it frees it.
struct RungTable {
  /// Ladders that ask for more strikes are not kept.
  private static let mostStrikes = 64
  private static let unknown: Int32 = -1

  private struct Row: BitwiseCopyable {
    /// By its place in the program; less than 0 where the category has none, or one on trial.
    let ladder: Int
    /// So many strikes reach all that more would reach.
    let enough: Int
    /// Where its rungs stand: first where nobody knows the strikes, then by strikes.
    let start: Int
  }

  private let rulebook: Rulebook
  /// By category.
  private var rows: Pad<Row>
  /// One more than each rung, or `unknown` where nobody asked yet.
  private var rungs = Pad<Int32>(capacity: 64)

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    rows = Pad(capacity: max(1, rulebook.program.categories.count))
    for category in rulebook.program.categories {
      let ladder = category.ladder.flatMap { rulebook.names.ladders[$0] }
      guard let ladder, !rulebook.program.ladders[ladder].isShadow else {
        rows.append(Row(ladder: -1, enough: 0, start: 0))
        continue
      }
      let enough = max(0, rulebook.program.ladders[ladder].rungs.compactMap(\.strikes).max() ?? 0)
      rows.append(Row(ladder: ladder, enough: enough, start: rungs.count))
      for _ in 0..<min(enough, Self.mostStrikes) + 2 { rungs.append(Self.unknown) }
    }
  }

  func free() {
    rows.free()
    rungs.free()
  }

  /// One more than the rung that is taken, 0 for none; nil where that is not kept.
  ///
  /// - Parameter strikes: By ladder; less than 0 where nobody knows.
  @inline(__always)
  func rung(in category: Int, knowsAuthor: Bool, _ strikes: Pad<Int32>) -> Int32? {
    let row = rows[category]
    guard row.ladder >= 0 else { return 0 }
    let known = knowsAuthor && strikes[row.ladder] >= 0 ? min(Int(strikes[row.ladder]), row.enough) : -1
    guard known <= Self.mostStrikes else { return nil }
    let rung = rungs[row.start + known + 1]
    return rung != Self.unknown ? rung : settle(category, row, known)
  }

  private func settle(_ category: Int, _ row: Row, _ strikes: Int) -> Int32? {
    let all = rulebook.program.ladders[row.ladder].rungs
    let taken = standing(category, row.ladder, strikes)?.rung
    let rung = taken.flatMap { taken in all.firstIndex { $0.place == taken.place && $0.name == taken.name } }
    // A rung that is taken and not found is none that can be kept.
    if taken != nil, rung == nil { return nil }
    let known = Int32(rung.map { $0 + 1 } ?? 0)
    rungs[row.start + strikes + 1] = known
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
