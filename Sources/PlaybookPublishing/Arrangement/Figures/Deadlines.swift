import DecisionModel
import PlaybookModel

/// Something that is due some time after the comment.
private struct Deadline {
  /// Nil where it is due at once.
  let allowance: Allowance?
  /// "Customer care answers".
  let deed: Prose
  /// What it is about, linked.
  let subject: Prose
  let anchor: Anchor

  /// By which deadlines stand in order: months are about thirty days, and time at work passes after other time.
  var rank: (Double, Int) {
    guard let allowance else { return (0, 0) }
    let length = allowance.length
    return (length.count * Double(length.unit.seconds ?? 30 * 86_400), allowance.isWorkingTime ? 1 : 0)
  }

  var label: String { allowance.map(NumbersInWords.allowance) ?? "At once" }

  /// The time on any clock; nil for time at work and for months.
  var seconds: Int64? {
    guard let allowance else { return 0 }
    return allowance.isWorkingTime ? nil : allowance.length.seconds
  }
}

extension Arrangement {
  /// Who must have acted by when, counted from the comment: on a clock, and as a table.
  var deadlines: [Block] {
    let groups = groupedDeadlines
    if groups.isEmpty { return [] }
    let stops = groups.map { group in
      Document.Clock.Stop(
        label: group[0].label, seconds: group[0].seconds,
        deeds: byDeed(group).map { deeds in
          .init(deeds[0].deed.plainText, deeds.map { .init($0.subject.plainText, anchor: $0.anchor) })
        })
    }
    let rows = groups.flatMap { group in
      byDeed(group).map { deeds -> Document.Table.Row in
        let subjects = deeds.map(\.subject).joined(separator: "; ")
        return .init(cells: [Prose(group[0].label).capitalised, deeds[0].deed, subjects])
      }
    }
    return [
      .figure(
        .init(
          title: "Deadlines, counted from the comment", anchor: Anchor("figure.deadlines"),
          drawing: .clock(.init(stops: stops)),
          words: [.table(.init(columns: ["Within", "Who does what", "About"], rows: rows))]))
    ]
  }

  /// Those of one deed stand together, in the order of its first one.
  private func byDeed(_ deadlines: [Deadline]) -> [[Deadline]] {
    var deeds: [[Deadline]] = []
    for deadline in deadlines {
      let text = deadline.deed.plainText
      if let index = deeds.firstIndex(where: { $0[0].deed.plainText.utf8.elementsEqual(text.utf8) }) {
        deeds[index].append(deadline)
      } else {
        deeds.append([deadline])
      }
    }
    return deeds
  }

  /// Those that are due at the same time stand together, in the order of the playbook.
  private var groupedDeadlines: [[Deadline]] {
    let all = categoryDeadlines + escalationDeadlines + promiseDeadlines
    let sorted = all.enumerated().sorted { one, other in
      one.element.rank == other.element.rank ? one.offset < other.offset : one.element.rank < other.element.rank
    }
    var groups: [[Deadline]] = []
    for (_, deadline) in sorted {
      if let last = groups.last?.first, last.rank == deadline.rank {
        groups[groups.count - 1].append(deadline)
      } else {
        groups.append([deadline])
      }
    }
    return groups
  }

  private var categoryDeadlines: [Deadline] {
    playbook.activeCategories.flatMap { category in
      let name = category.definition.name
      let subject = (titles.link(.category, name), titles.anchor(.category, name))
      return reply(by: category.response, about: subject) + actions(category.orders, about: subject)
    }
  }

  private var escalationDeadlines: [Deadline] {
    playbook.activeEscalations.flatMap { escalation in
      let name = escalation.definition.name
      let subject = (titles.link(.escalation, name), titles.anchor(.escalation, name))
      let levels = escalation.levels.map { level in
        Deadline(
          allowance: level.within, deed: "\(titles.link(.team, level.team)) takes over", subject: subject.0,
          anchor: subject.1)
      }
      return levels + reply(by: escalation.response, about: subject) + actions(escalation.orders, about: subject)
    }
  }

  private var promiseDeadlines: [Deadline] {
    playbook.promises.compactMap { promise in
      promise.replyWithin.map {
        let anchor = titles.anchor(.promise, promise.definition.name)
        let subject = Prose.link(Prose(promise.definition.label), to: anchor)
        return Deadline(allowance: $0, deed: "We answer, as promised", subject: subject, anchor: anchor)
      }
    }
  }

  /// The answer, and what follows it by a time that runs from the comment too.
  private func reply(by plan: String?, about subject: (Prose, Anchor)) -> [Deadline] {
    guard let plan = plan.flatMap(response) else { return [] }
    let verb = plan.reply?.isOptional ?? false ? "may answer" : "answers"
    let reply = plan.reply?.within.map { ($0, "\(owner(plan.owner)) \(verb)" as Prose) }
    let steps = plan.steps.compactMap { step -> (Allowance, Prose)? in
      guard let within = step.within, step.since == nil || step.since == "post" else { return nil }
      let title = titles.title(.step, step.name).withSmallInitial
      return (within, "\(owner(step.owner ?? plan.owner)): \(title)")
    }
    return ([reply].compactMap { $0 } + steps).map {
      Deadline(allowance: $0, deed: $1, subject: subject.0, anchor: subject.1)
    }
  }

  private func owner(_ team: String?) -> Prose { team.map { titles.link(.team, $0) } ?? "Somebody" }

  private func actions(_ orders: Orders, about subject: (Prose, Anchor)) -> [Deadline] {
    orders.must.compactMap { action in
      guard let within = action.terms.within else { return nil }
      let team: Prose = action.team.map { " \(titles.link(.team, $0))" } ?? ""
      let deed = Prose(titles.action(action.name)).capitalised + team
      return Deadline(allowance: within, deed: deed, subject: subject.0, anchor: subject.1)
    }
  }
}
