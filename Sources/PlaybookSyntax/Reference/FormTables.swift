import DecisionModel

// The keys of every form, as tables.

extension ReferenceTable {
  /// A table for each form of the language: those of a playbook and its comments, then those of a decision.
  public static let ofForms: [ReferenceTable] =
    [FormFamily.playbook, .decision].flatMap { family in family.forms.map { ReferenceTable($0, in: family) } }

  private init(_ form: Form, in family: FormFamily) {
    self.init(
      family.tableName(of: form), columns: ["key", "expects", "meaning", "required", "since"],
      rows: form.keys.map { key in
        [
          "`\(key.name)`", key.shape.words(in: family), key.meaning + key.effect.note,
          key.isRequired ? "yes" : "", "\(key.since)",
        ]
      })
  }
}

/// Forms that belong together, and how tables call them. A playbook and a decision both have "a step".
struct FormFamily {
  static let playbook = FormFamily(
    roots: [.form(.playbook), .form(.part)] + ConditionKey.all.map(\.shape) + [.form(.textTest), Form.ladderHistory],
    ending: "")
  static let decision = FormFamily(roots: [.form(.decision)], ending: " in a decision")

  /// Every form that is met on the way from the roots, each once.
  let forms: [Form]
  private let ending: String

  private init(roots: [Shape], ending: String) {
    var found: [Form] = []
    func visit(_ shape: Shape) {
      switch shape {
      case .form(let form), .clause(let form):
        if found.contains(where: { $0.title == form.title }) { return }
        found.append(form)
        form.keys.forEach { visit($0.shape) }
      case .list(let item), .oneOrMany(let item), .entries(_, let item): visit(item)
      case .either(let shapes): shapes.forEach(visit)
      case .scalar, .condition, .numberTest, .givenFacts: break
      }
    }
    roots.forEach(visit)
    forms = found
    self.ending = ending
  }

  func tableName(of form: Form) -> String {
    "keys of \(form.title)" + (ending.hasSuffix(form.title) ? "" : ending)
  }

  func link(to form: Form) -> String { ReferenceTable.link(form.title, to: tableName(of: form)) }
}

extension Key.Effect {
  /// What a table says of a key that does not do yet what it means.
  var note: String {
    switch self {
    case .now: ""
    case .later: " (checked, without effect yet)"
    case .laterFor(let words): " (\(words.asChoice): checked, without effect yet)"
    }
  }
}
