import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// An answer that can become longer than a channel takes: the longest wording of each step, with a space between them.
/// Facts and blanks count as they are written, since what fills them is about as long.
struct LongReply: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    let channels = playbook.ownChannels.filter { $0.longestReply != nil }
    for plan in playbook.responses {
      guard let reply = plan.reply, reply.place != .privately else { continue }
      let length = plan.longestReply
      let tooShort = channels.filter { length > $0.longestReply ?? .max }
      if !tooShort.isEmpty { report(.longReply(plan.definition, length, tooShort)) }
    }
  }
}

extension Playbook {
  /// The channels on which the playbook is used; a hundred of them at the most, which is more than anybody looks after.
  var ownChannels: [Channel] {
    usedOn.prefix(100).compactMap { name in channels.first { $0.definition.name.isExactly(name) } }
  }
}

extension Response {
  fileprivate var longestReply: Int {
    let steps = steps.filter { !$0.isFollowUp }.compactMap { $0.wordings.map(\.length).max() }
    return steps.reduce(0, +) + max(0, steps.count - 1)
  }
}

extension Wording {
  /// How many characters it has as it is written.
  fileprivate var length: Int {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .text(let text): sum + text.unicodeScalars.count
      case .fact(let name), .blank(let name): sum + name.unicodeScalars.count + 2
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func longReply(_ plan: Definition, _ length: Int, _ channels: [Channel]) -> Diagnostic {
    let most = channels.compactMap(\.longestReply).min() ?? 0
    return Diagnostic(
      "long-reply", .warning,
      "the reply of `\(plan.name.shown)` can have \(length) characters, more than \(channels.names) take",
      at: plan.nameSpan,
      related: channels.map {
        .init(span: $0.definition.nameSpan, label: "takes \($0.longestReply ?? 0)")
      }, help: "shorten the longest wordings until together they have \(most) characters")
  }
}

extension [Channel] {
  /// "`x` and `threads`"
  var names: String {
    let names = map { "`\($0.definition.name.shown)`" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
