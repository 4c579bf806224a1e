import Diagnostics
import PlaybookAnalysis
import PlaybookModel
import StandardLibrary
import TestSupport
import Testing

private let importing = playbook("imports: [words]\nsignals: {s: {text.uses: insults}}")

private let failedImports = [
  FindingCase(
    "missing-file", "there is no file `word`", help: "write its path relative to this file",
    in: playbook("imports: [1️⃣word2️⃣]"),
    notIn: playbook("imports: [std/channels]")),
  FindingCase(
    "missing-file", "there is no file `insults.txt`", help: "write its path relative to this file",
    in: playbook("lexicons: {l: {file: 1️⃣insults.txt2️⃣}}"),
    notIn: playbook("lexicons: {l: {terms: [insults.txt]}}")),
  FindingCase(
    "unknown-library", "the standard library has no `std/chanels`", help: "write `std/channels`",
    in: playbook("imports: [1️⃣std/chanels2️⃣]"),
    notIn: playbook("imports: [std/channels.yaml]")),
  FindingCase(
    "unknown-library", "the standard library has no `std/everything`",
    help: """
      write one of `std/channels`, `std/insults`, `std/personal-data`, `std/press-and-legal`, `std/reply-standards`, \
      `std/reply-steps`, `std/service-words`, `std/spam-signs`, …
      """,
    in: playbook("imports: [1️⃣std/everything2️⃣]"), notIn: playbook("imports: [std/reply-standards]")),
  FindingCase(
    "import-cycle", "this import leads back to a file that imports this one",
    help: "move what both need into a file of its own",
    in: playbook("imports: [1️⃣playbook2️⃣]"), notIn: playbook("title: x")),
  FindingCase(
    "no-playbook", "this file holds no playbook", help: "begin it with `decorum: 1`", in: "1️⃣2️⃣", notIn: playbook("")),
  FindingCase(
    "no-playbook", "this file holds no playbook", help: "begin it with `decorum: 1`", in: "1️⃣- a\n- b",
    notIn: playbook("")),
  FindingCase(
    "unknown-language-version", "this file is written in version 2 of the language, and version 1 is known here",
    help: "use a newer decorum",
    in: "decorum: 1️⃣22️⃣\nplaybook: shop\nmoods: {x: 1}", notIn: playbook("")),
]

@Test(arguments: failedImports) func `a file that cannot be read is told where it is named`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test func `what a file defines is known to the playbook that imports it`() throws {
  let analysis = try analysed(importing, with: ["words.yaml": "lexicons: {insults: [fool]}"])
  #expect(told(analysis) == [])
  #expect(analysis.files.files.map(\.name) == ["playbook.yaml", "words.yaml"])
  #expect(analysis.playbook?.lexicons.map(\.definition.name) == ["insults"])
}

@Test(arguments: ["words", "words.yaml", "./words", "sub/../words"]) func `a path is relative and needs no ending`(
  _ path: String
) throws {
  #expect(
    told(
      try analysed(
        playbook("imports: [\(path)]\nsignals: {s: {text.uses: insults}}"),
        with: ["words.yaml": "lexicons: {insults: [fool]}"])) == [])
}

@Test func `paths are relative to the file that names them`() throws {
  let files = [
    "shop/parts/more.yaml": "imports: [words, ../../shared/teams]\nlexicons: {file: {file: list.txt}}",
    "shop/parts/words.yaml": "lexicons: {insults: [fool]}",
    "shared/teams.yaml": "teams: {care: {title: Care}}", "shop/parts/list.txt": "fool\n",
  ]
  let text = playbook(
    "imports: [parts/more]\nsignals: {s: {text.uses: [insults, file]}}\nresponses: {r: {owner: care}}")
  let analysis = try analysed(text, with: files, at: "shop/playbook.yaml")
  #expect(told(analysis) == [])
  #expect(
    analysis.files.files.map(\.name) == [
      "shop/playbook.yaml", "shop/parts/more.yaml", "shop/parts/list.txt", "shop/parts/words.yaml", "shared/teams.yaml",
    ])
}

@Test func `a name that two files define is told with both places`() throws {
  let text = playbook("imports: [words]\nlexicons: {insults: [fool]}")
  let analysis = try analysed(text, with: ["words.yaml": "lexicons:\n  insults: [idiot]\n"])
  let finding = try #require(analysis.findings.first { $0.name == "defined-twice" })
  #expect(analysis.files.location(of: finding.span) == "words.yaml:2:3")
  #expect(finding.related.map { analysis.files.location(of: $0.span) } == ["playbook.yaml:4:12"])
  #expect(told(analysis).count == 1)
}

@Test func `the help with an unknown name says in which file the meant one is`() throws {
  let text = playbook("imports: [parts/words]\nsignals: {s: {text.uses: insult}}")
  let analysis = try analysed(text, with: ["parts/words.yaml": "lexicons:\n  insults: [idiot]\n"])
  #expect(analysis.findings.first { $0.name == "unknown-lexicon" }?.help == "write `insults` (words.yaml:2)")
}

@Test func `findings of an imported file stand in that file, after those of the playbook`() throws {
  let text = playbook("imports: [words]\ntitel: x")
  let analysis = try analysed(text, with: ["words.yaml": "lexicon: {insults: [fool]}"])
  #expect(
    told(analysis) == [
      "unknown-key playbook.yaml:4:1 a playbook has no key `titel`",
      "unknown-key words.yaml:1:1 an imported file has no key `lexicon`",
    ])
}

@Test func `two files may import a third`() throws {
  let files = ["a.yaml": "imports: [c]", "b.yaml": "imports: [c]", "c.yaml": "lexicons: {insults: [fool]}"]
  #expect(told(try analysed(playbook("imports: [a, b]\nsignals: {s: {text.uses: insults}}"), with: files)) == [])
}

@Test func `a circle of imports is told where it closes`() throws {
  let files = ["a.yaml": "imports: [b]", "b.yaml": "title: x\nimports: [a]"]
  #expect(
    told(try analysed(playbook("imports: [a]"), with: files)) == [
      "import-cycle b.yaml:2:11 this import leads back to a file that imports this one"
    ])
}

@Test func `an imported file that is empty defines nothing`() throws {
  let analysis = try analysed(playbook("imports: [words]"), with: ["words.yaml": "# nothing yet\n"])
  let finding = try #require(analysis.findings.first)
  #expect(finding.message == "this imported file defines nothing")
  #expect(finding.help == "write definitions in it, such as `lexicons:`, or leave it out of `imports`")
}

@Test func `imports may not lead on and on`() throws {
  let files = Dictionary(uniqueKeysWithValues: (0..<100).map { ("f\($0).yaml", "imports: [f\($0 + 1)]") })
  let analysis = try analysed(playbook("imports: [f0]"), with: files)
  #expect(told(analysis) == ["imports-too-deep f62.yaml:1:11 more than 64 files import one another in a row"])
  #expect(analysis.findings.first?.help == "name the files under `imports` of the playbook itself")
}

private let troubles: [(FileReader.Trouble, String, String, String)] = [
  (.missing, "missing-file", "there is no file `words`", "write its path relative to this file"),
  (
    .outside, "outside-path", "`words` leads out of the playbook's folder",
    "move the file into the folder, or give a wider `--root`"
  ),
  (
    .tooLarge(limit: 4_194_304), "file-too-large", "`words` has more than 4194304 bytes, which are read at the most",
    "divide it into several files"
  ),
  (
    .unreadable("it is a folder"), "unreadable-file", "`words` cannot be read: it is a folder",
    "check the file and its permissions"
  ),
]

@Test(arguments: troubles) func `why a file could not be read is said`(
  _ trouble: FileReader.Trouble, _ name: String, _ message: String, _ help: String
) throws {
  let text = Array(importing.utf8)
  let reader = FileReader { path throws(FileReader.Trouble) in
    if path == "playbook.yaml" { return text }
    throw trouble
  }
  let analysis = try analyse("playbook.yaml", with: reader)
  // What the file would have defined is not missed a second time.
  let finding = try #require(analysis.findings.first)
  #expect(analysis.findings.count == 1)
  #expect(finding.name.description == name)
  #expect(finding.message == message)
  #expect(finding.help == help)
  #expect(throws: FileReader.Trouble.self) { try analyse("none.yaml", with: reader) }
}
