import PlaybookAnalysis
import PlaybookPipeline
import StandardLibrary

/// Playbooks that take the library as their own, so that every check looks at it and every definition is used.
enum Library {
  /// What is found in each file when it is part of a playbook that uses all of it.
  static let analyses: [String: Analysis] = {
    let made = StandardLibrary.names.compactMap { name in
      (try? analysis(importing: ["parts/\(name)"], using: [name])).map { (name, $0) }
    }
    return Dictionary(uniqueKeysWithValues: made)
  }()

  /// A playbook in which an escalation stands for each lexicon and each signal that is about comments.
  static func analysisOfSigns() throws -> Analysis {
    let names = StandardLibrary.names.filter { !["channels", "reply-standards", "reply-steps"].contains($0) }
    return try analysis(importing: names.map { "std/\($0)" }, using: names)
  }

  private static func analysis(importing imports: [String], using names: [String]) throws -> Analysis {
    let parts = StandardLibrary.names.map { InMemoryFile("parts/\($0).yaml", StandardLibrary.file(named: $0) ?? []) }
    let head = "decorum: 1\nplaybook: library\neffective: 2026-12-01\nimports: \(inBrackets(imports))\n"
    let playbook = InMemoryFile("playbook.yaml", head + uses(of: names.flatMap(definitions)))
    return try checkPlaybook("playbook.yaml", in: [playbook] + parts)
  }

  /// What uses every definition: an escalation each sign, one plan all that is about replies.
  private static func uses(of definitions: [(section: String, name: String)]) -> String {
    func names(in section: String) -> [String] { definitions.filter { $0.section == section }.map(\.name) }
    func line(_ key: String, _ names: [String]) -> String { names.isEmpty ? "" : "\(key): \(inBrackets(names))\n" }
    let signs = names(in: "lexicons").map { ("text.uses", $0) } + names(in: "signals").map { ("signal", $0) }
    // Each in a time of its own: a signal that is a lexicon and no more would be the same escalation by another name.
    let escalations = signs.enumerated().map { place, sign in
      let (kind, name) = sign
      return "  - {escalation: \(name), title: \(name), when: {\(kind): \(name)}, "
        + "to: [{team: care, within: \(place + 1) hours}]}\n"
    }
    let (steps, standards) = (names(in: "response_steps"), names(in: "standards"))
    let plan =
      "owner: care, reply: {within: 1 day, in: same}, "
      + "steps: \(inBrackets((steps + ["acknowledge"]).prefix(max(steps.count, 1)).map { "{step: \($0)}" }))"
    let isPlanned = !steps.isEmpty || !standards.isEmpty
    return line("used_on", names(in: "channels"))
      + (isPlanned || !signs.isEmpty ? "teams: {care: {title: Customer care, hours: always}}\n" : "")
      + (signs.isEmpty ? "" : "escalations:\n\(escalations.joined())")
      + (isPlanned
        ? "responses:\n  all: {\(plan)\(standards.isEmpty ? "" : ", standards: \(inBrackets(standards))")}\n" : "")
      + "categories: [{category: other, when: otherwise\(isPlanned ? ", respond: all" : "")}]\n"
  }

  private static func inBrackets(_ items: some Sequence<String>) -> String { "[\(items.joined(separator: ", "))]" }

  /// The names that a file defines, each with its section: what stands two spaces in below a key at the edge.
  private static func definitions(in name: String) -> [(section: String, name: String)] {
    let text = String(decoding: StandardLibrary.file(named: name) ?? [], as: UTF8.self)
    var section = ""
    return text.split(separator: "\n").compactMap { line in
      if let key = line.prefixMatch(of: /[a-z_]+(?=:)/) { section = String(key.output) }
      return line.prefixMatch(of: /[ ]{2}([a-z][a-z0-9_-]*):/).map { (section, String($0.1)) }
    }
  }
}
