import DecisionModel
import Foundation
import PlaybookSyntax
import Testing

/// No construct of the language is without a case.
@Suite struct WholeLanguageTests {
  private let text: String

  init() throws {
    let names = FileManager.default.enumerator(atPath: ConformanceFiles.folder.path)?.compactMap { $0 as? String } ?? []
    text = try names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix("comments.ndjson") }.map { name in
      // Some comments are no UTF-8.
      String(decoding: try Data(contentsOf: ConformanceFiles.folder.appending(path: name)), as: UTF8.self)
    }.joined(separator: "\n")
  }

  /// Whether a name stands somewhere as a key: of YAML at the start of a line, after a space or an opening brace; of JSON.
  private func isKey(_ name: String) -> Bool {
    ["\n", " ", "{"].contains { text.contains("\($0)\(name):") } || text.contains("\"\(name)\":")
  }

  @Test func `every key that has effect stands in a case`() {
    var keys: [String: String] = [:]
    var seen: Set<String> = []
    func visit(_ shape: Shape) {
      switch shape {
      case .form(let form), .clause(let form):
        guard seen.insert(form.title).inserted else { return }
        for key in form.keys where key.effect == .now {
          keys[key.name] = form.title
          visit(key.shape)
        }
      case .list(let item), .oneOrMany(let item), .entries(_, let item): visit(item)
      case .either(let shapes): shapes.forEach(visit)
      case .scalar, .condition, .numberTest, .givenFacts: break
      }
    }
    visit(.form(.playbook))
    #expect(keys.count > 120)
    for (key, form) in keys { #expect(isKey(key), "`\(key)` of \(form)") }
  }

  @Test(arguments: ConditionKey.all.map(\.name)) func `every condition is asked in a case`(_ key: String) {
    #expect(isKey(key))
  }

  @Test(arguments: BuiltInFact.all.map(\.name)) func `every built-in fact stands in a case`(_ fact: String) {
    #expect(text.contains(fact))
  }

  @Test(arguments: ActionDefinition.builtIn.map(\.name)) func `every built-in action stands in a case`(_ action: String)
  {
    #expect(text.contains(action))
  }

  @Test(arguments: BuiltInStep.names) func `every response step stands in a case`(_ step: String) {
    #expect(text.contains(step))
  }
}
