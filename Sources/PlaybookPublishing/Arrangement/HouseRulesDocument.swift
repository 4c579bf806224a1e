import DecisionModel
public import PlaybookModel

/// The public document of a playbook: its house rules, the ladders that it publishes, how to appeal, and a contact.
///
/// It is made from a `PublicPolicy` alone, a type that cannot hold anything internal.
public func houseRulesDocument(_ playbook: Playbook) -> Document { document(PublicPolicy(of: playbook)) }

private func document(_ policy: PublicPolicy) -> Document {
  let origin = ["a playbook", policy.version.map { ", version \($0)" }].compactMap { $0 }.joined()
  let blocks = [opening(policy), rules(policy), ladders(policy), appeals(policy), contact(policy)]
  return Document(title: policy.title, origin: origin, blocks: blocks.flatMap { $0 })
}

private func opening(_ policy: PublicPolicy) -> [Document.Block] {
  let particulars: [(Prose, String?)] = [
    ("Version", policy.version), ("In force from", policy.effective.map(NumbersInWords.date)),
  ]
  let entries = particulars.compactMap { term, text in text.map { Document.Entry(term, [.paragraph(Prose($0))]) } }
  return (policy.about.map(authorsBlocks) ?? []) + (entries.isEmpty ? [] : [.definitions(entries)])
}

private func heading(_ text: Prose, _ anchor: Anchor, level: Int = 2) -> Document.Block {
  .heading(.init(level: level, anchor: anchor, text: text))
}

private func rules(_ policy: PublicPolicy) -> [Document.Block] {
  let title = heading("The rules", Anchor("rules"))
  if policy.rules.isEmpty { return [title, .paragraph("There are no rules beyond this page.")] }
  let items = policy.rules.map { rule -> [Document.Block] in
    let ladder = rule.ladder.map {
      " Breaking this rule is a strike: see \(.link(Prose($0.title), to: $0.anchor))." as Prose
    }
    return [.paragraph(Prose(rule.text.withFullStop) + (ladder ?? ""))]
  }
  return [title, .list(.init(isOrdered: true, items: items))]
}

private func ladders(_ policy: PublicPolicy) -> [Document.Block] {
  if policy.ladders.isEmpty { return [] }
  return [heading("What happens when a rule is broken", Anchor("consequences"))]
    + policy.ladders.flatMap { [heading(Prose($0.title), $0.anchor, level: 3), .figure(figure(of: $0))] }
}

/// The ladder drawn, and what binds us: the words.
private func figure(of ladder: PublicPolicy.Ladder) -> Document.Figure {
  let forgetting = forgetting(ladder.forgetAfter)
  let items = ladder.rungs.map { [Document.Block.paragraph(sentence(of: $0))] }
  let rungs = ladder.rungs.map { rung in
    let needs = rung.needs.map { "Only after “\($0)”" }
    let appeal = rung.appeal.map {
      "You can object\($0.within.map { " within \(NumbersInWords.allowance($0))" } ?? "")"
    }
    return Document.Ladder.Rung(
      strikes: rung.strikes, box: .init(rung.title, [deed(on: rung), needs, appeal].compactMap { $0 }),
      needs: rung.needs.flatMap { title in ladder.rungs.firstIndex { $0.title.utf8.elementsEqual(title.utf8) } })
  }
  return .init(
    title: "From strike to strike", drawing: .ladder(.init(rungs: rungs, forgetting: forgetting)),
    words: [.list(.init(isOrdered: true, items: items)), .paragraph(Prose(forgetting))], showsWords: true)
}

private func deed(on rung: PublicPolicy.Rung) -> String {
  let deeds = rung.deeds.map { [$0.words, $0.duration.map(durationInWords)].compactMap { $0 }.joined(separator: " ") }
  return deeds.isEmpty
    ? "There is no consequence yet" : "We \(deeds.map { Prose($0) }.joined(with: "and").plainText)"
}

/// "**Block**, at 3 strikes. We block you for 90 days. This never comes before the step “Warn”."
private func sentence(of rung: PublicPolicy.Rung) -> Prose {
  let needs = rung.needs.map { " This never comes before the step “\($0)”." } ?? ""
  return "\(.strong(Prose(rung.title))), \(reached(rung.strikes)). \(deed(on: rung)).\(needs)"
}

private func appeals(_ policy: PublicPolicy) -> [Document.Block] {
  let items = policy.ladders.flatMap { ladder in
    // Ladders may have rungs of the same name.
    let place = policy.ladders.count > 1 ? " (\(ladder.title))" : ""
    return ladder.rungs.compactMap { rung in
      rung.appeal.map { [Document.Block.paragraph(sentence(of: $0, against: "“\(rung.title)”\(place)"))] }
    }
  }
  if items.isEmpty { return [] }
  let contact = policy.contact.map { [Document.Block.paragraph("Write to \(linkedContact($0)).")] } ?? []
  return [heading("How to object", Anchor("appeals")), .list(.init(isOrdered: false, items: items))] + contact
}

private func sentence(of appeal: PublicPolicy.Appeal, against step: String) -> Prose {
  let within = appeal.within.map { " within \(NumbersInWords.allowance($0))" } ?? ""
  let answered = appeal.answeredWithin.map { " We answer within \(NumbersInWords.allowance($0))." } ?? ""
  return "You can object to \(step)\(within).\(answered)"
}

private func contact(_ policy: PublicPolicy) -> [Document.Block] {
  guard let contact = policy.contact else { return [] }
  return [heading("Contact", Anchor("contact")), .paragraph(linkedContact(contact))]
}
