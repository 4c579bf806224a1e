import Diagnostics
import TestSupport
import Testing

@testable import PlaybookAnalysis

private let few = SizeLimits(terms: 3, conditions: 3, categories: 3)

private let cases = [
  FindingCase(
    "too-many-terms", "with this lexicon the playbook has more than 3 terms",
    help: "leave out terms that another covers: `refund*` is also in `refunded`",
    in: playbook("lexicons: {a: [one, two], 1️⃣b2️⃣: {terms: [three], except: [four]}}"),
    notIn: playbook("lexicons: {a: [one, two], b: [three]}")),
  FindingCase(
    "too-many-conditions", "the playbook has more than 3 conditions up to here",
    help: "list phrases in one `text.says` or a lexicon, and name conditions that repeat as signals",
    in: playbook("signals: {s: {any: [{text.words: 1}, {text.length: 1, 1️⃣text.emoji2️⃣: 1}]}}"),
    notIn: playbook("signals: {s: {any: [{text.words: 1}, {text.length: 1}]}}")),
  FindingCase(
    "too-many-categories", "the playbook has more than 3 categories up to here",
    help: "join categories that are answered alike",
    in: playbook(
      "categories:\n- {category: a, when: {text.words: 1}}\n- {category: b, when: {text.words: 2}}\n- category: c\n  when: otherwise\n- {1️⃣category2️⃣: d}"
    ),
    notIn: playbook(
      "categories: [{category: a, when: {text.words: 1}}, {category: b, when: {text.words: 2}}, {category: c, when: otherwise}]"
    )),
]

@Test(arguments: cases) func `a playbook holds so much and no more`(_ promised: FindingCase) {
  let name = promised.name
  #expect(
    promised.differences { text in
      ((try? analysed(text, limits: few).findings) ?? []).filter { $0.name.description == name }
    } == [])
}

@Test func `the limits are those of the reference`() {
  let limits = SizeLimits()
  #expect((limits.terms, limits.conditions, limits.categories) == (1_000_000, 100_000, 10_000))
}

@Test func `ten thousand categories are read, one more is told`() throws {
  let categories = (0..<10_000).map { "- {category: c\($0), when: {text.words: 1}}\n" }.joined()
  let analysis = try analysed(playbook("categories:\n\(categories)- {category: last, when: otherwise}"))
  #expect(
    told(analysis) == [
      "too-many-categories playbook.yaml:10004:4 the playbook has more than 10000 categories up to here"
    ])
}
