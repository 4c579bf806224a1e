import DecisionModel
import PlaybookModel

extension Arrangement {
  var promises: [Block] {
    playbook.promises.enumerated().flatMap { index, promise in
      [heading(promise.definition, .promise, in: .promises, at: index)] + blocks(of: promise)
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
