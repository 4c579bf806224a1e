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
      return lexicon(entry, places: entry.value.items.compactMap(\.scalar).map(TermPlace.init), except: [])
    }
    checkTerms(of: entry, mapping)
    return lexicon(
      entry, places: termPlaces(of: mapping), except: mapping.scalars("except").map(TermPlace.init),
      disguises: mapping.isYes("disguises"), examples: examples(of: mapping))
  }

  private func lexicon(
    _ entry: YAMLMapping.Entry, places: [TermPlace], except: [TermPlace], disguises: Bool = false,
    examples: Examples = .none
  ) -> Lexicon {
    var seen: Set<[UInt8]> = []
    let terms = places.filter { seen.insert(Array($0.term.utf8)).inserted }
    return Lexicon(
      definition: definition(entry), terms: terms.map { WeightedTerm(term: $0.term, weight: $0.weight ?? 1) },
      except: except.map(\.term), disguises: disguises, examples: examples, places: places, exceptPlaces: except)
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

  /// Weighted terms, terms and the terms of the file.
  private mutating func termPlaces(of mapping: YAMLMapping) -> [TermPlace] {
    // Of terms that differ in spelling alone the first counts: so the order of a mapping may not choose it.
    let weights = mapping.entries("weights").sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
    var places = weights.map { entry in
      TermPlace(term: entry.key.text, weight: (try? entry.value.scalar?.wholeNumber()) ?? 1, span: entry.key.span)
    }
    places += mapping.scalars("terms").map(TermPlace.init)
    if let file = mapping.scalar("file"), let list = loaded.wordLists[file.span] {
      for line in list.lines {
        do throws(ValueTrouble) {
          _ = try YAMLScalar(text: line.term, style: .plain, span: line.span).phrase()
          places.append(TermPlace(term: line.term, weight: nil, span: line.span))
        } catch {
          findings.reportWithinReason(error.diagnostic)
        }
      }
    }
    return places
  }

  mutating func signal(_ entry: YAMLMapping.Entry) -> Signal? {
    guard let mapping = entry.value.mapping, mapping.isClause(of: .signal) else {
      return condition(entry.value, in: .signal).map { when in
        signal(entry, Clause(when: when.condition), ClauseSpans(when: when.spans), .none)
      }
    }
    return clause(of: mapping, in: .signal).map { signal(entry, $0.clause, $0.spans, examples(of: mapping)) }
  }

  private func signal(
    _ entry: YAMLMapping.Entry, _ clause: Clause, _ spans: ClauseSpans, _ examples: Examples
  ) -> Signal {
    var signal = Signal(definition: definition(entry), clause: clause, examples: examples)
    signal.spans = spans
    return signal
  }

  mutating func standard(_ entry: YAMLMapping.Entry) -> Standard? {
    guard let mapping = entry.value.mapping else { return nil }
    var standard = Standard(
      definition: definition(entry), avoid: mapping["avoid"].flatMap { condition($0, in: .signal)?.condition },
      question: mapping.text("ask"), instead: mapping.text("instead"), holdsForEveryPlan: mapping.isYes("every_plan"),
      severity: mapping.text("severity").flatMap(Diagnostic.Severity.init(rawValue:)) ?? .error)
    standard.examples = examples(of: mapping)
    return standard
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
    nodes.map { Example(comment: comment($0), span: $0.span, covers: $0.mapping?.texts("covers") ?? []) }
  }
}

extension TermPlace {
  fileprivate init(_ scalar: YAMLScalar) { self.init(term: scalar.text.trimmedSpaces, weight: nil, span: scalar.span) }
}

extension Diagnostic {
  fileprivate static func emptyLexicon(_ entry: YAMLMapping.Entry, help: String) -> Diagnostic {
    Diagnostic("empty-lexicon", .error, "the lexicon `\(entry.key.shown)` has no terms", at: entry.key.span, help: help)
  }
}
