import DecisionModel
import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// Finds what every name means: what is defined twice, what is not defined, what nothing uses.
struct NameResolution {
  private(set) var names = NameTable()
  /// All names of each kind, in the order of their bytes.
  private var known: [Namespace: [String]] = [:]
  private(set) var findings = Findings()
  private var used: [Namespace: Set<[UInt8]>] = [:]
  private var declaredTypes: [[UInt8]: FactType] = [:]
  private let loaded: LoadedPlaybook
  /// To look for the name that was meant takes a while among many names, and nobody reads so many answers.
  private var suggestionsLeft = 100

  init(_ loaded: LoadedPlaybook) {
    self.loaded = loaded
    for part in loaded.parts {
      let isOfLibrary = part.file.isOfStandardLibrary
      for use in part.syntax.definitions { define(use, isOfLibrary: isOfLibrary) }
    }
    for namespace in Namespace.allCases { known[namespace] = names.names(in: namespace) }
    readFactTypes()
    for part in loaded.parts {
      for use in part.syntax.references { resolve(use) }
      for use in part.syntax.factTests { markUsed(.fact, use.fact.text) }
    }
  }

  /// The type of a fact, if there is such a fact. Declared ones are told by their definitions.
  func factType(_ name: String) -> FactType? {
    NameTable.isBuiltIn(name, in: .fact) ? BuiltInFact.named(name)?.type : declaredTypes[Array(name.utf8)]
  }

  private mutating func readFactTypes() {
    for part in loaded.parts {
      for entry in part.syntax.root.entries("facts") where names.place(of: entry.key.text, in: .fact) == entry.key.span
      {
        declaredTypes[Array(entry.key.text.utf8)] = entry.value.mapping?.text("type").flatMap(FactType.declared)
      }
    }
  }

  private mutating func define(_ use: NameUse, isOfLibrary: Bool) {
    if NameTable.mayBeDescribed(use) { return describe(use, isOfLibrary: isOfLibrary) }
    let isKeyOfHistory = use.namespace == .ladder && ConditionKey.named("history.\(use.name)") != nil
    if NameTable.isBuiltIn(use.name, in: use.namespace) || isKeyOfHistory {
      findings.reportWithinReason(.partOfTheLanguage(use))
    } else if let earlier = names.define(use) {
      findings.reportWithinReason(.definedTwice(use, earlier))
    }
  }

  /// A step of the language may be described: by the standard library, and by an author, whose word then holds.
  private mutating func describe(_ use: NameUse, isOfLibrary: Bool) {
    guard let earlier = names.define(use) else { return }
    let isEarlierOfLibrary = loaded.files[earlier.file].isOfStandardLibrary
    switch (isEarlierOfLibrary, isOfLibrary) {
    case (true, false): names.redefine(use)
    case (false, true): break
    default: findings.reportWithinReason(.definedTwice(use, earlier))
    }
  }

  private mutating func resolve(_ use: NameUse) {
    if names.isDefined(use.name, in: use.namespace) { return markUsed(use.namespace, use.name) }
    let meant = meant(by: use.name, among: known(in: use.namespace))
    let help = help(with: use, meant: meant)
    guard !loaded.mayHide(use.namespace) else { return }
    let certain = meant.flatMap { certainly($0, by: use.name, among: known(in: use.namespace)) }
    findings.reportWithinReason(.unknownName(use, certain: certain, help: help))
  }

  private mutating func markUsed(_ namespace: Namespace, _ name: String) {
    used[namespace, default: []].insert(Array(name.utf8))
  }

  /// What to write in place of an unknown name. The name that was meant counts as used: that nothing else uses it
  /// follows from the slip.
  private mutating func help(with use: NameUse, meant: String?) -> String {
    guard let meant else { return use.namespace.helpToDefine(known(in: use.namespace)) }
    markUsed(use.namespace, meant)
    return "write `\(meant)`\(shortPlace(of: meant, in: use.namespace))"
  }

  func known(in namespace: Namespace) -> [String] { known[namespace] ?? [] }

  /// The name that was probably meant by one that is not defined.
  mutating func meant(by name: String, among known: [String]) -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    return nearest(to: name, among: known)
  }

  /// ` (playbook.yaml:23)`, where a file of the playbook defines the name.
  func shortPlace(of name: String, in namespace: Namespace) -> String {
    names.place(of: name, in: namespace).map { " (\(loaded.files.shortLocation(of: $0)))" } ?? ""
  }
}

// MARK: What nothing uses

extension NameResolution {
  /// A fact that was probably meant counts as used.
  mutating func markFactUsed(_ name: String) { markUsed(.fact, name) }

  /// Reports what the playbook itself defines and nothing uses; what a library brings need not be used.
  mutating func reportUnused() {
    guard !loaded.isPartial else { return }
    for part in loaded.parts where part.isOwn {
      let standards = part.syntax.root.mapping("standards")
      for use in part.syntax.definitions where used[use.namespace]?.contains(Array(use.name.utf8)) != true {
        if use.namespace == .practice { findings.reportWithinReason(.uncovered(use)) }
        let holdsAnyway = use.namespace == .standard && standards?.mapping(use.name)?.isYes("every_plan") == true
        if Namespace.mustBeUsed.contains(use.namespace), !holdsAnyway { findings.reportWithinReason(.unused(use)) }
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

  fileprivate func helpToDefine(_ known: [String]) -> String {
    if !known.isEmpty { return "write one of \(known.listed), or define it under `\(section)`" }
    switch self {
    case .channel: return "add `std/channels` to `imports`, or define it under `channels`"
    case .standard: return "add `std/reply-standards` to `imports`, or define it under `standards`"
    default: return "define it under `\(section)`"
    }
  }
}

extension FactType {
  /// The type that a declaration names.
  static func declared(_ name: String) -> FactType? { declarable.first { $0.rawValue.isExactly(name) } }
}

extension SourceFiles {
  /// `playbook.yaml:23`: the file's own name and the line.
  func shortLocation(of span: Span) -> String {
    let file = self[span.file]
    return "\(Path.name(of: file.name)):\(file.place(of: span.start).line)"
  }
}

extension Diagnostic {
  fileprivate static func unknownName(_ use: NameUse, certain: String?, help: String) -> Diagnostic {
    Diagnostic(
      Name("unknown-\(use.namespace.kebab)"), .error, "there is no \(use.namespace.rawValue) `\(use.shown)`",
      at: use.span, help: help, fix: certain.flatMap { Fix(of: use.name, at: use.span, replacement: $0) })
  }

  fileprivate static func definedTwice(_ use: NameUse, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      "defined-twice", .error, "the \(use.namespace.rawValue) `\(use.shown)` is defined twice", at: use.span,
      label: "here again", related: [.init(span: earlier, label: "defined here")], help: "give one of them another name"
    )
  }

  fileprivate static func partOfTheLanguage(_ use: NameUse) -> Diagnostic {
    Diagnostic(
      "defined-twice", .error, "the \(use.namespace.rawValue) `\(use.shown)` is part of the language", at: use.span,
      help: "give yours another name, or leave it out")
  }

  fileprivate static func unused(_ use: NameUse) -> Diagnostic {
    Diagnostic(
      Name("unused-\(use.namespace.kebab)"), .warning, "nothing uses the \(use.namespace.rawValue) `\(use.shown)`",
      at: use.span,
      help: "use it, or leave it out")
  }

  fileprivate static func uncovered(_ use: NameUse) -> Diagnostic {
    Diagnostic(
      "uncovered-practice", .error, "nothing shows the practice `\(use.shown)`", at: use.span,
      help: "add `covers: [\(use.shown)]` to an example, a test, a story or a promise that shows it")
  }
}

/// What was probably meant, if it was certainly meant.
func certainly(_ meant: String, by name: String, among known: [String]) -> String? {
  certainlyMeant(by: name, among: known).flatMap { $0.isExactly(meant) ? $0 : nil }
}

extension Diagnostic.Fix {
  /// A name in place of another, where the span holds that name alone, perhaps in quotes.
  init?(of name: String, at span: Span, replacement: String) {
    let others = span.end - span.start - name.utf8.count
    guard others == 0 || others == 2 else { return nil }
    self.init(span: span, replacement: replacement)
  }
}
