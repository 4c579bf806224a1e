import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import YAMLSyntax

extension PlaybookBuilder {
  func team(_ entry: YAMLMapping.Entry) -> Team? {
    guard let mapping = entry.value.mapping else { return nil }
    let hours = mapping.scalars("hours").compactMap { try? $0.hours() }
    return Team(
      definition: definition(entry), contact: mapping.text("contact"), hours: mapping.texts("hours"),
      week: hours.isEmpty ? nil : WeeklyHours(hours.flatMap(\.stretches)), holidays: mapping.dates("holidays"),
      cover: mapping.text("cover"))
  }

  func fact(_ entry: YAMLMapping.Entry) -> Fact? {
    guard let mapping = entry.value.mapping, let type = mapping.text("type").flatMap(FactType.declared) else {
      return nil
    }
    return Fact(
      definition: definition(entry), type: type, isRequired: mapping.isYes("required"), question: mapping.text("ask"))
  }

  mutating func lexicon(_ entry: YAMLMapping.Entry) -> Lexicon? {
    guard let mapping = entry.value.mapping else {
      let terms = entry.value.items.compactMap(\.scalar).map { WeightedTerm(term: $0.text) }
      return Lexicon(definition: definition(entry), terms: terms, except: [], disguises: false, examples: .none)
    }
    let terms = self.terms(of: mapping)
    checkTerms(of: entry, mapping)
    return Lexicon(
      definition: definition(entry), terms: terms, except: mapping.texts("except"),
      disguises: mapping.isYes("disguises"), examples: examples(of: mapping))
  }

  /// A lexicon without terms is never found. What is wrong with terms that are there was said.
  private mutating func checkTerms(of entry: YAMLMapping.Entry, _ mapping: YAMLMapping) {
    guard mapping["terms"] == nil, mapping["weights"] == nil, mapping.hasOnlyKeys(of: .lexicon) else { return }
    if let file = mapping.scalar("file") {
      guard let list = loaded.wordLists[file.span], list.lines.isEmpty, list.findings.all.isEmpty else { return }
      findings.reportWithinReason(.emptyLexicon(entry, help: "write at least one term in `\(file.shown)`"))
    } else if mapping["file"] == nil {
      findings.reportWithinReason(
        .emptyLexicon(entry, help: "add `terms`, `weights` or a `file` with at least one term"))
    }
  }

  /// Terms, weighted terms and the terms of the file, each once.
  private mutating func terms(of mapping: YAMLMapping) -> [WeightedTerm] {
    // Of terms that differ in spelling alone the first counts: so the order of a mapping may not choose it.
    let weights = mapping.entries("weights").sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
    var terms = weights.map { entry in
      WeightedTerm(term: entry.key.text, weight: (try? entry.value.scalar?.wholeNumber()) ?? 1)
    }
    terms += mapping.texts("terms").map { WeightedTerm(term: $0) }
    if let file = mapping.scalar("file"), let list = loaded.wordLists[file.span] {
      for line in list.lines {
        do throws(ValueTrouble) {
          _ = try YAMLScalar(text: line.term, style: .plain, span: line.span).phrase()
          terms.append(WeightedTerm(term: line.term))
        } catch {
          findings.reportWithinReason(error.diagnostic)
        }
      }
    }
    var seen: Set<[UInt8]> = []
    return terms.filter { seen.insert(Array($0.term.utf8)).inserted }
  }

  mutating func signal(_ entry: YAMLMapping.Entry) -> Signal? {
    guard let mapping = entry.value.mapping, mapping.isClause(of: .signal) else {
      return condition(entry.value, in: .signal).map {
        Signal(definition: definition(entry), clause: Clause(when: $0), examples: .none)
      }
    }
    guard let clause = clause(of: mapping, in: .signal) else { return nil }
    return Signal(definition: definition(entry), clause: clause, examples: examples(of: mapping))
  }

  mutating func standard(_ entry: YAMLMapping.Entry) -> Standard? {
    guard let mapping = entry.value.mapping else { return nil }
    return Standard(
      definition: definition(entry), avoid: mapping["avoid"].flatMap { condition($0, in: .signal) },
      question: mapping.text("ask"), instead: mapping.text("instead"), holdsForEveryPlan: mapping.isYes("every_plan"))
  }

  func channel(_ entry: YAMLMapping.Entry) -> Channel? {
    guard let mapping = entry.value.mapping else { return nil }
    return Channel(
      definition: definition(entry), can: mapping.texts("can"), longestReply: mapping.wholeNumber("longest_reply"),
      fallback: mapping.text("fallback"), postsWait: mapping.text("posts") == "wait")
  }

  func action(_ entry: YAMLMapping.Entry) -> ActionDefinition? {
    guard let mapping = entry.value.mapping, let title = mapping.text("title"),
      let kind = mapping.text("kind").flatMap(ActionKind.init(rawValue:))
    else { return nil }
    return ActionDefinition(name: entry.key.text, kind: kind, title: title)
  }

  func watch(_ entry: YAMLMapping.Entry) -> Watch? {
    guard let mapping = entry.value.mapping else { return nil }
    return Watch(
      definition: definition(entry), terms: mapping.texts("terms"), feeds: mapping.texts("feeds"),
      every: mapping.length("every"), owner: mapping.text("owner"))
  }

  func examples(of mapping: YAMLMapping) -> Examples {
    Examples(positive: examples(mapping.nodes("examples")), negative: examples(mapping.nodes("counterexamples")))
  }

  private func examples(_ nodes: [YAMLNode]) -> [Example] {
    nodes.map { Example(comment: comment($0), span: $0.span) }
  }
}

extension Diagnostic {
  fileprivate static func emptyLexicon(_ entry: YAMLMapping.Entry, help: String) -> Diagnostic {
    Diagnostic("empty-lexicon", .error, "the lexicon `\(entry.key.shown)` has no terms", at: entry.key.span, help: help)
  }
}
