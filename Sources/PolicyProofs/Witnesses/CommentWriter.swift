import CommentText
import DecisionEngine
import DecisionModel

/// Writes the comment that a model of the formula describes, as far as a question asks for it.
struct CommentWriter {
  private let space: CommentSpace
  private let text: TextWriter
  private let factTexts: [Int: TextWriter]

  /// A comment that is to be judged; what of its texts is not as the model has it.
  struct Draft {
    var comment: Comment
    /// The attempt at each text: the comment's under nil, a fact's under its place.
    var attempts: [(fact: Int?, attempt: TextWriter.Attempt)]
  }

  init(_ space: CommentSpace) {
    self.space = space
    text = TextWriter(space.text)
    factTexts = space.factTexts.mapValues(TextWriter.init)
  }

  func writer(of fact: Int?) -> TextWriter? { fact.map { factTexts[$0] } ?? text }

  /// - Parameters:
  ///   - asked: The variables on which the question depends: nothing else is given.
  ///   - holds: The model.
  func drafts(asking asked: Set<Int>, _ holds: (Literal) -> Bool) -> [Draft] {
    var comment = Comment(text: [], now: space.start.value(holds))
    var attempts: [(fact: Int?, attempt: TextWriter.Attempt)] = []
    for (place, given) in space.given where asked.contains(given.variable) && holds(given) {
      guard let value = space.values[place] else { continue }
      if case .text = value {
        guard let attempt = attempt(at: place, asking: asked, holds) else { continue }
        attempts.append((place, attempt))
        comment.facts[place] = .bytes(attempt.text)
      } else {
        comment.facts[place] = fact(value, of: space.program.facts[place].type, holds)
      }
    }
    for (place, ladder) in space.strikes where asked.contains(ladder.known.variable) && holds(ladder.known) {
      comment.histories[place] = history(on: place, strikes: Int(ladder.count.value(holds)), asking: asked, holds)
    }
    comment.earlier = earlier(asking: asked, holds)
    let modes = space.modes.indices.filter { asked.contains(space.modes[$0].variable) && holds(space.modes[$0]) }
    comment.modes = Set(modes)
    return text.attempts(at: wish(space.text, asking: asked, holds, measures: space.measures)).map { attempt in
      var draft = Draft(comment: comment, attempts: attempts + [(nil, attempt)])
      draft.comment.text = attempt.text
      return draft
    }
  }

  private func attempt(at fact: Int, asking asked: Set<Int>, _ holds: (Literal) -> Bool) -> TextWriter.Attempt? {
    guard let atoms = space.factTexts[fact] else { return nil }
    return factTexts[fact]?.attempts(at: wish(atoms, asking: asked, holds, measures: [:])).first
  }

  private func wish(
    _ atoms: TextAtoms, asking asked: Set<Int>, _ holds: (Literal) -> Bool, measures: [Measure: Choice<Double>]
  ) -> TextWriter.Wish {
    var wish = TextWriter.Wish()
    for (place, literal) in atoms.literals.enumerated() where asked.contains(literal.variable) {
      wish.found[place] = holds(literal)
    }
    for measure in Measure.allCases {
      guard let choice = measures[measure], choice.variables.contains(where: asked.contains) else { continue }
      let (least, next) = choice.part(holds)
      wish.measures.append((measure, least, { $0 >= least && $0 < next ?? .infinity || $0 == least }))
    }
    return wish
  }
}

// Facts and histories.
extension CommentWriter {
  /// Every rung was carried out that the strikes reach, but for those of which the question asks.
  private func history(
    on ladder: Int, strikes: Int, asking asked: Set<Int>, _ holds: (Literal) -> Bool
  ) -> LadderHistory {
    let done = space.program.ladders[ladder].rungs.filter { rung in
      let known = space.done[ladder]?.first { $0.rung.isSame(as: rung.name) }
      guard let known, asked.contains(known.choice.variable) else { return rung.isReached(by: strikes) }
      return holds(known.isShown)
    }
    return LadderHistory(strikes: strikes, done: done.map { Array($0.name.utf8) })
  }

  private func fact(_ value: CommentSpace.FactUnknown, of type: FactType, _ holds: (Literal) -> Bool) -> FactValue? {
    switch value {
    case .number(let choice):
      return type == .duration ? .duration(choice.value(holds)) : .number(choice.value(holds))
    case .yesNo(let isYes): return .yesNo(holds(isYes))
    case .instant(let choice): return .instant(choice.value(holds))
    case .word(let choice):
      let word = choice.value(holds) ?? other(than: choice.values.compactMap { $0 })
      return type == .identity ? .bytes(word) : .words([GivenWord(written: word, normal: word)])
    case .words(let literals):
      let words = literals.filter { holds($0.value) }.keys.sorted { $0.lexicographicallyPrecedes($1) }
      let given = words.isEmpty ? [other(than: Array(literals.keys))] : words
      return .words(given.map { GivenWord(written: $0, normal: $0) })
    case .text: return nil
    }
  }

  private func other(than words: [[UInt8]]) -> [UInt8] {
    var word = Array("other".utf8)
    while words.contains(word) { word += Array("-x".utf8) }
    return word
  }

  /// When the author wrote before: in each length of time as many comments as the model has.
  private func earlier(asking asked: Set<Int>, _ holds: (Literal) -> Bool) -> [AuthorHistory: [Instant]] {
    var earlier: [AuthorHistory: [Instant]] = [:]
    let start = space.start.value(holds)
    for (history, given) in space.historyGiven where asked.contains(given.variable) && holds(given) {
      var instants: [Instant] = []
      let windows = space.historyCounts.filter { $0.key.history == history }.map {
        (beginning(of: $0.key.length, start), $0.value)
      }
      for (beginning, count) in windows.sorted(by: { $1.0 < $0.0 }) {
        let lacking = Int(count.value(holds)) - 1 - instants.count
        instants += Array(repeating: beginning, count: max(0, lacking))
      }
      earlier[history] = instants
    }
    return earlier
  }

  /// The first instant that a length of time still holds which ends at another one.
  private func beginning(of length: Length, _ end: Instant) -> Instant {
    var (outside, inside) = (end.adding(seconds: -100 * 366 * 86_400), end)
    guard length.ending(from: outside, in: space.program.zone) <= end else { return outside }
    while inside.seconds(since: outside) > 1 {
      let middle = outside.adding(seconds: inside.seconds(since: outside) / 2)
      if end < length.ending(from: middle, in: space.program.zone) { inside = middle } else { outside = middle }
    }
    return inside
  }
}

extension Choice<Double> {
  /// The part of the numbers that a model chooses: its first, and the first of the next one.
  fileprivate func part(_ holds: (Literal) -> Bool) -> (least: Double, next: Double?) {
    let least = value(holds)
    return (least, values.first { $0 > least })
  }
}
