import Foundation
import Testing

/// `decorum build`: what it writes, what it leaves alone, and what it says of both.
@Suite struct BuildTests {
  private static func playbook(_ name: String, title: String = "A refund", _ more: String = "") -> String {
    """
    decorum: 1
    playbook: \(name)
    title: Playbook of \(name)
    version: 1.0.0
    about: |
      What we do about `money`.

      And more.
    \(more)categories:
      - {category: refund, title: \(title), house_rule: Be kind, examples: ["refund me"], when: {text.says: refund}, do: [capture]}
      - {category: other, when: otherwise}

    """
  }

  private static let all = [".decorum", ".house-rules.html", ".house-rules.md", ".html", ".md"]
  private static let engine = ["decorum.d.mts", "decorum.mjs"]

  private func folder(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    try TemporaryFolder(
      ["tea.yaml": Self.playbook("tea"), "milk.yaml": Self.playbook("milk")].merging(files) { $1 })
  }

  private func names(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url("out").path).sorted()
  }

  // MARK: What is written

  @Test(
    arguments: [
      ([], engine + all.map { "tea" + $0 }), (["--only", "html"], ["tea.house-rules.html", "tea.html"]),
      (["--only", "markdown"], ["tea.house-rules.md", "tea.md"]), (["--only", "program"], ["tea.decorum"]),
      (["--only", "script"], engine), (["--only", "program,script"], engine + ["tea.decorum"]),
      (["--only", "script", "--only", "markdown"], engine + ["tea.house-rules.md", "tea.md"]),
    ])
  func `what is asked for is made, and nothing else`(_ options: [String], _ made: [String]) throws {
    let folder = try folder()
    let outcome = try Command.run(["build", "tea.yaml", "--output", "out"] + options, in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(try names(in: folder) == made)
    #expect(outcome.lines.last?.hasPrefix("\(made.count) file") == true)
  }

  @Test func `several playbooks have an index, whose links lead to what is there`() throws {
    let folder = try folder()
    let outcome = try Command.run(["build", "tea.yaml", "milk.yaml", "--output", "out"], in: folder)
    #expect(
      outcome.lines.dropLast() == [
        "out/tea      wrote .html .md .house-rules.html .house-rules.md .decorum",
        "out/milk     wrote .html .md .house-rules.html .house-rules.md .decorum",
        "out/index    wrote .html .md", "out/decorum  wrote .mjs .d.mts",
      ])
    let made = Set(try names(in: folder))
    let pages = [("index.html", /href="([^"#:]+)"/), ("index.md", /\]\(([^)#:]+)\)/)]
    for (page, link) in pages {
      let text = try String(contentsOf: folder.url("out/\(page)"), encoding: .utf8)
      let links = Set(text.matches(of: link).map { String($0.1) })
      #expect(links.count == 7 && links.isSubset(of: made), "\(page): \(links)")
      #expect(text.contains("What we do about") && !text.contains("And more"))
      // In the order of their titles.
      let places = ["Playbook of milk", "Playbook of tea"].compactMap { text.ranges(of: $0).last?.lowerBound }
      #expect(places == places.sorted() && places.count == 2)
    }
  }

  @Test func `an index names only what is made`() throws {
    let folder = try folder()
    let arguments = ["build", "tea.yaml", "milk.yaml", "--output", "out", "--only", "html"]
    #expect(try Command.run(arguments, in: folder).status == 0)
    let text = try String(contentsOf: folder.url("out/index.html"), encoding: .utf8)
    #expect(!text.contains(".decorum") && !text.contains(".mjs") && text.contains("tea.house-rules.html"))
    #expect(try names(in: folder).filter { !$0.hasSuffix(".html") } == [])
  }

  @Test func `only what is another one is written`() throws {
    let folder = try folder()
    let arguments = ["build", "tea.yaml", "milk.yaml", "--output", "out"]
    #expect(try Command.run(arguments, in: folder).status == 0)
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    for name in try names(in: folder) {
      try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: folder.url("out/\(name)").path)
    }
    let again = try Command.run(arguments, in: folder)
    #expect(again.lines.count == 1 && again.output.hasPrefix("nothing written, 14 files the same ("))
    try Data(Self.playbook("tea", title: "Money").utf8).write(to: folder.url("tea.yaml"))
    let changed = try Command.run(arguments, in: folder)
    #expect(changed.lines.first == "out/tea  wrote .html .md .decorum")
    #expect(changed.lines.last?.hasPrefix("3 files written, 11 the same (") == true)
    let written = try names(in: folder).filter { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.url("out/\(name)").path)
      return attributes[.modificationDate] as? Date != past
    }
    #expect(written == ["tea.decorum", "tea.html", "tea.md"])
  }

  @Test func `documents name a day only where one is given`() throws {
    let folder = try folder()
    for (options, isNamed) in [([], false), (["--date", "2031-05-06"], true)] as [([String], Bool)] {
      #expect(try Command.run(["build", "tea.yaml", "--output", "out"] + options, in: folder).status == 0)
      for name in ["tea.html", "tea.md", "tea.house-rules.html", "tea.house-rules.md"] {
        #expect(try String(contentsOf: folder.url("out/\(name)"), encoding: .utf8).contains("6 May 2031") == isNamed)
      }
    }
  }

  // MARK: What is not

  @Test func `where a playbook has errors, nothing is written and all of them are shown`() throws {
    let folder = try folder([
      "bad.yaml": Self.playbook("bad").replacing("text.says", with: "text.sas"),
      "worse.yaml": Self.playbook("worse").replacing("otherwise", with: "otherways"),
    ])
    let outcome = try Command.run(
      ["build", "tea.yaml", "bad.yaml", "worse.yaml", "--output", "out"], in: folder)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("error[unknown-condition]") && outcome.errors.contains("worse.yaml:"))
    #expect(outcome.errors.contains(" errors in 3 playbooks ("))
    #expect(!FileManager.default.fileExists(atPath: folder.url("out").path))
  }

  @Test func `warnings are shown, and the documents are made`() throws {
    let folder = try folder(["warned.yaml": Self.playbook("warned", "lexicons: {unused: [word]}\n")])
    let outcome = try Command.run(["build", "warned.yaml", "--output", "out"], in: folder)
    #expect(outcome.status == 0 && outcome.errors.contains("warning[unused-lexicon]"))
    #expect(try names(in: folder).contains("warned.html"))
  }

  @Test(
    arguments: [
      (["tea.yaml", "twin.yaml", "--output", "out"], "tea.yaml and twin.yaml are both called `tea`"),
      (["tea.yaml", "index.yaml", "--output", "out"], "index.yaml is called `index`"),
      (["tea.yaml"], "Say where to write: --output DIR, or --inject FILE."),
      (["tea.yaml", "--inject", "README.md", "--only", "html"], "--only is about the files in --output."),
      (["tea.yaml", "--output", "out", "--watch", "--check"], "--watch writes what --check only looks at."),
      (["tea.yaml", "--output", "out", "--only", "pdf"], "'html', 'markdown', 'program' or 'script'"),
      (["tea.yaml", "--output", "out", "--date", "today"], "`today` is no day: write it as 2026-12-01"),
      (["tea.yaml", "--output", "out", "--inject", "README.md"], "write `<!-- decorum:begin tea -->` and below it"),
      (
        ["tea.yaml", "--output", "out", "--inject", "half.md"],
        "half.md: line 1: `<!-- decorum:begin tea -->` has no end"
      ),
      (["tea.yaml", "--output", "out", "--inject", "missing.md"], "missing.md: there is no such file"),
      (["missing.yaml", "--output", "out", "--watch"], "missing.yaml: there is no such file"),
      (["tea.yaml", "--output", "tea.yaml/out"], "tea.yaml/out could not be made"),
    ])
  func `what cannot be done is said, and nothing is written`(_ arguments: [String], _ sentence: String) throws {
    let folder = try folder([
      "twin.yaml": Self.playbook("tea"), "index.yaml": Self.playbook("index"), "README.md": "# Ours\n",
      "half.md": "<!-- decorum:begin tea -->\n",
    ])
    let outcome = try Command.run(["build"] + arguments, in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.url("out").path))
    #expect(try String(contentsOf: folder.url("README.md"), encoding: .utf8) == "# Ours\n")
  }

  @Test func `check writes nothing, and ends with 1 where something would`() throws {
    let readme = "# Ours\n<!-- decorum:begin tea -->\n<!-- decorum:end tea -->\n"
    let folder = try folder(["README.md": readme])
    let build = ["build", "tea.yaml", "--output", "out", "--inject", "README.md"]
    let missing = try Command.run(build + ["--check"], in: folder)
    #expect(missing.status == 1 && missing.output.contains("README.md    would change tea\n"))
    #expect(!FileManager.default.fileExists(atPath: folder.url("out").path))
    #expect(try String(contentsOf: folder.url("README.md"), encoding: .utf8) == readme)
    #expect(try Command.run(build, in: folder).status == 0)
    #expect(try Command.run(build + ["--check"], in: folder).status == 0)
    try Data("x".utf8).write(to: folder.url("out/tea.md"))
    let other = try Command.run(build + ["--check"], in: folder)
    #expect(other.status == 1 && other.lines.first == "out/tea  would change .md")
    #expect(try String(contentsOf: folder.url("out/tea.md"), encoding: .utf8) == "x")
  }

  @Test func `a document stands between the markers of a file, and a link stays a link`() throws {
    let folder = try folder([
      "docs/POLICY.md": "# Ours\n<!-- decorum:begin tea.house-rules -->\nold\n<!-- decorum:end tea.house-rules -->\nend"
    ])
    try FileManager.default.createSymbolicLink(
      at: folder.url("README.md"), withDestinationURL: folder.url("docs/POLICY.md"))
    let build = ["build", "tea.yaml", "milk.yaml", "--inject", "README.md"]
    let outcome = try Command.run(build, in: folder)
    #expect(outcome.status == 0 && outcome.lines.first == "README.md  wrote tea.house-rules")
    let text = try String(contentsOf: folder.url("docs/POLICY.md"), encoding: .utf8)
    #expect(text.hasPrefix("# Ours\n<!-- decorum:begin tea.house-rules -->\n\n<!-- Generated by decorum from"))
    #expect(text.contains("Be kind.") && !text.contains("old") && text.hasSuffix("tea.house-rules -->\nend"))
    #expect(!FileManager.default.fileExists(atPath: folder.url("out").path))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url("README.md").path)
    #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
    #expect(try Command.run(build, in: folder).output.hasPrefix("nothing written, 1 file the same"))
  }

  @Test func `whoever looks on sees which playbook is built, and a log does not`() throws {
    let folder = try folder()
    let arguments = ["build", "tea.yaml", "milk.yaml", "--output", "out"]
    let seen = try Command.runOnTerminal(arguments, in: folder.folder)
    #expect(seen.contains("building tea.yaml (1 of 2)") && seen.contains("building milk.yaml (2 of 2)"))
    #expect(try Command.run(arguments, in: folder).errors.isEmpty)
  }

  // MARK: Many categories

  @Test func `the pages of two hundred categories stay under a megabyte`() throws {
    let folder = try TemporaryFolder()
    let made = try Command.runNode(["Benchmarks/large-playbook.mjs", "200", folder.url("large.yaml").path])
    #expect(made.status == 0, "\(made.errors)")
    let outcome = try Command.run(["build", "large.yaml", "--output", "out"], in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let page = try Data(contentsOf: folder.url("out/large.html"))
    print("the page of 200 categories: \(page.count) bytes")
    #expect(page.count < 1_000_000)
    #expect(String(decoding: page, as: UTF8.self).ranges(of: "id=\"category.").count == 200)
  }
}
