import DecisionModel
import PlaybookModel

extension Arrangement {
  var ladders: [Block] {
    playbook.ladders.enumerated().flatMap { index, ladder in
      [heading(ladder.definition, .ladder, in: .ladders, at: index)] + blocks(of: ladder)
    }
  }

  private func blocks(of ladder: Ladder) -> [Block] {
    let columns: [Prose] = ["Rung", "Strikes", "What we do", "Not before", "Who agrees first", "Appeal"]
    let rows = ladder.rungs.map { row(of: $0, on: ladder) }
    return remark(on: ladder.status) + about(ladder.definition) + strikes(on: ladder)
      + [
        .table(.init(columns: columns, rows: rows)),
        .paragraph("\(forgetting(ladder.forgetAfter)) \(publication(of: ladder))"),
      ] + words(on: ladder)
  }

  private func publication(of ladder: Ladder) -> Prose {
    ladder.isPublished ? "This ladder is in the house rules." : "This ladder is not published."
  }

  private func strikes(on ladder: Ladder) -> [Block] {
    let categories = playbook.categories.filter { ladder.definition.isNamed($0.ladder) }
    let links = categories.map { titles.link(.category, $0.definition.name) }
    return links.isEmpty ? [] : [.paragraph("A strike is a comment of the category \(links.joined(with: "or")).")]
  }

  private func row(of rung: Rung, on ladder: Ladder) -> Document.Table.Row {
    let cells: [Prose] = [
      Prose(rung.definition.label), rung.strikes.map { Prose(NumbersInWords.number(Double($0))) } ?? "–",
      deeds(on: rung),
      rung.needs.map { Prose(ladder.rung(named: $0)?.definition.label ?? Definition.label(of: $0)) } ?? "–",
      rung.orders.approval.map { teams($0.teams, joinedWith: $0.count > 1 ? "and" : "or") } ?? "–",
      rung.appeal.map(appeal) ?? "–",
    ]
    return .init(anchor: titles.anchor(of: rung, on: ladder), cells: cells, source: source(rung.definition.span))
  }

  func deeds(on rung: Rung) -> Prose {
    let must = rung.orders.must.isEmpty ? nil : orders(rung.orders.must)
    let may = rung.orders.may.isEmpty ? nil : "perhaps \(orders(rung.orders.may, joinedWith: "or"))" as Prose
    let deeds = [must, may].compactMap { $0 }
    return deeds.isEmpty ? "–" : deeds.joined(separator: "; ").capitalised
  }

  private func appeal(_ appeal: Appeal) -> Prose {
    let within = appeal.within.map { ", within \(NumbersInWords.allowance($0))" } ?? ""
    let answered = appeal.answeredWithin.map { "; answered within \(NumbersInWords.allowance($0))" } ?? ""
    return "To \(titles.link(.team, appeal.to))\(within)\(answered)"
  }

  /// The words of the rungs, and what the author says of them.
  private func words(on ladder: Ladder) -> [Block] {
    let entries = ladder.rungs.compactMap { rung -> Document.Entry? in
      let words = rung.wordings.map { [Block.paragraph($0.prose(english))] }
      let list: [Block] = words.count > 1 ? [.list(.init(isOrdered: false, items: words))] : words.first ?? []
      let blocks = list + about(rung.definition)
      return blocks.isEmpty ? nil : Document.Entry(Prose(rung.definition.label), blocks)
    }
    return entries.isEmpty ? [] : [.paragraph(.strong("Words to say:")), .definitions(entries)]
  }
}
