import AuthorLedger
import DecisionModel
import Diagnostics

/// A case as a person reads it: what was written and done, in the order of time, and what is still to be done.
struct CaseText {
  let file: CaseFile
  let events: [LedgerEvent]
  let now: Instant
  let zone: ZoneTable
  let style: ReportStyle
  let desk: CaseDesk

  var text: String {
    let title = "Case \(file.number), \(file.standing.state.rawValue), \(counted(file.standing.comments, "comment"))"
    let author = desk.authorName(of: file.number).map { " by \(visible($0))" } ?? ""
    let opening = [title + author, file.category, file.channel].compactMap { $0.map(visible) }.joined(separator: ", ")
    let sections = [
      style.section("What happened", events.flatMap(lines)), style.section("To be done", open),
      style.section("Waiting", waiting), style.section("Settled", settled),
    ]
    return ([style.heading(opening)] + sections.filter { !$0.isEmpty }).joined(separator: "\n\n")
  }

  /// The case as data, on one line, with its events.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      file.members(at: now, &writer)
      writer.array("events", of: events) { writer, event in writer.value((try? JSONValue(parsing: event.json)) ?? .null)
      }
    }
    return writer.bytes
  }

  // MARK: What happened

  private func lines(_ event: LedgerEvent) -> [String] {
    let head = "\(zone.clock(event.at))  \(words(event))"
    return [head] + texts(event).map { style.faint("                  \($0)") }
  }

  private func words(_ event: LedgerEvent) -> String {
    let actor = event.actor == "decorum" ? "" : " by \(visible(event.actor))"
    switch event.happening {
    case .decided(let comment):
      let actions = comment.actions.isEmpty ? "" : ": " + comment.actions.joined(separator: ", ")
      return "comment, decision \(event.number), \(comment.category ?? "not read")\(actions)"
    case .edited(let decision): return "decision \(decision) is replaced: the comment was edited"
    case .done(let deed, _): return "\(visible(deed)) done\(actor)"
    case .handled(let deed, _): return visible(deed.words) + actor
    default: return event.happening.kind
    }
  }

  /// What was written: the comment, or what a person wrote with what they did.
  private func texts(_ event: LedgerEvent) -> [String] {
    let text: [UInt8]?
    if case .decided = event.happening {
      text = (try? desk.ledger.givenComment(ofDecision: event.number))?["text"]?.string
    } else {
      text = try? desk.ledger.note(ofEvent: event.number)
    }
    guard let text else { return [] }
    let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(20)
    return lines.map { "“\(visible(String($0)))”" }
  }

  // MARK: What is to be done

  private var open: [String] {
    DueListText(list: DueList([file], at: now), zone: zone, style: style).lines.dropFirst(2).map { $0 }
  }

  private var waiting: [String] {
    file.duties.filter { $0.state == .waiting }.map { duty in
      let words = visible(duty.obligation.duty.words)
      guard let since = duty.obligation.since else { return "\(words), when the author asks for it" }
      return "\(words), \(duty.obligation.after.map { "\($0) after" } ?? "when") it is \(since.rawValue)"
    }
  }

  private var settled: [String] {
    aligned(
      file.duties.compactMap { duty in
        switch duty.state {
        case .met(let at, let actor, let isLate):
          [visible(duty.obligation.duty.words), isLate ? "late" : "in time", zone.clock(at), "by \(visible(actor))"]
        case .ended(let at, let ending):
          [visible(duty.obligation.duty.words), "not needed", zone.clock(at), ending.rawValue]
        case .open, .waiting: nil
        }
      })
  }
}

extension CaseDeed {
  /// What was done, in words.
  var words: String {
    switch self {
    case .taken(let team): team.map { "taken over for \($0)" } ?? "taken over"
    case .replied: "answered"
    case .movedToPrivate: "moved to private"
    case .approved(let action, let team): "\(action) approved for \(team)"
    case .refused(let action, let team): "\(action) refused for \(team)"
    case .followedUp(let step): "\(step) done"
    case .ended(let action): "\(action) ended"
    case .resolved: "resolved"
    }
  }
}
