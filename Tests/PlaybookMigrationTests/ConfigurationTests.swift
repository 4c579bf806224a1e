import Diagnostics
import PlaybookAnalysis
import PlaybookMigration
import TestSupport
import Testing

/// Nineteen configurations of real communities, and how each of them comes over.
@Suite struct ConfigurationTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let outcomes: [Int]
    /// Warnings and notes about the configuration.
    let findings: [Int]
    let categories: Int
    let escalations: Int
    /// How many categories show a comment that they take.
    let examples: Int

    init(
      _ name: String, whole: Int, inPart: Int, notAtAll: Int, warnings: Int, notes: Int, categories: Int,
      escalations: Int, examples: Int
    ) {
      self.name = name
      (outcomes, findings) = ([whole, inPart, notAtAll], [warnings, notes])
      (self.categories, self.escalations, self.examples) = (categories, escalations, examples)
    }

    var testDescription: String { name }
  }

  @Test(.enabled(if: SharedData.isPresent, "the configurations are not shipped"), arguments: rows)
  func `a configuration comes over, and its playbook is without errors and warnings`(_ row: Row) throws {
    let migration = imported(try #require(SharedData.bytes(of: "rules/automod/\(row.name).yaml")), as: row.name)
    #expect(MigratedRule.Outcome.allCases.map(migration.count) == row.outcomes)
    #expect([.warning, .note].map { severity in migration.findings.count { $0.severity == severity } } == row.findings)
    let lines = migration.playbook.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("  - category: ") } == row.categories)
    #expect(lines.count { $0.hasPrefix("  - escalation: ") } == row.escalations)
    #expect(lines.count { $0 == "    examples:" } == row.examples)
    let serious = try checked(migration).findings.filter { $0.severity != .note }
    #expect(serious.map(\.message) == Self.faults[row.name, default: []])
  }

  /// What is found of the communities' own policies: rules that stand there twice, what an earlier rule takes, an
  /// exception that the rule makes itself.
  static let faults = [
    "gambling_shared": [
      "the category `automatic-removal-3-reports-2` is `automatic-removal-3-reports` by another name"
    ],
    "fish": ["the category `title-unwell-ill-tank-2` is `title-unwell-ill-tank` by another name"],
    "ethfinance": [
      "the escalation `title-metrics-hashrate-days-destroyed-4` is `title-metrics-hashrate-days-destroyed-2` by another name",
      "the escalation `title-metrics-hashrate-days-destroyed-5` is `title-metrics-hashrate-days-destroyed-3` by another name",
    ],
    "gambling_dead1nsane": ["this exception changes nothing in the escalation `rule-8`"],
    "probable_umbrella": ["this part of `products` never decides", "this part of `color-style` never decides"],
  ]

  @Test(.enabled(if: SharedData.isPresent, "the configurations are not shipped"))
  func `every configuration is in the table`() {
    let names = SharedData.files(in: "rules/automod", withExtension: "yaml").map { $0.replacing(".yaml", with: "") }
    #expect(names == ConfigurationTests.rows.map(\.name))
  }

  static let rows = [
    Row(
      "adamaero", whole: 2, inPart: 4, notAtAll: 0, warnings: 3, notes: 3, categories: 7, escalations: 0, examples: 1),
    Row(
      "captainmeta4", whole: 5, inPart: 0, notAtAll: 0, warnings: 0, notes: 0, categories: 2, escalations: 4,
      examples: 1),
    Row(
      "datascience", whole: 17, inPart: 0, notAtAll: 0, warnings: 0, notes: 0, categories: 9, escalations: 9,
      examples: 8),
    Row(
      "deltarune", whole: 29, inPart: 2, notAtAll: 0, warnings: 2, notes: 0, categories: 14, escalations: 18,
      examples: 5),
    Row(
      "desmos", whole: 12, inPart: 0, notAtAll: 0, warnings: 0, notes: 11, categories: 1, escalations: 12, examples: 0),
    Row(
      "ethfinance", whole: 132, inPart: 3, notAtAll: 1, warnings: 3, notes: 9, categories: 33, escalations: 103,
      examples: 29),
    Row("fish", whole: 7, inPart: 0, notAtAll: 0, warnings: 25, notes: 0, categories: 7, escalations: 1, examples: 5),
    Row(
      "gambling_dead1nsane", whole: 39, inPart: 10, notAtAll: 0, warnings: 8, notes: 15, categories: 34,
      escalations: 16, examples: 8),
    Row(
      "gambling_shared", whole: 9, inPart: 4, notAtAll: 0, warnings: 5, notes: 1, categories: 13, escalations: 1,
      examples: 5),
    Row(
      "loliconsunite", whole: 7, inPart: 0, notAtAll: 0, warnings: 0, notes: 0, categories: 6, escalations: 2,
      examples: 5),
    Row(
      "meepo_dump", whole: 9, inPart: 0, notAtAll: 0, warnings: 0, notes: 0, categories: 2, escalations: 8, examples: 1),
    Row(
      "minimalism", whole: 3, inPart: 0, notAtAll: 0, warnings: 0, notes: 0, categories: 1, escalations: 3, examples: 0),
    Row(
      "mjsielerjr", whole: 3, inPart: 0, notAtAll: 0, warnings: 0, notes: 0, categories: 2, escalations: 2, examples: 1),
    Row(
      "probable_umbrella", whole: 17, inPart: 0, notAtAll: 0, warnings: 2, notes: 0, categories: 18, escalations: 0,
      examples: 8),
    Row(
      "rogueops", whole: 5, inPart: 0, notAtAll: 0, warnings: 0, notes: 0, categories: 4, escalations: 2, examples: 2),
    Row(
      "summonsign", whole: 49, inPart: 1, notAtAll: 0, warnings: 0, notes: 2, categories: 11, escalations: 40,
      examples: 8),
    Row(
      "summonsign_old", whole: 24, inPart: 0, notAtAll: 0, warnings: 0, notes: 0, categories: 5, escalations: 20,
      examples: 3),
    Row(
      "sydneytrains", whole: 1, inPart: 5, notAtAll: 0, warnings: 11, notes: 2, categories: 7, escalations: 0,
      examples: 3),
    Row(
      "wasps_template", whole: 1, inPart: 0, notAtAll: 0, warnings: 0, notes: 0, categories: 1, escalations: 1,
      examples: 0),
  ]
}
