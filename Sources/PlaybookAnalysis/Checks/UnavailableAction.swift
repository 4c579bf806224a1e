import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// An action that must be done and cannot be on a channel where the playbook is used.
struct UnavailableAction: Check {
  /// What a channel says it can do; other actions are not done there.
  private static let known: Set<String> = ["reply", "message", "hide", "remove", "mute", "block", "report", "lock"]

  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    let channels = playbook.ownChannels.filter { !$0.can.isEmpty }
    if channels.isEmpty { return }
    for order in orders(of: playbook) where UnavailableAction.known.contains(order.action) {
      let lacking = channels.filter { !$0.can.contains(order.action) && order.mayStand(on: $0) }
      if !lacking.isEmpty { report(.unavailableAction(order.action, at: order.span, lacking)) }
    }
  }

  private struct Order {
    let action: String
    let span: Span
    /// Of what leads to the order; nil is a clause that takes everything.
    let clauses: [Clause?]

    /// Whether any of the clauses leaves room for a comment on the channel.
    func mayStand(on channel: Channel) -> Bool {
      let name = channel.definition.name
      return clauses.contains { clause in
        let wanted = clause?.when.wantedChannels.contains { !$0.contains(where: name.isExactly) } ?? false
        let spared = clause?.unless?.sparedChannels.contains(where: name.isExactly) ?? false
        return !wanted && !spared
      }
    }
  }

  private func orders(of playbook: Playbook) -> [Order] {
    let categories = playbook.categories.flatMap { orders($0.orders.must, [$0.clause]) }
    let escalations = playbook.escalations.flatMap { orders($0.orders.must, [$0.clause]) }
    let rungs = playbook.ladders.flatMap { ladder in
      let counted = playbook.categories.filter { leads($0.ladder, to: ladder.definition) }.map(\.clause)
      return ladder.rungs.flatMap { orders($0.orders.must, counted) }
    }
    return categories + escalations + rungs + answers(of: playbook)
  }

  /// What the plans speak with, wherever a category or an escalation answers by them.
  private func answers(of playbook: Playbook) -> [Order] {
    playbook.responses.compactMap { plan in
      guard let reply = plan.reply, reply.place != .same, !reply.isOptional else { return nil }
      let categories = playbook.categories.filter { leads($0.response, to: plan.definition) }.map(\.clause)
      let escalations = playbook.escalations.filter { leads($0.response, to: plan.definition) }.map(\.clause)
      return Order(
        action: reply.place == .publicly ? "reply" : "message", span: plan.definition.nameSpan,
        clauses: categories + escalations)
    }
  }

  private func leads(_ name: String?, to definition: Definition) -> Bool {
    name.map(definition.name.isExactly) ?? false
  }

  private func orders(_ actions: [OrderedAction], _ clauses: [Clause?]) -> [Order] {
    actions.map { Order(action: $0.name, span: $0.span, clauses: clauses) }
  }
}

extension Condition {
  /// The lists of channels in each of which a comment's must be for the condition to hold.
  fileprivate var wantedChannels: [[String]] {
    switch self {
    case .all(let conditions): conditions.flatMap(\.wantedChannels)
    case .fact("post.channel", .words(let channels)): [channels]
    default: []
    }
  }

  /// The channels that are enough for the condition to hold.
  fileprivate var sparedChannels: [String] {
    switch self {
    case .any(let conditions): conditions.flatMap(\.sparedChannels)
    case .fact("post.channel", .words(let channels)): channels
    default: []
    }
  }
}

extension Diagnostic {
  fileprivate static func unavailableAction(_ action: String, at span: Span, _ channels: [Channel]) -> Diagnostic {
    Diagnostic(
      "unavailable-action", .warning, "`\(action.shown)` cannot be done on \(channels.names)", at: span,
      related: channels.map { .init(span: $0.definition.nameSpan, label: "what can be done here") },
      help: "order something that can be done there, or take the channel out with `unless: {post.channel: …}`")
  }
}
