import DecisionModel

/// The fields of decisions that follow from a verdict and little else, as they were written before.
struct FieldMemory: ~Copyable {
  /// The fields that follow from the clauses that hold and from `DeedInputs`.
  private static let following: Set<DecisionField> = [
    .decision, .playbook, .comment, .category, .actions, .may, .escalations, .approvals, .unavailable, .trouble,
  ]

  /// So many lists of clauses are kept; then all are forgotten.
  private static let mostLists = 1 << 14

  private let rulebook: Rulebook
  private let rungs: RungTable
  /// On what deeds depend, by the clauses that order them.
  private var lists = ByteTable()
  private var inputs: [DeedInputs] = []
  private var texts = RememberedTexts()
  /// The key that was made last, and the instant from which its deadlines count, where these are left open.
  private var key = Pad<Int32>(capacity: 64)
  private(set) var start: Instant?

  /// Nil where some of the fields follow from more.
  init?(_ rulebook: Rulebook, _ fields: DecisionFields) {
    // What must be known first is asked for, and the comment held: who knows of that makes the whole decision.
    let asks = rulebook.program.facts.contains(where: \.isRequired)
    let following = Self.following.union(asks ? [] : [.stance])
    guard fields.inOrder.allSatisfy(following.contains) else { return nil }
    self.rulebook = rulebook
    rungs = RungTable(rulebook)
  }

  deinit {
    rungs.free()
    lists.free()
    texts.free()
    key.free()
  }

  /// Makes the key of a comment.
  ///
  /// - Returns: Whether there is one: else the fields depend on more than a key says.
  mutating func makeKey(_ verdict: Verdict, _ comment: borrowing CommentLine, now: () -> Instant) -> Bool {
    guard let rung = rungs.rung(in: verdict.category, knowsAuthor: comment.knowsAuthor, comment.strikes) else {
      return false
    }
    key.removeAll()
    key.append(Int32(truncatingIfNeeded: verdict.category))
    key.append(rung)
    key.append(comment.isPrivate ? 1 : 0)
    key.append(comment.channel)
    key.append(Int32(truncatingIfNeeded: verdict.escalations.count))
    for escalation in verdict.escalations { key.append(escalation) }
    return addInputs(
      lists.number(of: UnsafeRawBufferPointer(key.elements)) ?? addList(verdict, rung, comment), comment, now)
  }

  /// Adds to the key what the list of clauses asks for.
  @inline(__always)
  private mutating func addInputs(_ list: Int, _ comment: borrowing CommentLine, _ now: () -> Instant) -> Bool {
    start = nil
    if inputs[list].isNone { return true }
    if inputs[list].isOpen { return false }
    if inputs[list].start != .nothing { add(start: comment.postedAt ?? comment.now ?? now(), to: list) }
    for saying in inputs[list].sayings {
      // What has no name is known by its text, which is not kept.
      guard let id = comment.id else { return false }
      key.append(saying.pick(for: id))
    }
    return true
  }

  /// Deadlines stay open unless the calendar has something to say of them.
  private mutating func add(start: Instant, to list: Int) {
    if inputs[list].start == .isAdded, DeedInputs.usualStarts.contains(start.seconds) {
      self.start = start
      return key.append(0)
    }
    key.append(1)
    key.append(Int32(truncatingIfNeeded: start.seconds))
    key.append(Int32(truncatingIfNeeded: start.seconds >> 32))
  }

  private mutating func addList(_ verdict: Verdict, _ rung: Int32, _ comment: borrowing CommentLine) -> Int {
    if lists.count == Self.mostLists {
      lists.removeAll()
      inputs.removeAll()
    }
    let program = rulebook.program
    let category = program.categories[verdict.category]
    let ladder = category.ladder.flatMap { rulebook.names.ladders[$0] }.map { program.ladders[$0] }
    inputs.append(
      DeedInputs(
        category, rung > 0 ? ladder?.rungs[Int(rung) - 1] : nil,
        verdict.escalations.map { program.escalations[Int($0)] },
        comment.channel < 0 ? nil : program.channels[Int(comment.channel)], in: program))
    return lists.add(UnsafeRawBufferPointer(key.elements))
  }

  /// What was written for the key that was made last.
  @inline(__always)
  var text: RememberedTexts.Text? { texts.text(for: key) }

  /// Writes the fields that follow from the key that was made last, and keeps them.
  ///
  /// - Parameter playbook: By which the comment was judged.
  mutating func write(
    _ fields: DecisionFields, _ verdict: Verdict, _ comment: borrowing CommentLine, by playbook: PlaybookVersion,
    now: () -> Instant
  ) {
    let situation = Situation(standIn(for: comment, now()), in: rulebook, wasCut: false, readText: [])
    var holding = Holding(category: verdict.category)
    holding.escalations = verdict.escalations.map { Int($0) }
    holding.plan = situation.plan(of: holding.category, holding.escalations)
    holding.standing = situation.standing(for: holding.category)
    let judgement = Judgement(situation, holding)
    var writer = JSONWriter(capacity: 512)
    judgement.orders(MergedDeeds(judgement), by: playbook).write(fields, to: &writer)
    texts.remember(Array(writer.bytes.dropFirst()), for: key, openFrom: start)
  }

  /// A comment with what the key says of one, and no more.
  private func standIn(for line: borrowing CommentLine, _ now: Instant) -> Comment {
    var comment = Comment(id: line.id.map { Array($0) }, text: [], now: line.now ?? now)
    func give(_ fact: String, _ value: FactValue?) {
      if let place = rulebook.names.facts[fact] { comment.facts[place] = value }
    }
    func word(_ name: String) -> FactValue { .words([GivenWord(written: Array(name.utf8), normal: Array(name.utf8))]) }
    give("author.id", line.knowsAuthor ? .bytes([]) : nil)
    give("post.at", line.postedAt.map { .instant($0) })
    give("post.visibility", line.isPrivate ? word("private") : nil)
    give("post.channel", line.channel < 0 ? nil : word(rulebook.program.channels[Int(line.channel)].name))
    for (place, ladder) in rulebook.program.ladders.enumerated() where line.strikes[place] >= 0 {
      comment.histories[place] = LadderHistory(strikes: Int(line.strikes[place]), doneAllOf: ladder)
    }
    return comment
  }
}
