import DecisionEngine
import DecisionModel
import DecisionOracle
import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookPipeline
import TestSupport
import Testing

@testable import PlaybookMigration

/// What AutoModerator decides and what the playbook decides that was made of its rules, post by post.
@Suite struct DifferentialTests {
  private static let configurations = SharedData.files(in: "rules/automod", withExtension: "yaml")

  /// How many posts each configuration is asked about.
  private let posts = isLong ? 300 : 30

  @Test(.enabled(if: SharedData.isPresent, "the configurations are not shipped"), arguments: configurations)
  func `to the letter, a rule holds in the playbook where it holds in AutoModerator`(_ name: String) throws {
    let run = try Comparison(of: name, searches: .exact).run(posts: posts)
    print("\(name), exact: \(run.description)")
    #expect(run.differences == [])
    #expect(run.compared > 0 || run.rules == 0)
  }

  @Test(.enabled(if: SharedData.isPresent, "the configurations are not shipped"), arguments: configurations)
  func `in words, the two differ only where the page says so`(_ name: String) throws {
    let run = try Comparison(of: name, searches: .words).run(posts: posts)
    print("\(name), in words: \(run.description)")
    #expect(run.differences == [])
  }
}

/// A configuration, evaluated by the reference and decided by the playbook that was made of it.
private struct Comparison {
  private let name: String
  private let rules: [AutoModeratorRule]
  private let migration: Migration
  private let engine: Oracle
  private let facts: Set<String>
  private let isInWords: Bool

  init(of name: String, searches: SearchStyle) throws {
    self.name = name
    let bytes = try #require(SharedData.bytes(of: "rules/automod/\(name)"))
    let file = SourceFile(id: SourceFile.ID(0), name: name, bytes: bytes)
    rules = RuleReader(file).rules
    migration = importAutoModerator(file, named: "test", searches: searches)
    let compiled = try compilePlaybook(try checked(migration))
    engine = try compiled.oracle()
    facts = Set(
      migration.playbook.split(separator: "\n").filter { $0.hasPrefix("  reddit.") }.map { line in
        String(line.dropFirst(2).prefix { $0 != ":" })
      })
    isInWords = searches == .words
  }

  struct Run: CustomStringConvertible {
    var rules = 0
    var compared = 0
    var held = 0
    var named = 0
    var differences: [String] = []

    var description: String {
      "\(rules) rules, \(compared) judgements, \(held) held, \(named) named differences, \(differences.count) others"
    }
  }

  func run(posts count: Int) throws -> Run {
    var run = Run()
    var posts = RandomPosts(
      rules, comments: try comments(), seed: propertySeed("AutoModerator \(name) \(isInWords ? "in words" : "exact")"))
    // A rule that came over whole and that the reference can evaluate.
    let clauses = migration.rules.filter { $0.outcome == .whole }.compactMap { migrated in
      migrated.clause.flatMap { clause in rules.first { $0.number == migrated.number }.map { (clause, $0) } }
    }
    var judges = clauses.map { (clause: $0.0, rule: $0.1, judge: ReferenceEvaluator($0.1), isBeyond: false) }
    for _ in 0..<count {
      let post = posts.next()
      let decision = engine.decide(line: post.line(for: facts), now: Instant(seconds: 1_800_000_000)).decision
      if let trouble = decision.trouble { run.differences.append("\(trouble): \(post)") }
      let held = Set([decision.category].compactMap { $0 } + decision.also + decision.escalations)
      for index in judges.indices where !judges[index].isBeyond {
        let clause = judges[index].clause
        // What removes nothing is asked only where nothing was removed.
        if !judges[index].rule.removes && decision.category != "other" { continue }
        if judges[index].rule.isBeyondComparison(for: post) { continue }
        do {
          let isMeant = try judges[index].judge.holds(for: post)
          run.compared += 1
          if isMeant { run.held += 1 }
          if isMeant == held.contains(clause) { continue }
          if isInWords && hasNamedDifference(post, judges[index].rule) {
            run.named += 1
          } else if run.differences.count < 5 {
            run.differences.append("\(clause) is \(isMeant ? "missing" : "too much") for \(post)")
          }
        } catch {
          judges[index].isBeyond = true
        }
      }
    }
    run.rules = judges.count { !$0.isBeyond }
    return run
  }

  private func comments() throws -> [String] {
    let lines = SharedData.bytes(of: "comments/twcs_inbound6k.ndjson") ?? []
    return lines.split(separator: 0x0A).prefix(400).compactMap { line in
      (try? JSONValue(parsing: Array(line)))?["text"]?.text
    }
    .filter { $0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// `Documentation/Migration.md`, "Words": an underscore, an apostrophe or a sign beside or between words, a line end or
  /// two spaces in a phrase, a word in a link.
  private func hasNamedDifference(_ post: Post, _ rule: AutoModeratorRule) -> Bool {
    let text = post.body + " " + post.title + " " + post.parentTitle
    return text.contains("_") || text.contains("'") || text.contains(".") || text.contains("-") || text.contains("\n")
      || text.contains("  ") || text.contains("/") || text.contains(",") || text.contains(":")
  }
}

extension AutoModeratorRule {
  /// The page names two differences that `--exact` leaves: letters beyond ASCII beside an expression's `\\b` and `\\w`, and
  /// signs at the ends of a text that is measured.
  fileprivate func isBeyondComparison(for post: Post) -> Bool {
    let texts = [post.body, post.title, post.parentTitle]
    let isMeasured = entry(["body_longer_than", "body_shorter_than"]) != nil
    let isSearchedByExpression = entries.contains { SearchKey($0.key)?.isRegex == true }
    return isMeasured
      && [post.body.first, post.body.last].contains { $0.map { !$0.isLetter && !$0.isNumber } ?? false }
      || isSearchedByExpression && texts.contains { !$0.utf8.allSatisfy { $0 < 0x80 } }
  }

  fileprivate var removes: Bool {
    let action = entry(["action"])?.value.writtenText ?? entry(["action"], in: .author)?.value.writtenText
    return ["remove", "spam", "filter"].contains(action ?? "")
  }
}
