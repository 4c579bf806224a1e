import Diagnostics
import PlaybookPublishing
import PolicyImpact

/// A replay as Markdown, for a pull request.
struct ImpactDocument {
  let report: ImpactReport

  private var impact: Impact { report.impact }

  var markdown: String {
    let (old, new) = (report.old.words, report.new.words)
    return PlaybookPublishing.markdown(
      Document(title: "What changes for real comments", origin: "\(old) and \(new)", blocks: blocks))
  }

  private var blocks: [Document.Block] {
    [.paragraph(Prose(opening))] + (report.failure.map { [.note(Prose($0 + "."))] } ?? [])
      + (impact.moves.isEmpty ? [] : [table]) + impact.inOrder.map(disclosure)
  }

  private var opening: String {
    let directions = MoveDirection.allCases.filter { impact.count($0) > 0 }.map { "\($0.words) \(impact.count($0))" }
    let moved = "\(impact.moved) of \(impact.comments) comments are decided otherwise (\(shareText(impact.movedShare)))"
    return moved + (directions.isEmpty ? "." : ": \(directions.joined(separator: ", ")).")
  }

  private var table: Document.Block {
    .table(
      Document.Table(
        columns: (["Move", "Comments", "Share"] + MoveDirection.allCases.map { $0.words.capitalisedFirst }).map {
          Prose($0)
        },
        rows: impact.inOrder.map { move, count in
          let numbers = ["\(count.count)", shareText(impact.share(of: count.count))]
          let directions = MoveDirection.allCases.map { count.directions[$0].map(String.init) ?? "–" }
          return .init(cells: ([visible(move.words)] + numbers + directions).map { Prose($0) })
        }))
  }

  private func disclosure(_ move: CategoryMove, _ count: MoveCount) -> Document.Block {
    let changes = count.changesInOrder.map { change, number in
      [Document.Block.paragraph(Prose("\(change.words) (\(number), \(change.direction.rawValue))"))]
    }
    let list: [Document.Block] = changes.isEmpty ? [] : [.list(.init(isOrdered: false, items: changes))]
    return .disclosure(summary: "\(move.words): \(count.count)", list + count.examples.flatMap(example))
  }

  private func example(_ example: MovedComment) -> [Document.Block] {
    let text = visible(String(decoding: example.text, as: UTF8.self))
    return [
      .quotation([.paragraph(Prose(text))]),
      .list(
        .init(
          isOrdered: false,
          items: [
            [.paragraph(Prose("before: \(visible(example.before))"))],
            [.paragraph(Prose("now: \(visible(example.now))"))],
          ])),
    ]
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
