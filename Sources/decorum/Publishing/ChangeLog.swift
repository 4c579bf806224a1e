import DecisionModel
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PlaybookPublishing

/// What has changed since an earlier version, as the last section of the documents.
struct ChangeLog {
  private let report: ChangeReport
  private let (earlier, later): (OpenedPolicy, OpenedPolicy)

  /// - Throws: `Failure` where the two cannot be held against each other.
  init(since earlier: OpenedPolicy, in later: OpenedPolicy) throws {
    (self.earlier, self.later) = (earlier, later)
    report = try ChangeReport(from: earlier, to: later)
  }

  /// For those who act by it: what is decided otherwise, and what the policy says otherwise.
  var blocks: [Document.Block] { [heading] + report.blocks(level: 3) }

  /// For the public: what the house rules say otherwise, and nothing else. Nothing where they say the same, and where
  /// the earlier version is a program, which has no documents.
  var publicBlocks: [Document.Block] {
    guard let before = earlier.analysis?.playbook, let after = later.analysis?.playbook else { return [] }
    let (old, new) = (houseRulesDocument(before), houseRulesDocument(after))
    // What stands above the first heading is the version, which this section's heading names.
    let changes = sectionChanges(from: old, to: new).filter { !$0.title.utf8.elementsEqual(new.title.utf8) }
    return changes.isEmpty ? [] : [heading] + changes.flatMap(blocks)
  }

  private var heading: Document.Block {
    let version = earlier.compiled.program.version.map { "version \($0)" } ?? "the version before"
    return .heading(
      Document.Heading(level: 2, anchor: Anchor("changes"), text: Prose("What has changed since \(version)")))
  }

  private func blocks(of change: SectionChange) -> [Document.Block] {
    let title = Document.Block.heading(Document.Heading(level: 3, text: Prose(change.title)))
    return [title] + list("Now", change.added) + list("No longer", change.removed)
  }

  private func list(_ what: String, _ lines: [String]) -> [Document.Block] {
    guard !lines.isEmpty else { return [] }
    let items = lines.map { line in
      [Document.Block.paragraph(Prose(line.hasPrefix("• ") ? String(line.dropFirst(2)) : line))]
    }
    return [.paragraph(.strong(Prose("\(what):"))), .list(Document.List(isOrdered: false, items: items))]
  }
}
