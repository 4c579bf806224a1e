import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// A test that lacks what it needs to test anything, or says something that nothing would look at.
struct TestParts: FileCheck {
  func run(on playbook: LoadedPlaybook, report: (Diagnostic) -> Void) {
    // A key that is misspelt has its finding, and what is missing follows from it.
    for test in playbook.parts.flatMap({ $0.syntax.root.mappings("tests") }) where test.hasOnlyKeys(of: .test) {
      check(test, report)
      for step in test.mappings("steps") where step.hasOnlyKeys(of: .storyStep) { checkStep(step, report) }
    }
  }

  private func check(_ test: YAMLMapping, _ report: (Diagnostic) -> Void) {
    let strangers: [String]
    if test["story"] != nil {
      strangers = ["test", "comment", "draft", "plan", "entry", "expect"]
      if test["steps"] == nil { report(.incompleteTest(test, lacks: "steps", "its comments and events")) }
    } else if test["test"] != nil {
      strangers =
        ["steps"] + (test["draft"] == nil ? ["plan"] : []) + (test["entry"] == nil ? [] : ["comment", "draft"])
      checkSubject(of: test, report)
    } else {
      return report(.untitledTest(test))
    }
    let title = test["story"] != nil ? "story" : "test"
    for key in test.keys(among: strangers) { report(.stranger(key, beside: title)) }
  }

  private func checkSubject(of test: YAMLMapping, _ report: (Diagnostic) -> Void) {
    if test.keys(among: ["comment", "draft", "entry", "steps"]).isEmpty {
      report(.incompleteTest(test, lacks: "comment", "the text that is decided"))
    } else if test["draft"] != nil, test["plan"] == nil, test["comment"] == nil {
      report(.incompleteTest(test, lacks: "plan", "the plan that the draft is held to"))
    } else if test["expect"] == nil, test["steps"] == nil {
      report(.incompleteTest(test, lacks: "expect", "what must come out"))
    } else {
      checkExpectation(ofTest: test, report)
    }
  }

  /// A draft is expected to break, to lack and to pass; an entry to be found; a comment everything else.
  private func checkExpectation(ofTest test: YAMLMapping, _ report: (Diagnostic) -> Void) {
    let subjects = ["draft": ["breaks", "lacks", "passes"], "entry": ["watch"]]
    let subject = test["draft"] != nil ? "draft" : test["entry"] != nil ? "entry" : "comment"
    let special = subjects.values.flatMap { $0 }
    for key in test.mapping("expect")?.entries.map(\.key) ?? [] {
      let fits = subjects[subject].map { $0.contains(where: key.text.isExactly) }
      if !(fits ?? !special.contains(where: key.text.isExactly)) { report(.strangeExpectation(key, of: subject)) }
    }
  }

  private func checkStep(_ step: YAMLMapping, _ report: (Diagnostic) -> Void) {
    let happenings = step.keys(among: ["comment", "done", "event"])
    for second in happenings.dropFirst() { report(.twoHappenings(second, happenings[0])) }
    guard happenings.count < 2 else { return }
    if step["comment"] == nil {
      for key in step.keys(among: ["channel"]) { report(.lonelyKey(key, needs: "comment")) }
      checkExpectation(of: step, report)
    }
    if step["done"] != nil, step["by"] == nil, let key = happenings.first { report(.lonelyKey(key, needs: "by")) }
    checkEvent(of: step, report)
  }

  /// All that an event leaves to expect is what is still to be done about somebody's last comment.
  private func checkExpectation(of step: YAMLMapping, _ report: (Diagnostic) -> Void) {
    let event = step.text("event") ?? ""
    guard event.isExactly("replied") || event.isExactly("resolved"), let expected = step.mapping("expect") else {
      return step.keys(among: ["expect"]).forEach { report(.lonelyKey($0, needs: "comment")) }
    }
    if step["by"] == nil { step.keys(among: ["expect"]).forEach { report(.lonelyKey($0, needs: "by")) } }
    for key in expected.entries.map(\.key) where !key.text.isExactly("follow_ups") {
      report(.lonelyKey(key, needs: "comment"))
    }
  }

  private func checkEvent(of step: YAMLMapping, _ report: (Diagnostic) -> Void) {
    let event = step.text("event") ?? ""
    let isAboutAuthor = event.isExactly("pardon") || event.isExactly("appeal_upheld")
    let isAboutMode = event.isExactly("mode_on") || event.isExactly("mode_off")
    let key = step.keys(among: ["event"])
    if isAboutAuthor, step["by"] == nil { key.forEach { report(.lonelyKey($0, needs: "by")) } }
    if isAboutMode, step["mode"] == nil { key.forEach { report(.lonelyKey($0, needs: "mode")) } }
    if !isAboutAuthor { step.keys(among: ["ladder"]).forEach { report(.lonelyKey($0, needs: "event: pardon")) } }
    if !event.isExactly("appeal_upheld") {
      step.keys(among: ["against"]).forEach { report(.lonelyKey($0, needs: "event: appeal_upheld")) }
    }
    if !isAboutMode { step.keys(among: ["mode"]).forEach { report(.lonelyKey($0, needs: "event: mode_on")) } }
  }
}

extension YAMLMapping {
  func hasOnlyKeys(of form: Form) -> Bool { entries.allSatisfy { form[$0.key.text] != nil } }

  /// Those of some keys that are there, in the order of the text.
  fileprivate func keys(among names: [String]) -> [YAMLScalar] {
    entries.map(\.key).filter { key in names.contains(where: key.text.isExactly) }
  }
}

extension Diagnostic {
  fileprivate static func untitledTest(_ test: YAMLMapping) -> Diagnostic {
    Diagnostic(
      "incomplete-test", .error, "this test has no title", at: test.firstKey,
      help: "add `test` with what it shows, or `story` where it has `steps`")
  }

  fileprivate static func incompleteTest(_ test: YAMLMapping, lacks key: String, _ meaning: String) -> Diagnostic {
    Diagnostic(
      "incomplete-test", .error, "this tests nothing without `\(key)`", at: test.firstKey,
      help: "add `\(key)`: \(meaning)")
  }

  fileprivate static func stranger(_ key: YAMLScalar, beside title: String) -> Diagnostic {
    Diagnostic(
      "contradictory-keys", .error, "nothing looks at `\(key.shown)` in a \(title) like this", at: key.span,
      help: title == "story"
        ? "write it as one of the `steps`, or leave it out" : "write a test of its own for it, or leave it out")
  }

  fileprivate static func strangeExpectation(_ key: YAMLScalar, of subject: String) -> Diagnostic {
    let help =
      switch subject {
      case "draft": "of a draft expect `breaks`, `lacks` or `passes`"
      case "entry": "of an entry expect `watch`"
      default: "write a test with a `draft` for it, or leave it out"
      }
    return Diagnostic(
      "contradictory-keys", .error, "nothing looks at `\(key.shown)` in a test of \(subject.withArticle)", at: key.span,
      help: subject == "comment" && key.text.isExactly("watch") ? "write a test with an `entry` for it" : help)
  }

  fileprivate static func twoHappenings(_ second: YAMLScalar, _ first: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "contradictory-keys", .error, "`\(first.shown)` and `\(second.shown)` cannot stand in one step", at: second.span,
      help: "write a step for each")
  }

  fileprivate static func lonelyKey(_ key: YAMLScalar, needs other: String) -> Diagnostic {
    Diagnostic(
      "incomplete-step", .error, "nothing looks at `\(key.shown)` in a step without `\(other)`", at: key.span,
      help: "add `\(other)` to the step, or leave `\(key.shown)` out")
  }
}

extension String {
  /// "a draft", "an entry".
  fileprivate var withArticle: String { (first.map { "aeiou".contains($0) } == true ? "an " : "a ") + self }
}
