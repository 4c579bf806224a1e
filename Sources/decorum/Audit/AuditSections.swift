import DecisionModel
import Diagnostics
import PolicyAudit

/// A part of an audit as a person reads it, on a terminal or in a pull request.
struct AuditSection {
  /// A list, or a clause, with what is to be said of it.
  struct Item {
    let title: String
    var table: ReportTable?
    var lines: [String] = []
  }

  let title: String
  let opening: String
  var table: ReportTable?
  var items: [Item] = []
}

extension AuditReport {
  func sections(show: Int) -> [AuditSection] {
    [neutrality.map { section($0) }, evasion == nil ? nil : evasionSection, collateralSection(show: max(show, 1))]
      .compactMap { $0 }
  }

  // MARK: Neutrality

  private func section(_ neutrality: Neutrality) -> AuditSection {
    let bound =
      neutrality.tried < neutrality.named ? "; \(neutrality.tried) of these were tried, evenly taken" : ""
    let opening =
      "\(counted(neutrality.changed, "swap changes", "swaps change")) the decision, of \(neutrality.swaps) "
      + "(\(shareText(share(.neutrality) ?? 0))). \(neutrality.comments) comments were read (examples and tests, "
      + "\(comments.comments.count) given, sentences of ours, each term of the lists); "
      + "\(neutrality.named) name a group\(bound)."
    return AuditSection(
      title: "Neutrality", opening: opening,
      items: neutrality.causes.map { cause in
        AuditSection.Item(
          title: "\(cause.clause), by \(cause.what): \(counted(cause.swaps, "swap", "swaps"))  \(cause.at)",
          lines: terms(of: cause) + cause.examples.flatMap(lines))
      })
  }

  private func lines(_ example: Neutrality.Example) -> [String] {
    [
      "“\(shortened(example.text))”",
      "“\(shortened(example.swapped))”  (\(example.table): \(example.from) → \(example.to))",
      "  \(example.changes.some(4, "; "))",
    ]
  }

  private func terms(of cause: Neutrality.Cause) -> [String] {
    let terms = cause.terms.sorted { $0.swaps > $1.swaps }.map { "“\($0.term)” (\($0.swaps))" }
    return terms.isEmpty ? [] : [terms.some(12)]
  }

  // MARK: Evasion

  private var evasionSection: AuditSection {
    let guards = guardEvasion
    let opening =
      "\(counted(guards.sum(\.escaped), "disguise escapes", "disguises escape")), of \(guards.sum(\.tried)) "
      + "(\(shareText(share(.evasion) ?? 0))), \(counted(guards.count, "list that guards", "lists that guard")): "
      + "those whose finds are held against an author. Up to \(guards.map(\.termsTried).max() ?? 0) terms of a list were "
      + "written in \(Disguise.catalogue.count) ways."
    let rows = guards.map(row) + (otherEvasion.isEmpty ? [] : [othersRow])
    let table = ReportTable(
      title: "", head: ["list", "terms", "tried", "disguises", "escape", "share"], rows: rows)
    return AuditSection(
      title: "Evasion", opening: opening, table: table, items: guards.filter { $0.escaped > 0 }.map(item))
  }

  private func row(_ evasion: ListEvasion) -> [String] {
    [
      evasion.list.words, "\(evasion.list.terms.count)", "\(evasion.termsTried)", "\(evasion.tried)",
      "\(evasion.escaped)", shareText(Self.share(evasion.escaped, of: evasion.tried) ?? 0),
    ]
  }

  private var othersRow: [String] {
    let others = otherEvasion
    let (tried, escaped) = (others.sum(\.tried), others.sum(\.escaped))
    return [
      "\(counted(others.count, "other list", "other lists")), which nobody has a reason to escape",
      "\(others.reduce(0) { $0 + $1.list.terms.count })", "\(others.sum(\.termsTried))", "\(tried)", "\(escaped)",
      shareText(Self.share(escaped, of: tried) ?? 0),
    ]
  }

  private func item(_ evasion: ListEvasion) -> AuditSection.Item {
    let rows = evasion.ways.filter { !$0.escaped.isEmpty }.map { way in
      let example = way.escaped.first.map { "\(shortened($0.written)) (\($0.term))" } ?? ""
      return [way.disguise.title, "\(way.tried)", "\(way.escaped.count)", example]
    }
    let left = evasion.mendings.last?.after ?? evasion.escaped
    let rest = left > 0 ? ["\(counted(left, "escapes", "escape")) whatever the list does"] : []
    let missing =
      evasion.notFound.isEmpty
      ? [] : ["not found even as they stand, since an exception takes them away: \(evasion.notFound.some(8))"]
    return AuditSection.Item(
      title: "\(evasion.list.words): \(evasion.escaped) of \(evasion.tried) escape",
      table: ReportTable(title: "", head: ["way", "tried", "escape", "for example"], rows: rows),
      lines: missing + evasion.mendings.map { "mend: \(words($0, of: evasion.list)), \(outcome($0, "escape"))" } + rest)
  }

  // MARK: Collateral

  private func collateralSection(show: Int) -> AuditSection? {
    guard let collateral else { return nil }
    let read =
      innocents.commentsGiven > innocents.comments ? ", evenly taken of \(innocents.commentsGiven)" : ""
    let dictionary = words.path.map { ", \(innocents.dictionary) of \($0)" } ?? ""
    let opening =
      "\(counted(caughtByGuards, "innocent is", "innocents are")) caught by lists that guard, of \(innocents.all) "
      + "(\(shareText(share(.collateral) ?? 0))): \(innocents.ours) words of ours\(dictionary), "
      + "\(innocents.comments) harmless comments\(read)."
    return AuditSection(
      title: "Collateral", opening: opening,
      items: collateral.filter { !$0.caught.isEmpty }.map { item($0, show: show) })
  }

  private func item(_ collateral: ListCollateral, show: Int) -> AuditSection.Item {
    let terms = collateral.caught.byTerm.map { term, caught in
      "“\(term)” is found in \(caught.map(\.shown).some(show * 3))"
    }
    let left = collateral.mendings.last?.after ?? collateral.caught.count
    let rest =
      left > 0
      ? ["\(counted(left, "is", "are")) caught still: by the terms themselves, or to mend it an example would fail"]
      : []
    return AuditSection.Item(
      title: "\(collateral.list.words): \(collateral.caught.count) caught",
      lines: terms + collateral.mendings.map { "mend: \(words($0, of: collateral.list)), \(outcome($0, "are caught"))" }
        + rest)
  }

  // MARK: Words

  private func outcome(_ mending: TriedMending, _ verb: String) -> String {
    let innocent =
      mending.alsoCaught.isEmpty
      ? "nothing innocent is caught by it" : "but it catches \(mending.alsoCaught.map(\.shown).some(8))"
    return "then \(mending.after) \(verb), before \(mending.before); every example stays, \(innocent)"
  }

  private func words(_ mending: TriedMending, of list: AuditedList) -> String {
    let words = mending.changes.map { $0.words }.joined(separator: " and ")
    return list.isOfCondition ? "make the phrases a lexicon, and there \(words)" : words
  }
}

extension ListChange {
  /// What to write: `write disguises: yes`.
  var words: String {
    switch self {
    case .disguises: "write `disguises: yes`"
    case .noDisguises: "take `disguises: yes` away"
    case .goOn(let terms): "end with a `*`: \(terms.some(8))"
    case .endThere(let terms): "drop the `*` of \(terms.some(8))"
    case .add(let terms): "add \(terms.some(8))"
    case .except(let phrases): "add to `except`: \(phrases.some(12))"
    }
  }
}

extension AuditedList {
  var words: String {
    (isOfCondition ? "phrases of \(name)" : name) + (disguises ? " (disguises: yes)" : "")
  }
}

extension Caught {
  /// The word, or the place in a comment.
  var shown: String {
    source == .comment ? "“\(shortened(hit))” of a comment" : shortened(text)
  }
}

extension [String] {
  /// The first of them, and how many more there are.
  func some(_ most: Int, _ separator: String = ", ") -> String {
    prefix(most).joined(separator: separator) + (count > most ? " and \(count - most) more" : "")
  }
}

/// A text of others, cut so that it stays on its line.
private func shortened(_ bytes: [UInt8]) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  return text.count > 100 ? text.prefix(99) + "…" : text
}

/// `1 swap changes`, `2 swaps change`
private func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
