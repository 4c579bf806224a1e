import PlaybookSyntax
import Testing

/// Every form that can be met on the way from the top of a playbook or of an imported file, by its title.
private let reachable: [(title: String, form: Form)] = {
  var found: [(String, Form)] = []
  func visit(_ form: Form) {
    // Forms stand in no circle but that of conditions, which are no forms.
    found.append((form.title, form))
    for key in form.keys { visit(key.shape) }
  }
  func visit(_ shape: Shape) {
    switch shape {
    case .form(let form), .clause(let form): visit(form)
    case .list(let item), .oneOrMany(let item): visit(item)
    case .entries(_, let values): visit(values)
    case .either(let shapes): shapes.forEach(visit)
    case .scalar, .condition, .numberTest, .givenFacts: break
    }
  }
  visit(.playbook)
  visit(.part)
  visit(Form.ladderHistory)
  visit(.textTest)
  for key in ConditionKey.all { visit(key.shape) }
  return found
}()

@Test func `no key stands twice in a form`() {
  for (title, form) in reachable {
    let names = form.keys.map(\.name)
    #expect(Set(names).count == names.count, "\(title)")
  }
}

@Test func `no condition is known under two names`() {
  let names = ConditionKey.all.map(\.name)
  #expect(Set(names).count == names.count)
}

@Test func `every key means something, in one sentence without a full stop`() {
  let meanings =
    reachable.flatMap { title, form in form.keys.map { ("\(title): \($0.name)", $0.meaning) } }
    + ConditionKey.all.map { ($0.name, $0.meaning) }
  for (key, meaning) in meanings {
    #expect(!meaning.isEmpty && !meaning.hasSuffix(".") && !meaning.contains("\n"), "\(key)")
    #expect(meaning.first?.isUppercase == true || meaning.hasPrefix("`"), "\(key)")
  }
}

@Test func `every key is written in snake_case`() {
  for (title, form) in reachable where title != "an author" {
    for key in form.keys {
      #expect(key.name.allSatisfy { "abcdefghijklmnopqrstuvwxyz_".contains($0) }, "\(title): \(key.name)")
    }
  }
}

private let requiredKeys: [(String, [String])] = [
  ("a playbook", ["decorum", "playbook", "categories"]), ("an imported file", []),
  ("a category", ["category", "when"]), ("an escalation", ["escalation", "when"]),
  ("a rung", ["rung"]), ("a ladder", ["rungs"]), ("a step", ["step"]), ("a level", ["team"]),
  ("a fact", ["type"]), ("an action", ["title", "kind"]),
  ("a step of a story", ["at"]), ("an appeal", ["to"]), ("an acceptance", ["finding", "why"]),
  ("a brake", ["at_most", "per", "tell"]), ("a watch", ["terms", "feeds"]),
]

@Test(arguments: requiredKeys)
func `what a form cannot do without is required`(_ title: String, _ required: [String]) throws {
  let form = try #require(reachable.first { $0.title == title }?.form)
  #expect(form.keys.filter(\.isRequired).map(\.name) == required)
}

@Test(arguments: [
  "a team", "a fact", "a lexicon", "a signal", "a category", "the use of a ladder", "an escalation", "a level",
  "a ladder", "a rung", "an appeal", "a standard",
  "a channel", "an action", "a response step", "a mode", "a response", "a reply", "a step",
  "what is ordered of an action", "the lifting of an action",
  "an approval", "a promise", "what is promised", "a watch", "the head of the house rules", "the matching of text",
  "a retention", "a brake", "an acceptance", "a test",
  "a step of a story", "a comment", "an author", "a post", "a thread", "a case", "a history", "a standing",
  "an entry of a feed", "an expectation",
  "a count of conditions", "a count over time", "a test of a text",
])
func `every form is reached from the top`(_ title: String) {
  #expect(reachable.contains { $0.title == title })
}

@Test func `every name of the language that has a section is defined by a key of it`() {
  var defined: Set<Namespace> = []
  func visit(_ shape: Shape) {
    switch shape {
    case .scalar(.definition(let namespace)), .entries(.definition(let namespace), _): defined.insert(namespace)
    case .list(let item), .oneOrMany(let item): visit(item)
    case .form(let form), .clause(let form): form.keys.forEach { visit($0.shape) }
    default: break
    }
  }
  Form.playbook.keys.forEach { visit($0.shape) }
  #expect(defined == Set(Namespace.allCases))
}
