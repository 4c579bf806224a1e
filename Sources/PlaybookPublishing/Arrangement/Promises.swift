import DecisionModel
import PlaybookModel

extension Arrangement {
  var promises: [Block] {
    playbook.promises.enumerated().flatMap { index, promise in
      [heading(promise.definition, .promise, in: .promises, at: index)] + blocks(of: promise) + proof(at: index)
    }
  }

  /// Each promise with what is always or never done.
  var promisesInShort: [Block] {
    let items = playbook.promises.map { promise -> [Block] in
      let title = Prose.link(Prose(promise.definition.label), to: titles.anchor(.promise, promise.definition.name))
      return [.paragraph("\(title). \(commitments(of: promise).joined(separator: " "))")]
    }
    return items.isEmpty ? [] : [.list(.init(isOrdered: false, items: items))]
  }

  private func blocks(of promise: Promise) -> [Block] {
    let scope =
      promise.when.map { english.blocks(after: "It holds where", $0) } ?? [.paragraph("It holds for every comment.")]
    let orders = commitments(of: promise).map { [Block.paragraph($0)] }
    return about(promise.definition) + scope + english.exception(promise.unless) + [
      .list(.init(isOrdered: false, items: orders))
    ]
  }

  /// What was proved of a promise, and what that takes for granted; nothing, where nobody looked.
  private func proof(at index: Int) -> [Block] {
    guard let judged, judged.verdicts.indices.contains(index) else { return [] }
    switch judged.verdicts[index] {
    case .kept:
      let channels = playbook.usedOn.isEmpty ? "" : " on our channels"
      let proved = "Proved for every comment\(channels), whatever is known of it and of its author."
      return [.paragraph(Prose(([proved] + assumptions(of: playbook.promises[index])).joined(separator: " ")))]
    case .broken:
      return [.paragraph("Not kept for every comment: the checks of this playbook show one that breaks it.")]
    case .undecided: return [.paragraph("Not proved: whether a comment can break it was not decided.")]
    }
  }

  private func assumptions(of promise: Promise) -> [String] {
    guard let days = judged?.days else { return [] }
    let deadlines =
      "Deadlines were looked at for comments from \(NumbersInWords.date(days.lowerBound)) to"
      + " \(NumbersInWords.date(days.upperBound)), with the hours, holidays and clock changes of these days."
    let promised = promise.alwaysActions + (promise.replyWithin == nil ? [] : ["reply", "message"])
    let isBraked = playbook.brakes.contains { promised.contains($0.action) }
    return (promise.replyWithin == nil ? [] : [deadlines]) + (isBraked ? ["No brake is taken to stop it."] : [])
  }

  private func commitments(of promise: Promise) -> [Prose] {
    let reply = promise.replyWithin.map {
      "\(.strong("Always:")) an answer within \(NumbersInWords.allowance($0))." as Prose
    }
    let actions = promise.alwaysActions.map(titles.action).map { "\(.strong("Always:")) \($0)." as Prose }
    let never = promise.neverActions.map { Prose(titles.action($0)) }
    let ban: Prose? = never.isEmpty ? nil : "\(.strong("Never:")) \(never.joined(with: "or"))."
    let order = promise.before.map { pair -> Prose in
      "\(.strong("Never")) \(titles.action(pair.action)) \(.strong("before")) “\(titles.rungOrAction(pair.first))” was done."
    }
    return [reply].compactMap { $0 } + actions + [ban].compactMap { $0 } + order
  }
}
