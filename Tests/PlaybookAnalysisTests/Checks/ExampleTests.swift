import Diagnostics
import PlaybookAnalysis
import TestSupport
import Testing

private func example(_ category: String, _ lexicon: String = "[idiot, moron]") -> String {
  playbook(
    "lexicons: {insults: \(lexicon)}\ncategories: [{category: abuse, when: {text.uses: insults}, \(category)}, "
      + "{category: loud, examples: ['WHAT'], when: {text.capitals: more than 60%}}, {category: other, when: otherwise}]"
  )
}

private let widen = "widen the condition, or move the example to where it belongs"
private let narrow = "narrow the condition with `unless` or `except`, or leave the counterexample out"

private let cases = [
  FindingCase(
    "category-without-examples", "the category `abuse` shows no comment that it takes", severity: .note,
    help: "add `examples`, and `counterexamples` that come close",
    in: example("counterexamples: ['a dear']").replacing("category: abuse", with: "category: 1️⃣abuse2️⃣"),
    notIn: example("examples: ['an idiot']")),
  FindingCase(
    "misjudged-example", "this example gets the category `other`", severity: .warning, help: widen,
    in: example("examples: ['an idiot', 1️⃣'a fool'2️⃣]"), notIn: example("examples: ['an idiot', 'a moron']")),
  FindingCase(
    "misjudged-example", "this example gets the category `loud`", severity: .warning, help: widen,
    in: example("examples: ['an idiot', 1️⃣'A FOOL'2️⃣]"), notIn: example("examples: ['an idiot', 'A MORON']")),
  FindingCase(
    "misjudged-counterexample", "this counterexample gets the category `abuse`", severity: .warning, help: narrow,
    in: example("examples: ['an idiot'], counterexamples: ['a fool', 1️⃣'idiot proof'2️⃣]"),
    notIn: example("examples: ['an idiot'], counterexamples: ['a fool', 'foolproof']")),
  FindingCase(
    "misjudged-example", "the lexicon insults does not hold for this example", severity: .warning, help: widen,
    in: example("examples: ['an idiot']", "{terms: [idiot], examples: [1️⃣'a fool'2️⃣]}"),
    notIn: example("examples: ['an idiot']", "{terms: [idiot], examples: ['the idiot']}")),
  FindingCase(
    "misjudged-counterexample", "the lexicon insults holds for this counterexample", severity: .warning, help: narrow,
    in: example("examples: ['an idiot']", "{terms: [idiot], counterexamples: [1️⃣'idiot proof'2️⃣]}"),
    notIn: example(
      "examples: ['an idiot']", "{terms: [idiot], except: [idiot proof], counterexamples: ['idiot proof']}")),
]

@Test(arguments: cases) func `every example is judged by the engine`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test func `examples are not judged by what cannot be read`() {
  let text = example("examples: ['a fool']") + "\nteams: {care: {cover: nobody}}\n"
  #expect(findings(in: text).filter { $0.severity == .error }.map(\.name) == ["unknown-team"])
  #expect(!findings(in: text).contains { $0.name == "misjudged-example" })
}

@Test func `whoever runs the tests has the examples there`() throws {
  let reader = FileReader { _ throws(FileReader.Trouble) in Array(example("examples: ['a fool']").utf8) }
  #expect(try analyse("playbook.yaml", with: reader).findings.map(\.name) == ["misjudged-example"])
  #expect(try analyse("playbook.yaml", with: reader, judging: false).findings == [])
}
