import DecisionModel
import DecisionOracle
import PolicyAudit
import Testing

@Suite("Terms in disguise") struct EvasionTests {
  private static func way(_ name: String, _ evasion: ListEvasion) throws -> ListEvasion.Way {
    try #require(evasion.ways.first { $0.disguise.name == name })
  }

  @Test func `a list that sees through nothing is escaped, and disguises mend it`() throws {
    let evasion = try AuditedPolicy.hiding("[idiot, moron]").evasion()
    #expect(evasion.termsTried == 2 && evasion.list.isGuard)
    for name in ["digits", "cyrillic", "dots", "spaces", "starred-inside", "no-vowels"] {
      #expect(try Self.way(name, evasion).escaped.count == 2, "\(name)")
    }
    for name in ["wide", "capitals", "zero-width-spaces", "soft-hyphens"] {
      #expect(try Self.way(name, evasion).escaped.isEmpty, "\(name)")
    }
    #expect(evasion.mendings.first?.changes == [.disguises])
  }

  @Test func `a list that sees through disguises is escaped by other spellings, which can be added`() throws {
    let evasion = try AuditedPolicy.hiding("{terms: [idiot, moron], disguises: yes}").evasion()
    #expect(try Self.way("digits", evasion).escaped.isEmpty)
    #expect(
      try Self.way("swapped", evasion).escaped.map { String(decoding: $0.written, as: UTF8.self) } == [
        "iidot", "mroon",
      ])
    let added = evasion.mendings.flatMap(\.changes).compactMap { change -> [String]? in
      if case .add(let terms) = change { terms } else { nil }
    }.flatMap { $0 }
    #expect(added.contains("mroon"))
  }

  @Test(arguments: [
    "[idiot, moron]", "{terms: [idiot, moron], disguises: yes}", "{terms: [shut up, ass, dickhead]}",
    "{terms: [god, bloody fool], except: [bloody fool of me]}",
  ])
  func `every mending holds what it promises, by the engine`(list: String) throws {
    let policy = try AuditedPolicy.hiding(list)
    let audit = try policy.audit(comments: ["Good grief, this class is good"])
    let evasion = try audit.evasion(of: audit.lists[0])
    let escaped = evasion.ways.flatMap(\.escaped).map(\.written)
    #expect(!evasion.mendings.isEmpty && evasion.mendings.first?.before == escaped.count)
    for count in evasion.mendings.indices {
      let changes = evasion.mendings[...count].flatMap(\.changes)
      let mended = try Oracle(policy.program.putting(audit.lists[0].changed(by: changes)), digest: "sha256:tests")
      let left = escaped.filter { written in
        let text = Array("oh ".utf8) + written + Array(" then".utf8)
        return mended.decide(Comment(text: text, now: Instant(seconds: 0))).category != "abuse"
      }
      #expect(left.count == evasion.mendings[count].after)
      #expect(evasion.mendings[count].after < evasion.mendings[count].before)
    }
  }

  @Test func `a word that seeing through disguises would catch becomes an exception`() throws {
    let evasion = try AuditedPolicy.hiding("[god]").evasion(words: ["good"])
    #expect(evasion.mendings.first?.changes == [.disguises, .except(["good"])])
    #expect(evasion.mendings.first?.alsoCaught == [])
  }

  @Test func `a term goes on only where nothing innocent begins with it`() throws {
    let policy = try AuditedPolicy.hiding("{terms: [moron, coco], disguises: yes}")
    let changes = try policy.evasion().mendings.flatMap(\.changes)
    #expect(changes.contains(.goOn(["moron"])))
  }

  @Test func `phrases of a condition are a list of their own, named by the clause`() throws {
    let policy = try AuditedPolicy(
      """
      categories:
        - {category: abuse, house_rule: Be kind., when: {text.says: [shut up, idiot]}, do: [hide]}
        - {category: thanks, title: T, when: {text.says: thank you}, unless: {text.says: not}}
        - {category: other, when: otherwise}
      """)
    let audit = try policy.audit()
    #expect(audit.lists.map(\.name) == ["category.abuse", "category.thanks"])
    #expect(audit.lists.map(\.isGuard) == [true, false])
    let evasion = try audit.evasion(of: audit.lists[0])
    #expect(evasion.mendings.first?.changes == [.disguises])
    #expect(try audit.evasion(of: audit.lists[1]).mendings.isEmpty)
  }

  @Test func `of many terms some are tried, evenly taken`() throws {
    let terms = (0..<300).map { "wo\(Self.letters($0))rd" }
    let policy = try AuditedPolicy.hiding("[\(terms.joined(separator: ", "))]")
    let audit = try policy.audit()
    let evasion = try audit.evasion(of: audit.lists[0], mostTerms: 30)
    #expect(evasion.termsTried == 30)
    let tried = Set(evasion.ways.flatMap(\.escaped).map(\.term))
    #expect(tried.contains(terms[0]) && tried.contains(terms[290]))
  }

  private static func letters(_ number: Int) -> String {
    String(number).map { String(UnicodeScalar(UInt8(0x61 + ($0.wholeNumberValue ?? 0)))) }.joined(separator: "l")
  }

  @Test func `a term that an exception takes away is told of, and not tried`() throws {
    let evasion = try AuditedPolicy.hiding("{terms: [idiot, village idiot], except: [village idiot]}").evasion()
    #expect(evasion.notFound == ["village idiot"] && evasion.termsTried == 1)
  }
}

extension AuditedPolicy {
  fileprivate func evasion(words: [String] = []) throws -> ListEvasion {
    let audit = try audit(words: words)
    return try audit.evasion(of: audit.lists[0])
  }
}
