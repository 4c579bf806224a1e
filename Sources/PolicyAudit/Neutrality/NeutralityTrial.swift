import CommentText
public import DecisionEngine
public import DecisionModel
import PolicyImpact

/// Swaps names of groups in comments, and holds the decisions side by side.
public struct NeutralityTrial {
  /// In so many comments names are swapped; of more, in so many evenly taken.
  public static let mostComments = 1_000

  private let decider: any CommentDecider
  private let program: DecisionProgram
  private let kinds: ActionKinds
  private let causes: CauseSearch
  private let now: Instant
  private let examplesKept: Int
  private let finder = NameFinder(AuditData.groupTables)

  public init(_ program: DecisionProgram, _ decider: any CommentDecider, now: Instant, examplesKept: Int = 2) {
    self.program = program
    self.decider = decider
    self.now = now
    self.examplesKept = examplesKept
    kinds = ActionKinds(program, program)
    causes = CauseSearch(program)
  }

  /// The sentences of our own, and every term of the lists as a comment.
  public static func ownComments(_ lists: [AuditedList]) -> [JSONValue] {
    let terms = lists.flatMap { list in list.terms.map { $0.term.filter { $0 != "*" } } }
    return (AuditData.sentences + terms).map { .object([JSONMember("text", .text($0))]) }
  }

  /// What the swaps change in the decisions about comments.
  public func judge(_ comments: [JSONValue]) -> Neutrality {
    var result = Neutrality()
    result.comments = comments.count
    let named = comments.filter { !finder.swaps(in: NamedFields($0).joined).isEmpty }
    result.named = named.count
    let tried = named.takenEvenly(Self.mostComments)
    result.tried = tried.count
    for comment in tried { judge(comment, &result) }
    result.causes = result.causes.enumerated().sorted { one, other in
      (other.element.swaps, one.offset) < (one.element.swaps, other.offset)
    }.map(\.element)
    return result
  }

  private func judge(_ json: JSONValue, _ result: inout Neutrality) {
    let fields = NamedFields(json)
    guard let comment = try? decider.comment(json, now: now) else { return }
    let before = decider.decide(comment)
    for swap in finder.swaps(in: fields.joined) {
      guard let judged = judge(swap, in: fields) else { continue }
      result.swaps += 1
      let changes = changes(before, judged.decision)
      if changes.isEmpty || isUndone(swap, in: fields, before) { continue }
      let table = finder.tables[swap.table]
      let cause = causes.cause(before, judged.decision, fields.text, judged.swapped)
      let example = Neutrality.Example(
        table: table.title, from: table.groups[swap.from], to: table.groups[swap.to], text: comment.text,
        swapped: judged.swapped.text.text, before: before.summary, after: judged.decision.summary, changes: changes)
      result.add(cause, example, keeping: examplesKept)
    }
  }

  private func judge(
    _ swap: NameFinder.Swap, in fields: NamedFields
  ) -> (decision: Decision, swapped: NamedFields.Swapped)? {
    let swapped = fields.swapping(swap, finder)
    guard let comment = try? decider.comment(swapped.json, now: now) else { return nil }
    return (decider.decide(comment), swapped)
  }

  /// Whether the decision stays where words that can be read in two ways are read in the other: `kill her` is no
  /// `kill his`, and `ask her manager` no `ask him manager`.
  private func isUndone(_ swap: NameFinder.Swap, in fields: NamedFields, _ before: Decision) -> Bool {
    var other = swap
    other.readsOtherwise = true
    return judge(other, in: fields).map { changes(before, $0.decision).isEmpty } ?? true
  }

  /// What is decided otherwise. Words that are said make no difference.
  private func changes(_ before: Decision, _ after: Decision) -> [String] {
    var changes: [String] = []
    func compare(_ what: String, _ one: [String], _ other: [String]) {
      if one != other { changes.append("\(what) \(words(one)) becomes \(words(other))") }
    }
    compare("category", [before.category].compactMap { $0 }, [after.category].compactMap { $0 })
    compare("escalations", before.escalations, after.escalations)
    compare("ladder", before.ladders.map(\.words), after.ladders.map(\.words))
    return changes + ComparedDecisions(before, after, kinds, in: program.zone).changes.map(\.words)
  }

  private func words(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
}

extension LadderStanding {
  fileprivate var words: String { "\(ladder) \(rung ?? "none")" }
}

extension Neutrality {
  fileprivate mutating func add(_ cause: CauseSearch.Cause, _ example: Example, keeping: Int) {
    let same = causes.firstIndex {
      $0.clause.utf8.elementsEqual(cause.clause.utf8) && $0.what.utf8.elementsEqual(cause.what.utf8)
    }
    if same == nil { causes.append(Cause(clause: cause.clause, at: cause.at, what: cause.what)) }
    causes[same ?? causes.count - 1].add(example, by: cause.term, keeping: keeping)
  }
}

extension Neutrality.Cause {
  /// Of each term one example at the most.
  fileprivate mutating func add(_ example: Neutrality.Example, by term: String?, keeping: Int) {
    swaps += 1
    guard let term else {
      if examples.count < keeping { examples.append(example) }
      return
    }
    if let place = terms.firstIndex(where: { $0.term.utf8.elementsEqual(term.utf8) }) {
      return terms[place].swaps += 1
    }
    terms.append((term, 1))
    if examples.count < keeping { examples.append(example) }
  }
}
