import DecisionEngine
import DecisionOracle
import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import Testing

/// A playbook in several files is the same playbook.
@Suite struct ImportTests {
  @Test func `a playbook that is taken apart into files decides the same`() throws {
    try everyCase("files", count: 150) { tried, dice in
      let files = tried.playbook.takenApart(&dice)
      let analysis = try checkPlaybook("home/playbook.yaml", in: files, judging: false)
      guard !analysis.hasErrors else { return "\(analysis.findings.map(\.message))\n\(files.map(\.text).joined())" }
      let (one, other) = (try engine(tried.playbook), try compilePlaybook(analysis).oracle())
      for comment in tried.comments {
        let found = difference(
          try one.decide(comment).written(), try other.decide(comment).written(),
          "decided otherwise from several files:\n\(files.map(\.text).joined())")
        if let found { return found }
      }
      return nil
    }
  }
}

extension Tree {
  /// The playbook with some of its definitions in files that it imports, one of them by another.
  fileprivate func takenApart(_ dice: inout Dice) -> [InMemoryFile] {
    let sections = [
      "teams", "facts", "lexicons", "signals", "modes", "actions", "response_steps", "responses", "ladders",
    ]
    let moved = dice.pickSome(1...sections.count, of: sections).filter { self[$0] != nil }
    let cut = dice.number(0...moved.count)
    let deeper = part(moved[cut...], importing: [])
    let part = part(moved[..<cut], importing: deeper == nil ? [] : ["deeper"])
    var playbook = self
    for section in moved { playbook[section] = nil }
    if part != nil { playbook["imports"] = .list([.scalar("parts/part")] + (self["imports"]?.items ?? [])) }
    return [("playbook", playbook), ("parts/part", part), ("parts/deeper", deeper)].compactMap { name, tree in
      tree.map { InMemoryFile("home/\(name).yaml", $0.yaml(dice.pick(PrintingStyle.all), dice.split())) }
    }
  }

  private func part(_ sections: ArraySlice<String>, importing files: [String]) -> Tree? {
    guard !sections.isEmpty || !files.isEmpty else { return nil }
    var part = Tree.mapping([.init("decorum", "1")])
    if !files.isEmpty { part["imports"] = .texts(files) }
    for section in sections { part[section] = self[section] }
    return part
  }
}

extension InMemoryFile {
  fileprivate var text: String { "--- \(path)\n\(String(decoding: bytes, as: UTF8.self))" }
}
