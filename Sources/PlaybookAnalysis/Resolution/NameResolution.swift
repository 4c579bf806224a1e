import DecisionModel
import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// Finds what every name means: what is defined twice, what is not defined, what nothing uses.
struct NameResolution {
  private(set) var names = NameTable()
  private(set) var findings = Findings()
  private var used: [Namespace: Set<String>] = [:]
  private var declaredTypes: [String: FactType] = [:]
  private let loaded: LoadedPlaybook

  init(_ loaded: LoadedPlaybook) {
    self.loaded = loaded
    for part in loaded.parts {
      for use in part.syntax.definitions { define(use, isOwn: part.isOwn) }
    }
    readFactTypes()
    for part in loaded.parts {
      for use in part.syntax.references { resolve(use) }
      for use in part.syntax.factTests + part.syntax.givenFacts { markUsed(.fact, use.fact.text) }
    }
    if !loaded.isIncomplete { reportUnused() }
  }

  /// The type of a fact, if there is such a fact. Declared ones are told by their definitions.
  func factType(_ name: String) -> FactType? {
    if let fact = BuiltInFact.named(name) { return fact.type }
    return names.isDefined(name, in: .fact) ? declaredTypes[name] : nil
  }

  private mutating func readFactTypes() {
    for part in loaded.parts {
      for entry in part.syntax.root.entries("facts") where names.isDefined(entry.key.text, in: .fact) {
        declaredTypes[entry.key.text] = entry.value.mapping?.text("type").flatMap(FactType.init(rawValue:))
      }
    }
  }

  private mutating func define(_ use: NameUse, isOwn: Bool) {
    if NameTable.builtIn[use.namespace]?.contains(use.name) == true {
      findings.report(.partOfTheLanguage(use))
    } else if let earlier = names.define(use, isOwn: isOwn) {
      findings.report(.definedTwice(use, earlier.span))
    }
  }

  private mutating func resolve(_ use: NameUse) {
    if names.isDefined(use.name, in: use.namespace) { return markUsed(use.namespace, use.name) }
    // `none` is the empty set wherever something is expected.
    guard use.name != "none", !mayStandInWhatIsMissing(use.namespace) else { return }
    findings.report(unknown(use))
  }

  private mutating func markUsed(_ namespace: Namespace, _ name: String) {
    guard names.entry(name, in: namespace) != nil else { return }
    used[namespace, default: []].insert(name)
  }

  /// Whether a name may be defined in what could not be read, so that its absence is no mistake of its own.
  private func mayStandInWhatIsMissing(_ namespace: Namespace) -> Bool {
    loaded.isIncomplete && !loaded.parts.contains { $0.syntax.root[namespace.section] != nil }
  }

  private func unknown(_ use: NameUse) -> Diagnostic {
    let known = names.names(in: use.namespace)
    var help = known.isEmpty ? "define it under `\(use.namespace.section)`" : "write one of \(known.listed)"
    if let meant = nearest(to: use.name, among: known) {
      let place = names.entry(meant, in: use.namespace).map { " (\(loaded.files.shortLocation(of: $0.span)))" } ?? ""
      help = "write `\(meant)`\(place)"
    }
    return .unknownName(use, help: help)
  }

  private mutating func reportUnused() {
    for part in loaded.parts where part.isOwn {
      for use in part.syntax.definitions where Namespace.mustBeUsed.contains(use.namespace) {
        if used[use.namespace]?.contains(use.name) != true { findings.report(.unused(use)) }
      }
    }
  }
}

extension Namespace {
  /// What a playbook defines only to use it elsewhere.
  static let mustBeUsed: Set<Namespace> = [
    .team, .fact, .lexicon, .signal, .response, .ladder, .standard, .action, .step, .mode,
  ]

  /// The key under which such names are defined.
  var section: String {
    switch self {
    case .category: "categories"
    case .step: "response_steps"
    case .watch: "watch"
    default: kebab + "s"
    }
  }
}

extension [String] {
  /// Names as a sentence lists them; long lists are cut.
  var listed: String {
    let shown = prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return count > 8 ? shown + ", …" : shown
  }
}

extension SourceFiles {
  /// `playbook.yaml:23`: the file's own name and the line.
  func shortLocation(of span: Span) -> String {
    let file = self[span.file]
    return "\(Path.name(of: file.name)):\(file.place(of: span.start).line)"
  }
}

extension Diagnostic {
  fileprivate static func unknownName(_ use: NameUse, help: String) -> Diagnostic {
    Diagnostic(
      Name("unknown-\(use.namespace.kebab)"), .error, "there is no \(use.namespace.rawValue) `\(use.name.prefix(60))`",
      at: use.span, help: help)
  }

  fileprivate static func definedTwice(_ use: NameUse, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      "defined-twice", .error, "the \(use.namespace.rawValue) `\(use.name)` is defined twice", at: use.span,
      label: "here again", related: [.init(span: earlier, label: "defined here")], help: "give one of them another name")
  }

  fileprivate static func partOfTheLanguage(_ use: NameUse) -> Diagnostic {
    Diagnostic(
      "defined-twice", .error, "the \(use.namespace.rawValue) `\(use.name)` is part of the language", at: use.span,
      help: "give yours another name, or leave it out")
  }

  fileprivate static func unused(_ use: NameUse) -> Diagnostic {
    Diagnostic(
      Name("unused-\(use.namespace.kebab)"), .warning, "nothing uses the \(use.namespace.rawValue) `\(use.name)`", at: use.span,
      help: "use it, or leave it out")
  }
}
