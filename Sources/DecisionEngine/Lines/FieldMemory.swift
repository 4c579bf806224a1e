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
  private var rungs: RungTable
  /// On what deeds depend, by the clauses that order them.
  private var lists = ByteTable()
  private var inputs: [DeedInputs] = []
  private var texts = RememberedTexts()
  /// The key that was made last.
  private var key = Pad<Int32>(capacity: 64)

  /// Nil where some of the fields follow from more.
  init?(_ rulebook: Rulebook, _ fields: DecisionFields) {
    guard fields.inOrder.allSatisfy({ Self.following.contains($0) }) else { return nil }
    self.rulebook = rulebook
    rungs = RungTable(rulebook)
  }

  deinit {
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
    if inputs[list].isNone { return true }
    if inputs[list].isOpen { return false }
    if inputs[list].start {
      let start = (comment.postedAt ?? comment.now ?? now()).seconds
      key.append(Int32(truncatingIfNeeded: start))
      key.append(Int32(truncatingIfNeeded: start >> 32))
    }
    for saying in inputs[list].sayings {
      // What has no name is known by its text, which is not kept.
      guard let id = comment.id else { return false }
      key.append(saying.pick(for: id))
    }
    return true
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
  var text: UnsafeRawBufferPointer? { texts.text(for: key) }

  /// Keeps what was written for the key that was made last.
  mutating func remember(_ text: some Collection<UInt8>) { texts.remember(text, for: key) }
}
