import DecisionModel
import PlaybookModel

extension Arrangement {
  var channels: [Block] { channelTable + brakes + watches }

  /// What stops a runaway.
  private var brakes: [Block] {
    let items = playbook.brakes.map { brake -> [Block] in
      let bound =
        "at most \(NumbersInWords.count(brake.atMost, Noun("time"))) in \(NumbersInWords.length(brake.window))"
      let action = Prose(titles.action(brake.action)).capitalised
      return [.paragraph("\(action): \(bound). Beyond that, \(titles.link(.team, brake.team)) decides each time.")]
    }
    return items.isEmpty ? [] : [.paragraph(.strong("Brakes:")), .list(.init(isOrdered: false, items: items))]
  }

  private var channelTable: [Block] {
    let channels = playbook.shownChannels
    if channels.isEmpty { return [] }
    let columns: [Prose] = ["Channel", "What can be done", "Longest reply", "Otherwise"]
    return [.table(.init(columns: columns, rows: channels.enumerated().map(row)))]
      + remarks(on: channels.map(\.definition))
  }

  private func row(at index: Int, of channel: Channel) -> Document.Table.Row {
    let deeds = channel.can.map { Prose(titles.action($0)) }.joined(with: "or").capitalised
    let waits = channel.postsWait ? " (posts wait until they are decided)" : ""
    let longest = channel.longestReply.map { NumbersInWords.count($0, Noun("character")) } ?? "–"
    let cells: [Prose] = [
      "\(channel.definition.label)\(waits)", deeds.isEmpty ? "–" : deeds,
      Prose(longest), channel.fallback.map(fallback) ?? "–",
    ]
    return .init(
      number: Section.channels.number(at: index), anchor: titles.anchor(.channel, channel.definition.name),
      cells: cells,
      source: source(channel.definition.span))
  }

  /// The action that is taken in its place, or what the author says of it.
  private func fallback(_ fallback: String) -> Prose {
    let isAction = (ActionDefinition.builtIn + playbook.actions).map(\.name).includes(fallback)
    return isAction ? Prose(titles.action(fallback).withLargeInitial) : Prose(fallback)
  }

  /// Where mentions of us are looked for.
  private var watches: [Block] {
    if playbook.watches.isEmpty { return [] }
    let columns: [Prose] = ["What we watch for", "Words", "Feeds", "How often", "Who looks"]
    return [.table(.init(columns: columns, rows: playbook.watches.map(row)))]
      + remarks(on: playbook.watches.map(\.definition))
  }

  private func row(of watch: Watch) -> Document.Table.Row {
    let cells: [Prose] = [
      Prose(watch.definition.label), watch.terms.map { .code($0) }.joined(separator: ", "),
      watch.feeds.map(linkedContact).joined(separator: ", "),
      Prose(watch.every.map { "every \(NumbersInWords.length($0))" } ?? "–"),
      watch.owner.map { titles.link(.team, $0) } ?? "–",
    ]
    return .init(
      anchor: Anchor("watch.\(watch.definition.name)"), cells: cells, source: source(watch.definition.span))
  }
}
