import DecisionModel
import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookReports
import PlaybookTesting

/// Playbooks with findings of every sort, and the reports of them.
enum Samples {
  /// An error, a warning and a note; a related place, a fix, wide characters before a mark, no help.
  static let mixed = """
    decorum: 1
    playbook: mixed
    lexicons:
      unused: [word]
      unused: [other]
      “curly”: [x]
    categories:
      - category: refund
        title: “Ünal 💥” refunds
        when: {all: [{author.followers: ">= 5"}, {text.sas: "a, [b](1) {0} 100%"}]}
      - {category: other, when: otherwise}

    """

  /// Text that a log, a terminal or a format would act on.
  static let hostile = """
    decorum: 1
    playbook: hostile
    categories:
      - category: "x\\e[31m"
        title: a ##[error]b ##vso[task.setvariable] ]]> </failure>
        wh\u{202E}en: {text.says: a}
        "::error file=a,line=1::b%0Ac": <b>&amp;
        "\\r\\n::set-output": x
        "\u{7}bell\u{85}": \u{1F600}\u{E0041}
      - {category: other, when: otherwise}

    """

  static func report(
    _ texts: [(path: String, text: String)], failing: Set<Diagnostic.Severity> = [.error]
  ) throws -> CheckReport {
    let playbooks = try texts.map { path, text in
      let analysis = try checkPlaybook(path, in: [InMemoryFile(path, text)])
      return CheckedPlaybook(path: path, files: analysis.files, findings: analysis.findings)
    }
    return CheckReport(version: "0.1.0", playbooks: playbooks, failing: failing)
  }

  static let paths = ["playbooks/a b/müsli, 100%:x.yaml", "/absolute/playbook.yaml", "plain.yaml"]

  /// Every sample under every sort of path, and a playbook without findings.
  static func everything() throws -> CheckReport {
    let clean = "decorum: 1\nplaybook: clean\ncategories: [{category: other, when: otherwise}]\n"
    return try report([(paths[0], mixed), (paths[1], hostile), (paths[2], mixed), ("clean.yaml", clean)])
  }
}

extension JSONValue {
  var elements: [JSONValue] { array ?? [] }

  /// The value at the end of a way of keys; an array is entered at its first element.
  func at(_ keys: String...) -> JSONValue? {
    keys.reduce(Optional(self)) { value, key in
      if case .array(let elements)? = value { elements.first?[key] } else { value?[key] }
    }
  }
}

extension Samples {
  /// Tests that pass, that fail with a hostile text, and a playbook that has none.
  static func tested() throws -> [TestedPlaybook] {
    let small = """
      decorum: 1
      playbook: small
      practices: {P1: <shown>, P2: "]]> is not shown"}
      categories:
        - {category: refund, when: {text.says: refund}, examples: [{text: refund, covers: [P1]}, {text: "<b>&\\e \\"it\\" ]]>", covers: [P2]}], do: [capture]}
        - {category: other, when: otherwise}

      """
    let untested = "decorum: 1\nplaybook: untested\ncategories: [{category: other, when: otherwise}]\n"
    return try [("small.yaml", small), ("untested.yaml", untested)].map { path, text in
      let analysis = try checkPlaybook(path, in: [InMemoryFile(path, text)])
      let results = try testPlaybook(analysis)
      return TestedPlaybook(
        name: path, files: analysis.files, results: results,
        coverage: analysis.playbook.map { coverage(of: $0, by: results) } ?? [])
    }
  }
}
