import DecisionModel

// The keys of every form, as tables.

extension ReferenceTable {
  /// A table for each form of the language: those of a playbook and its comments, those of a decision, and what a review
  /// has beside them.
  public static let ofForms: [ReferenceTable] =
    [FormFamily.playbook, .decision, .review].flatMap { family in family.forms.map { ReferenceTable($0, in: family) } }

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
    roots: [.form(.playbook), .form(.part)] + ConditionKey.all.map(\.shape) + [.form(.textTest), Form.ladderHistory]
      + [.form(.draft)], ending: "")
  static let decision = FormFamily(roots: [.form(.decision)], ending: " in a decision")
  static let review = FormFamily(roots: [.form(.review)], ending: " in a review", beside: .decision)

  /// Every form that is met on the way from the roots, each once.
  let forms: [Form]
  private let ending: String
  /// The tables of another family for forms that are the same in both, by the form's title.
  private let tablesElsewhere: [String: String]

  private init(roots: [Shape], ending: String, beside other: FormFamily? = nil) {
    let elsewhere = (other?.forms ?? []).map { ($0.title, other?.tableName(of: $0) ?? "") }
    tablesElsewhere = Dictionary(elsewhere, uniquingKeysWith: { first, _ in first })
    let isElsewhere = tablesElsewhere
    var found: [Form] = []
    func visit(_ shape: Shape) {
      switch shape {
      case .form(let form), .clause(let form):
        if isElsewhere[form.title] != nil || found.contains(where: { $0.title == form.title }) { return }
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
    tablesElsewhere[form.title] ?? "keys of \(form.title)" + (ending.hasSuffix(form.title) ? "" : ending)
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
