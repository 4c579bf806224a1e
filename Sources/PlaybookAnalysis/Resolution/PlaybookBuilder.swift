import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import YAMLSyntax

/// Builds the playbook that the files mean.
///
/// What is wrong with a value was reported by the walk over the forms and by the resolution of names, and is passed
/// over here in silence; reported here is only what no single value shows.
struct PlaybookBuilder {
  let loaded: LoadedPlaybook
  let names: NameResolution
  let zone: ZoneTable
  var findings = Findings()

  init(loaded: LoadedPlaybook, names: NameResolution, zone: ZoneTable) {
    self.loaded = loaded
    self.names = names
    self.zone = zone
  }

  /// The playbook, as far as it can be read; nil where its file cannot be read at all.
  mutating func build() -> Playbook? {
    guard let head = loaded.heading else { return nil }
    let name = head.text("playbook") ?? "playbook"
    var playbook = Playbook(
      name: name, nameSpan: head.scalar("playbook")?.span ?? head.firstKey,
      title: head.text("title") ?? Definition.label(of: name), zone: zone)
    playbook.version = head.text("version")
    playbook.effective = try? head.scalar("effective")?.date()
    playbook.about = head.text("about")
    playbook.usedOn = head.texts("used_on")
    playbook.holidays = head.dates("holidays")
    playbook.matching = MatchingRule(
      ignoresAccents: head.mapping("matching")?.text("accents") == "ignored",
      ignoresQuotes: head.mapping("matching")?.text("quotes") == "ignored")
    playbook.retention = head.mapping("retention").map {
      RetentionRule(texts: $0.length("texts"), events: $0.length("events"))
    }
    playbook.houseRules = head.mapping("house_rules").map {
      HouseRules(title: $0.text("title"), about: $0.text("about"), contact: $0.text("contact"))
    }
    addDefinitions(to: &playbook)
    addRules(to: &playbook)
    addDuties(to: &playbook)
    playbook.libraryFiles = Set(loaded.parts.map(\.file).filter(\.isOfStandardLibrary).map(\.id))
    return playbook.withoutIdleLibrary
  }

  private mutating func addDefinitions(to playbook: inout Playbook) {
    playbook.teams = named("teams") { $0.team($1) }
    playbook.facts = named("facts") { $0.fact($1) }
    playbook.modes = named("modes") { builder, entry in
      Mode(definition: builder.definition(entry), atMost: entry.value.mapping?.length("at_most"))
    }
    playbook.lexicons = named("lexicons") { $0.lexicon($1) }
    playbook.signals = named("signals") { $0.signal($1) }
    playbook.standards = named("standards") { $0.standard($1) }
    playbook.channels = named("channels") { $0.channel($1) }
    playbook.actions = named("actions") { $0.action($1) }
    playbook.brakes = named("brakes") { $0.brake($1) }
    playbook.steps = named("response_steps") { builder, entry in
      StepDefinition(definition: builder.definition(entry), shownBy: entry.value.mapping?.text("shown_by"))
    }
  }

  private mutating func addRules(to playbook: inout Playbook) {
    playbook.categories = CategoryRanking(of: loaded).categories.compactMap { category($0) }
    playbook.responses = named("responses") { $0.response($1) }
    playbook.ladders = named("ladders") { $0.ladder($1) }
    playbook.escalations = loaded.rankedEscalations.compactMap { escalation($0) }
  }

  private mutating func addDuties(to playbook: inout Playbook) {
    playbook.promises = named("promises") { $0.promise($1) }
    playbook.watches = named("watch") { $0.watch($1) }
    playbook.practices = named("practices") { builder, entry in
      Practice(definition: builder.definition(entry), text: entry.value.scalar?.text ?? "")
    }
    playbook.tests = loaded.parts.flatMap { $0.syntax.root.mappings("tests") }.compactMap { test($0) }
  }

  // MARK: Walking the files

  /// What all files define under a key, in the order of the names, each name once.
  private mutating func named<Thing>(
    _ key: String, _ make: (inout PlaybookBuilder, YAMLMapping.Entry) -> Thing?
  ) -> [Thing] {
    var seen: Set<Span> = []
    let entries = loaded.parts.flatMap { $0.syntax.root.entries(key) }.filter { entry in
      isDefinedHere(entry.key, under: key) && seen.insert(entry.key.span).inserted
    }
    return entries.sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
      .compactMap { make(&self, $0) }
  }

  private func isDefinedHere(_ key: YAMLScalar, under section: String) -> Bool {
    guard let namespace = Namespace.allCases.first(where: { $0.section == section || $0.rawValue == section }) else {
      return true
    }
    return names.names.place(of: key.text, in: namespace) == key.span
  }
}

extension PlaybookBuilder {
  /// The definition of an entry such as `care: {title: Customer care}`.
  func definition(_ entry: YAMLMapping.Entry) -> Definition {
    let mapping = entry.value.mapping
    return Definition(
      name: entry.key.text, span: entry.key.span.joined(with: entry.value.span), nameSpan: entry.key.span,
      title: mapping?.text("title"), about: mapping?.text("about"))
  }

  /// The definition of an item such as `{rung: warn, title: …}`.
  func definition(_ mapping: YAMLMapping, named key: String) -> Definition? {
    guard let name = mapping.scalar(key) else { return nil }
    return Definition(
      name: name.text, span: mapping.span, nameSpan: name.span, title: mapping.text("title"),
      about: mapping.text("about"))
  }
}
