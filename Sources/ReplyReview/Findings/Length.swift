import CommentText
import DecisionModel
import DecisionOracle

// How long a draft may be, and whether it says anything.
extension Examination {
  var emptiness: [ReviewFinding] {
    guard text.wordForms.isEmpty, text.measures.emoji == 0, text.measures.links == 0 else { return [] }
    return [ReviewFinding(.empty, .error, "The reply says nothing.", instead: "Write the answer that the plan orders.")]
  }

  /// A public reply is held to the channel where it will stand; where nobody says which, to all that are the playbook's.
  var excessLength: [ReviewFinding] {
    if text.wasCut {
      return [
        ReviewFinding(.tooLong, .error, "The reply has more than \(WrittenText.longest) bytes; no channel takes it.")
      ]
    }
    guard !isPrivate else { return [] }
    let length = text.measures.length
    if let channel { return excess(length, on: [channel], .error) }
    return excess(length, on: program.channels.filter { program.usedOn.contains($0.name) }, .warning)
  }

  private var channel: ChannelRule? {
    if let channel = draft.comment.flatMap(reviewer.engine.channel) { return channel }
    return draft.channel.flatMap { name in program.channels.first { $0.name.utf8.elementsEqual(name.utf8) } }
  }

  private func excess(_ length: Int, on channels: [ChannelRule], _ severity: ReviewSeverity) -> [ReviewFinding] {
    let tooShort = channels.filter { length > $0.longestReply ?? .max }
    guard let shortest = tooShort.compactMap(\.longestReply).min() else { return [] }
    let names = tooShort.map(\.title).joined(separator: ", ")
    return [
      ReviewFinding(
        .tooLong, severity, "The reply has \(length) characters; too many for \(names), which takes \(shortest).",
        instead: "Leave out \(length - shortest) characters, or go on in a private message.")
    ]
  }
}
