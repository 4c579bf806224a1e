import DecisionModel
import PlaybookModel

/// All of a playbook that the public may read. What is internal has no place in it.
struct PublicPolicy {
  struct Rule {
    let text: String
    /// The title of the published ladder on which breaking the rule counts, and its anchor.
    let ladder: (title: String, anchor: Anchor)?
  }

  struct Ladder {
    let title: String
    let anchor: Anchor
    let forgetAfter: Length?
    let rungs: [Rung]
  }

  struct Rung {
    let title: String
    /// Nil where the gravity alone leads to it.
    let strikes: Int?
    /// The title of the rung that comes first.
    let needs: String?
    /// What is said to the author or done about the comment; what is only recorded or passed on inside is not here.
    let deeds: [Deed]
    let appeal: Appeal?
  }

  struct Deed {
    /// "hide the comment"
    let words: String
    let duration: ActionDuration?
  }

  struct Appeal {
    let within: Allowance?
    let answeredWithin: Allowance?
  }

  let title: String
  let about: String?
  let contact: String?
  let version: String?
  let effective: CalendarDate?
  let rules: [Rule]
  let ladders: [Ladder]
}

extension PublicPolicy {
  /// The one place where a playbook's words become public.
  init(of playbook: Playbook) {
    let published = playbook.ladders.filter { $0.isPublished && $0.status == .active }
    title = playbook.houseRules?.title ?? "House rules"
    about = playbook.houseRules?.about
    contact = playbook.houseRules?.contact
    version = playbook.version
    effective = playbook.effective
    ladders = published.map { Ladder($0, actions: playbook.actions) }
    rules = playbook.activeCategories.compactMap { category in
      let ladder = published.first { $0.definition.isNamed(category.ladder) }
      return category.houseRule.map { Rule(text: $0, ladder: ladder.map { ($0.definition.label, Ladder.anchor($0)) }) }
    }
  }
}

extension PublicPolicy.Ladder {
  fileprivate init(_ ladder: PlaybookModel.Ladder, actions: [ActionDefinition]) {
    title = ladder.definition.label
    anchor = Self.anchor(ladder)
    forgetAfter = ladder.forgetAfter
    rungs = ladder.rungs.map { rung in
      PublicPolicy.Rung(
        title: rung.definition.label, strikes: rung.strikes, needs: ladder.rung(named: rung.needs)?.definition.label,
        deeds: rung.orders.must.compactMap { PublicPolicy.Deed($0, declared: actions) },
        appeal: rung.appeal.map { PublicPolicy.Appeal(within: $0.within, answeredWithin: $0.answeredWithin) })
    }
  }

  fileprivate static func anchor(_ ladder: PlaybookModel.Ladder) -> Anchor {
    Anchor("ladder.\(ladder.definition.name)")
  }
}

extension PublicPolicy.Deed {
  fileprivate init?(_ action: OrderedAction, declared: [ActionDefinition]) {
    let definition = (ActionDefinition.builtIn + declared).first { $0.name.utf8.elementsEqual(action.name.utf8) }
    guard let definition, definition.kind >= .speak else { return nil }
    words = definition.isBuiltIn ? Self.words(for: definition) : definition.title.withSmallInitial
    duration = action.terms.duration
  }

  /// What a built-in action does, told to the author.
  private static func words(for action: ActionDefinition) -> String {
    switch action.name {
    case "reply": "answer you"
    case "message": "write to you in private"
    case "warn": "warn you"
    case "hide": "hide the comment"
    case "mute": "mute you"
    case "remove": "remove the comment"
    case "block": "block you"
    default: action.title
    }
  }
}
