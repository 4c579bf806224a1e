import DecisionModel
import PlaybookModel

extension Arrangement {
  /// Each ladder in force as a drawing of its rungs.
  var drawnLadders: [Block] {
    playbook.ladders.filter { $0.status == .active }.map { ladder in
      let name = ladder.definition.name
      return .figure(
        .init(
          title: ladder.definition.label, anchor: Anchor("figure.ladder.\(name)"),
          drawing: .ladder(drawing(of: ladder)),
          words: words(for: ladder)))
    }
  }

  private func drawing(of ladder: Ladder) -> Document.Ladder {
    let rungs = ladder.rungs.map { rung in
      Document.Ladder.Rung(
        strikes: rung.strikes,
        box: .init(rung.definition.label, lines(on: rung, of: ladder), anchor: titles.anchor(of: rung, on: ladder)),
        needs: rung.needs.flatMap { name in ladder.rungs.firstIndex { $0.definition.isNamed(name) } })
    }
    return .init(rungs: rungs, forgetting: forgetting(ladder.forgetAfter))
  }

  private func lines(on rung: Rung, of ladder: Ladder) -> [String] {
    let deeds = deeds(on: rung).plainText
    let needs = rung.needs.map {
      "Only after “\(ladder.rung(named: $0)?.definition.label ?? Definition.label(of: $0))”"
    }
    let appeal = rung.appeal.map { "Appeal\($0.within.map { " within \(NumbersInWords.allowance($0))" } ?? "")" }
    let agreed = rung.orders.approval.map { agreement($0).capitalised.plainText }
    return [deeds == "–" ? "Nothing happens yet" : deeds, agreed, needs, appeal].compactMap { $0 }
  }

  private func words(for ladder: Ladder) -> [Block] {
    let items = ladder.rungs.map { rung -> [Block] in
      let reached = reached(rung.strikes)
      let title = Prose.link(Prose(rung.definition.label), to: titles.anchor(of: rung, on: ladder))
      let lines = lines(on: rung, of: ladder).map { "\($0)." }.joined(separator: " ")
      return [.paragraph("\(.strong(title)), \(reached). \(lines)")]
    }
    return [
      .list(.init(isOrdered: true, items: items)),
      .paragraph("\(forgetting(ladder.forgetAfter)) More in \(titles.link(.ladder, ladder.definition.name))."),
    ]
  }
}

/// "at 3 strikes".
func reached(_ strikes: Int?) -> String {
  strikes.map { "at \(NumbersInWords.count($0, Noun("strike")))" } ?? "where it is that grave"
}

/// When a strike counts no longer, in a sentence.
func forgetting(_ length: Length?) -> String {
  length.map { "A strike is forgotten \(NumbersInWords.length($0)) after its comment." }
    ?? "A strike is never forgotten."
}
