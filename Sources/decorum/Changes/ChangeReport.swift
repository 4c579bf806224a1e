import DecisionModel
import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookPublishing
import PolicyChanges
import PolicyImpact

/// What a person reads of the changes between two versions of a policy.
struct ChangeReport {
  let changes: PolicyChanges
  let sections: [SectionChange]
  private let (earlier, later): (DecisionProgram, DecisionProgram)

  /// - Throws: `Failure` where the two cannot be held against each other.
  init(from old: OpenedPolicy, to new: OpenedPolicy) throws {
    (earlier, later) = (old.compiled.program, new.compiled.program)
    do {
      changes = try PolicyChanges(from: earlier, to: later)
    } catch let problem as Incomparable {
      throw Failure("\(old.name) and \(new.name) cannot be held against each other: \(problem)")
    }
    // Programs have no documents.
    let playbooks = (before: old.analysis?.playbook, after: new.analysis?.playbook)
    guard let before = playbooks.before, let after = playbooks.after else {
      sections = []
      return
    }
    sections = sectionChanges(from: playbookDocument(before) { _ in "" }, to: playbookDocument(after) { _ in "" })
  }

  var isEmpty: Bool { changes.isNone && sections.isEmpty }

  /// What moves, and what each version says of a comment that does.
  struct Move {
    let direction: MoveDirection
    let sentence: String
    let witness: ChangeWitness
  }

  var moves: [Move] {
    let categories = changes.moves.map { move in
      Move(
        direction: move.witness.direction,
        sentence: "what was “\(title(move.from, in: earlier))” can now be “\(title(move.to, in: later))”",
        witness: move.witness)
    }
    let escalations = changes.escalations.map { move in
      Move(
        direction: move.witness.direction,
        sentence: move.begins
          ? "the escalation “\(escalation(move.escalation, in: later))” holds where it did not"
          : "the escalation “\(escalation(move.escalation, in: earlier))” holds no longer",
        witness: move.witness)
    }
    return categories + escalations
  }

  /// Said where nothing of the decisions changes.
  static let same = "Every comment is decided alike: this is proved for all texts, facts and histories."

  // MARK: For a terminal

  func text(_ style: ReportStyle) -> String {
    var parts = [style.heading("\(earlier.words) → \(later.words)")]
    if changes.isNone { parts.append(Self.same) }
    parts += [
      style.section("Comments that are decided otherwise", moves.flatMap { lines(of: $0, style) }),
      style.section("What the clauses order", changes.orders.map(line)),
      style.section("What the policy says", sections.flatMap { lines(of: $0, style) }),
      style.section("Not decided", changes.undecided.map(visible)),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func lines(of move: Move, _ style: ReportStyle) -> [String] {
    let word = move.direction.words.padded(to: 9, false)
    let painted =
      switch move.direction {
      case .stricter, .looser: style.strong(word, move.direction == .stricter)
      case .both, .neither: style.faint(word)
      }
    return [
      "\(painted)  \(visible(move.sentence))", "  \(style.faint(visible(move.witness.comment)))",
      "  before  \(visible(move.witness.before.summary))", "  now     \(visible(move.witness.after.summary))",
      "  so      \(visible(words(of: move.witness)))",
    ]
  }

  /// What is decided otherwise, in a few words each.
  private func words(of witness: ChangeWitness) -> String {
    witness.changes.isEmpty ? "the same is done" : witness.changes.map(\.words).joined(separator: "; ")
  }

  private func line(_ order: OrderChange) -> String {
    visible("\(order.kind) \(order.name): \(order.details.joined(separator: "; "))")
  }

  private func lines(of section: SectionChange, _ style: ReportStyle) -> [String] {
    let presence = section.presence.map { " (\($0.rawValue))" } ?? ""
    return ["\(style.name(visible(section.title)))\(presence)"]
      + section.removed.map { "  - \(visible($0))" } + section.added.map { "  + \(visible($0))" }
  }

  // MARK: For a pull request

  var markdown: String {
    PlaybookPublishing.markdown(
      Document(title: "\(earlier.words) → \(later.words)", origin: later.words, blocks: blocks(level: 2)))
  }

  /// All of it, under headings of a level.
  func blocks(level: Int) -> [Document.Block] {
    var blocks: [Document.Block] = changes.isNone ? [.paragraph(Prose(Self.same))] : []
    func add(_ title: String, _ more: [Document.Block]) {
      if !more.isEmpty { blocks += [.heading(Document.Heading(level: level, text: Prose(title)))] + more }
    }
    add("Comments that are decided otherwise", moves.isEmpty ? [] : [table])
    add("What the clauses order", list(changes.orders.map(line)))
    add("What the policy says", sections.flatMap(changed))
    add("Not decided", list(changes.undecided))
    return blocks
  }

  private var table: Document.Block {
    let columns = ["", "What moves", "For example", "Before", "Now", "So"].map { Prose($0) }
    return .table(
      Document.Table(
        columns: columns,
        rows: moves.map { move in
          Document.Table.Row(
            cells: [
              move.direction.words, move.sentence, move.witness.comment, move.witness.before.summary,
              move.witness.after.summary, words(of: move.witness),
            ].map { Prose($0) })
        }))
  }

  private func changed(_ section: SectionChange) -> [Document.Block] {
    let presence = section.presence.map { " (\($0.rawValue))" } ?? ""
    let lines = section.removed.map { "- \($0)" } + section.added.map { "+ \($0)" }
    return [.paragraph(Prose(section.title + presence)), .code(lines.joined(separator: "\n"))]
  }

  private func list(_ items: [String]) -> [Document.Block] {
    items.isEmpty ? [] : [.list(Document.List(isOrdered: false, items: items.map { [.paragraph(Prose($0))] }))]
  }

  // MARK: As data

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("from", earlier.words)
      writer.member("to", later.words)
      writer.member("decides_alike", changes.isNone)
      writer.array("moves", of: changes.moves) { writer, move in
        writer.object { writer in
          writer.member("from", move.from)
          writer.member("to", move.to)
          members(of: move.witness, &writer)
        }
      }
      writer.array("escalations", of: changes.escalations) { writer, move in
        writer.object { writer in
          writer.member("escalation", move.escalation)
          writer.member("begins", move.begins)
          members(of: move.witness, &writer)
        }
      }
      writer.array("orders", of: changes.orders) { writer, order in
        writer.object { writer in
          writer.member("kind", order.kind)
          writer.member("name", order.name)
          writer.member("details", order.details)
        }
      }
      writer.array("sections", of: sections) { writer, section in
        writer.object { writer in
          writer.member("title", section.title)
          writer.member("presence", section.presence?.rawValue)
          writer.member("removed", section.removed)
          writer.member("added", section.added)
        }
      }
      writer.member("not_decided", changes.undecided)
    }
    return writer.text
  }

  private func members(of witness: ChangeWitness, _ writer: inout JSONWriter) {
    writer.member("direction", witness.direction.rawValue)
    writer.member("comment", witness.comment)
    writer.member("before", witness.before.summary)
    writer.member("now", witness.after.summary)
    writer.member("changes", witness.changes.map(\.words))
  }

  // MARK: Names

  private func title(_ category: String, in program: DecisionProgram) -> String {
    program.categories.first { $0.name.utf8.elementsEqual(category.utf8) }?.title ?? category
  }

  private func escalation(_ name: String, in program: DecisionProgram) -> String {
    program.escalations.first { $0.name.utf8.elementsEqual(name.utf8) }?.title ?? name
  }
}
