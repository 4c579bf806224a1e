import DecisionModel
import PolicyAudit
import Testing

@Suite("Innocent words") struct CollateralTests {
  @Test func `a wildcard that swallows innocent words is dropped, and its mended twin catches none`() throws {
    let policy = try AuditedPolicy.hiding("[ass*]")
    let audit = try policy.audit()
    let result = try audit.collateral(of: audit.lists[0])
    let texts = result.caught.map { String(decoding: $0.text, as: UTF8.self) }
    #expect(texts.contains("assess") && texts.contains("assistant") && !texts.contains("class"))
    #expect(
      result.mendings.map(\.changes) == [[.endThere(["ass*"])], [.except(["ass's milk", "wild ass"])]])
    #expect(result.mendings.allSatisfy { $0.isClean })
    let twin = try AuditedPolicy.hiding("[ass]").audit()
    #expect(try twin.collateral(of: twin.lists[0]).caught.count == result.mendings.first?.after)
    let mended = try AuditedPolicy.hiding("{terms: [ass], except: [\"ass's milk\", wild ass]}").audit()
    #expect(try mended.collateral(of: mended.lists[0]).caught.isEmpty && result.mendings.last?.after == 0)
  }

  @Test func `one innocent word becomes an exception, and then nothing is caught`() throws {
    let policy = try AuditedPolicy.hiding("[scunth*]")
    let audit = try policy.audit()
    let result = try audit.collateral(of: audit.lists[0])
    #expect(result.mendings.map(\.changes) == [[.except(["scunthorpe"])]])
    #expect(result.mendings.first?.after == 0)
    let mended = try policy.audit(
      policy.program.putting(audit.lists[0].changed(by: result.mendings.flatMap(\.changes))))
    #expect(try mended.collateral(of: mended.lists[0]).caught.isEmpty)
  }

  @Test func `a change with which an example would fail is not proposed`() throws {
    let kept = try AuditedPolicy.hiding("[ass*]", examples: ", examples: [\"you asshat\"]").audit()
    #expect(try kept.collateral(of: kept.lists[0]).mendings.isEmpty)
    let free = try AuditedPolicy.hiding("[ass*]", examples: ", examples: [\"you ass\"]").audit()
    #expect(try !free.collateral(of: free.lists[0]).mendings.isEmpty)
  }

  @Test func `forms of a term in a dictionary are what it is for, other words are caught by accident`() throws {
    let words = ["moron", "morons", "moronic", "screwed", "screws", "screwball", "Assam", "unrelated"]
    let audit = try AuditedPolicy.hiding("[moron*, screw*, assa*]").audit(words: words)
    let inDictionary = try audit.collateral(of: audit.lists[0]).caught.filter { $0.source == .dictionary }
    #expect(inDictionary.map { String(decoding: $0.text, as: UTF8.self) } == ["screwball", "Assam"])
  }

  @Test func `what a list finds in a harmless comment is told with its place`() throws {
    let audit = try AuditedPolicy.hiding("{terms: [hell, god], disguises: yes}").audit(comments: [
      "This is good, as hell"
    ])
    let caught = try audit.collateral(of: audit.lists[0]).caught.filter { $0.source == .comment }
    #expect(caught.map { String(decoding: $0.hit, as: UTF8.self) }.sorted() == ["good", "hell"])
    #expect(caught.map(\.isDisguised).filter { $0 }.count == 1)
  }

  @Test func `a list that holds nothing against anybody is not looked for in dictionaries and comments`() throws {
    let policy = try AuditedPolicy(
      """
      lexicons: {thanks: [thank*]}
      categories:
        - {category: praise, title: P, when: {text.uses: thanks}}
        - {category: other, when: otherwise}
      """)
    let audit = try policy.audit(words: ["thankless"], comments: ["thanks"])
    #expect(audit.lists.map(\.isGuard) == [false])
    #expect(try audit.collateral(of: audit.lists[0]).caught.isEmpty)
  }
}
