import DecisionModel
import PlaybookModel

extension Arrangement {
  /// The terms of the field that this document uses, and where it defines its own.
  var glossary: [Block] {
    let terms = terms.filter(\.isUsed).map { Document.Entry($0.term, [.paragraph($0.meaning)]) }
    let names = names.map { Document.Entry($0, [.paragraph($1.joined(separator: ", "))]) }
    return [.definitions(terms)]
      + (names.isEmpty ? [] : [.paragraph(.strong("What this playbook defines:")), .definitions(names)])
  }

  private struct Term {
    let term: Prose
    let isUsed: Bool
    let meaning: Prose

    /// A term that is explained where a section speaks of it.
    init(_ term: Prose, _ section: Section, if isUsed: Bool = true, _ meaning: Prose) {
      self.term = .link(term, to: section.anchor)
      self.isUsed = isUsed
      self.meaning = meaning
    }

    init(_ term: Prose, if isUsed: Bool, _ meaning: Prose) {
      self.term = term
      self.isUsed = isUsed
      self.meaning = meaning
    }
  }

  /// By the alphabet.
  private var terms: [Term] {
    let escalations = playbook.escalations
    return [
      Term(
        "Appeal", if: rungs.contains { $0.appeal != nil },
        "The wish of an author that a decision be looked at again, by somebody else."),
      Term("Approval", if: asksForApproval, "The yes of a team, without which something is not done."),
      Term(
        "Brake", .channels, if: !playbook.brakes.isEmpty,
        "How often something may be done in a length of time before a person decides each time."),
      Term("Category", .categories, "A kind of comment. The first one that fits is the comment's category."),
      Term("Channel", .channels, if: !playbook.shownChannels.isEmpty, "A place where people write to us."),
      Term(
        "Escalation", .escalations, if: !escalations.isEmpty,
        "A matter in which others in the house take over, whatever the category."),
      Term(
        "Fact", .facts, if: !playbook.facts.isEmpty,
        "Something that may be known of a comment beside its text, such as the age of an order."),
      Term(
        "Hold", if: escalations.contains(where: \.holdsReply),
        "Nobody says anything to the author until the one who holds the reply agrees."),
      Term(
        "House rule", if: playbook.categories.contains { $0.houseRule != nil },
        "What we ask of everybody who writes on our pages. These sentences are public."),
      Term("Ladder", .ladders, if: !playbook.ladders.isEmpty, "What repetition leads to, in rungs that get harder."),
      Term(
        "Level", if: escalations.contains { !$0.levels.isEmpty },
        "A team that an escalation calls, with the time that it has to take over."),
      Term("Mode", .modes, if: !playbook.modes.isEmpty, "A situation that people switch on and off, such as a crisis."),
      Term("On trial", if: isOnTrial, "Judged and reported, without any effect on what is decided."),
      Term("Promise", .promises, if: !playbook.promises.isEmpty, "What we keep, whatever is written to us."),
      Term(
        "Response", .responses, if: !playbook.responses.isEmpty,
        "A plan of an answer: who gives it, by when and where, and what it does, step by step."),
      Term(
        "Rung", if: !rungs.isEmpty, "A step of a ladder. So many strikes lead to it, and it says what is done then."),
      Term(
        "Sign", .signs, if: !playbook.signals.isEmpty,
        "A condition with a name, so that several clauses can ask for the same."),
      Term(
        "Standard", .standards, if: !playbook.shownStandards.isEmpty,
        "What a drafted reply is held to before it is sent."),
      Term(
        "Strike", if: !playbook.ladders.isEmpty,
        "A mark against an author for a comment that breaks a rule. Each ladder counts its own, until they are forgotten."
      ),
      Term(
        "Unless", if: clauses.contains { $0.unless != nil },
        "Begins an exception: where it holds, the clause before it does not."),
      Term(
        "Watch", .channels, if: !playbook.watches.isEmpty,
        "Words that are looked for elsewhere, to find what is said of us."),
      Term("Word list", .signs, if: !playbook.lexicons.isEmpty, "Words and phrases that a text is searched for."),
      Term(
        "Working time", .teams, if: allowances.contains(where: \.isWorkingTime),
        "Time that passes only in the hours of the team that acts."),
    ]
  }

  private var asksForApproval: Bool {
    let orders = playbook.categories.map(\.orders) + playbook.escalations.map(\.orders) + rungs.map(\.orders)
    return playbook.responses.contains { $0.approval != nil }
      || orders.contains { $0.approval != nil || $0.must.contains { !$0.terms.approvals.isEmpty } }
  }

  private var isOnTrial: Bool {
    (playbook.categories.map(\.status) + playbook.escalations.map(\.status) + playbook.ladders.map(\.status))
      .contains(.shadow)
  }

  private var rungs: [Rung] { playbook.ladders.flatMap(\.rungs) }
  private var clauses: [Clause] {
    playbook.categories.compactMap(\.clause) + playbook.escalations.map(\.clause) + playbook.signals.map(\.clause)
  }

  private var allowances: [Allowance] {
    let steps = playbook.responses.flatMap(\.steps).flatMap { [$0.within, $0.after] }
    let appeals = rungs.compactMap(\.appeal).flatMap { [$0.within, $0.answeredWithin] }
    let others =
      playbook.responses.map(\.reply?.within) + playbook.escalations.flatMap(\.levels).map(\.within)
      + playbook.promises.map(\.replyWithin)
    return (steps + appeals + others).compactMap { $0 }
  }

  /// All that has a place of its own, by kind and then by title.
  private var names: [(Prose, [Prose])] {
    let kinds: [(Prose, Titles.Kind, [Definition])] = [
      ("Teams", .team, playbook.teams.map(\.definition)),
      ("Categories", .category, playbook.categories.map(\.definition)),
      ("Responses", .response, playbook.responses.map(\.definition)),
      ("Ladders", .ladder, playbook.ladders.map(\.definition)),
      ("Escalations", .escalation, playbook.escalations.map(\.definition)),
      ("Promises", .promise, playbook.promises.map(\.definition)),
      ("Standards", .standard, playbook.shownStandards.map(\.definition)),
      ("Signs", .signal, playbook.signals.map(\.definition)),
      ("Word lists", .lexicon, playbook.lexicons.map(\.definition)),
      ("Facts", .fact, playbook.facts.map(\.definition)),
      ("Channels", .channel, playbook.shownChannels.map(\.definition)),
      ("Modes", .mode, playbook.modes.map(\.definition)),
    ]
    return kinds.filter { !$0.2.isEmpty }.map { title, kind, definitions in
      let sorted = definitions.sorted {
        $0.label.lowercased().utf8.lexicographicallyPrecedes($1.label.lowercased().utf8)
      }
      return (title, sorted.map { .link(Prose($0.label), to: titles.anchor(kind, $0.name)) })
    }
  }
}
