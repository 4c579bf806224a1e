import DecisionModel
import PlaybookModel

/// What people call the things of a playbook, and where its document speaks of each.
struct Titles {
  enum Kind: String {
    case team, category, response, ladder, escalation, promise, standard, signal, lexicon, fact, channel, action, step,
      mode
  }

  /// By kind, then by the bytes of the name.
  private var definitions: [Kind: [[UInt8]: Definition]] = [:]
  private var actionTitles: [[UInt8]: String] = [:]
  private var rungs: [Definition] = []

  init(_ playbook: Playbook) {
    add(playbook.teams.map(\.definition), as: .team)
    add(playbook.categories.map(\.definition), as: .category)
    add(playbook.responses.map(\.definition), as: .response)
    add(playbook.ladders.map(\.definition), as: .ladder)
    add(playbook.escalations.map(\.definition), as: .escalation)
    add(playbook.shownStandards.map(\.definition), as: .standard)
    add(playbook.signals.map(\.definition), as: .signal)
    add(playbook.lexicons.map(\.definition), as: .lexicon)
    add(playbook.facts.map(\.definition), as: .fact)
    add(playbook.shownChannels.map(\.definition), as: .channel)
    add(playbook.modes.map(\.definition), as: .mode)
    add(playbook.steps.map(\.definition), as: .step)
    for action in ActionDefinition.builtIn + playbook.actions { actionTitles[Array(action.name.utf8)] = action.title }
    rungs = playbook.ladders.flatMap { $0.rungs.map(\.definition) }
  }

  private mutating func add(_ added: [Definition], as kind: Kind) {
    definitions[kind] = Dictionary(added.map { (Array($0.name.utf8), $0) }) { first, _ in first }
  }

  func definition(_ kind: Kind, _ name: String) -> Definition? { definitions[kind]?[Array(name.utf8)] }

  func title(_ kind: Kind, _ name: String) -> String {
    definition(kind, name)?.label ?? Definition.label(of: name)
  }

  /// The title, linked to the place where the document defines it.
  func link(_ kind: Kind, _ name: String) -> Prose {
    definition(kind, name).map { .link(Prose($0.label), to: anchor(kind, name)) } ?? Prose(title(kind, name))
  }

  /// The title as it stands within a sentence, linked and set off. Signs and word lists without a title are spoken of by
  /// the words of their names, with a small letter.
  func mention(_ kind: Kind, _ name: String, after words: (String) -> String = { $0 }) -> Prose {
    let definition = definition(kind, name)
    let label = Definition.label(of: name)
    let spoken = definition?.title ?? words(kind == .signal || kind == .lexicon ? label.withSmallInitial : label)
    return definition == nil ? .emphasis(Prose(spoken)) : .link(.emphasis(Prose(spoken)), to: anchor(kind, name))
  }

  func anchor(_ kind: Kind, _ name: String) -> Anchor { Anchor("\(kind.rawValue).\(name)") }

  func anchor(of rung: Rung, on ladder: Ladder) -> Anchor {
    Anchor("ladder.\(ladder.definition.name).\(rung.definition.name)")
  }

  /// What an action does, as an order: "hide it".
  func action(_ name: String) -> String {
    actionTitles[Array(name.utf8)]?.withSmallInitial ?? Definition.label(of: name).withSmallInitial
  }

  /// The title of a rung, or else of an action.
  func rungOrAction(_ name: String) -> String {
    rungs.first { $0.isNamed(name) }?.label ?? action(name)
  }
}

extension String {
  /// The text as it stands within a sentence. Words all in capitals, and what is named by one letter, stay.
  var withSmallInitial: String {
    let second = dropFirst().first
    return second.map { $0.isUppercase || !$0.isLetter } ?? true ? self : prefix(1).lowercased() + dropFirst()
  }

  var withLargeInitial: String { prefix(1).uppercased() + dropFirst() }

  /// The text as a sentence that another one follows.
  var withFullStop: String {
    last.map { $0.isLetter || $0.isNumber } ?? false ? self + "." : self
  }
}

extension [String] {
  /// Whether a name is among these. Names are compared as bytes.
  func includes(_ name: String) -> Bool { contains { $0.utf8.elementsEqual(name.utf8) } }
}

extension Definition {
  func isNamed(_ name: String?) -> Bool { name.map { $0.utf8.elementsEqual(self.name.utf8) } ?? false }
}

extension Ladder {
  func rung(named name: String?) -> Rung? { rungs.first { $0.definition.isNamed(name) } }
}

extension Playbook {
  /// The standards that some plan is held to. What an import brings and nobody uses has no place in the document.
  var shownStandards: [Standard] {
    let used = Set(responses.flatMap(\.standards).map { Array($0.utf8) })
    return standards.filter { $0.holdsForEveryPlan || used.contains(Array($0.definition.name.utf8)) }
  }

  /// The channels that are the playbook's own; all that it knows of where it does not say.
  var shownChannels: [Channel] {
    usedOn.isEmpty ? channels : channels.filter { usedOn.includes($0.definition.name) }
  }
}
