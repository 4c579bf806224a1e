import DecisionModel

/// On what the deeds of a decision depend beside its category, its rung, its escalations, the channel and whether the
/// comment is private.
///
/// It says rather too much than too little: see `Judgement.deeds` and `MergedDeeds`.
struct DeedInputs {
  /// Wordings of which one is picked by the name of the comment.
  struct Saying: BitwiseCopyable {
    /// The hash of the clause's anchor, which goes on over the name.
    let hash: UInt64
    let count: UInt64

    /// Which wording is picked for a comment.
    func pick(for id: UnsafeRawBufferPointer) -> Int32 {
      Int32(fnv1a(id, from: hash) % count)
    }
  }

  /// Whether there is more than what is said here.
  private(set) var isOpen = false
  /// Whether they depend on the instant from which deadlines count.
  private(set) var start = false
  private(set) var sayings: [Saying] = []

  /// Whether they depend on nothing else.
  var isNone: Bool { !isOpen && !start && sayings.isEmpty }

  init(
    _ category: CategoryRule, _ rung: RungRule?, _ escalations: [EscalationRule], _ channel: ChannelRule?,
    in program: DecisionProgram
  ) {
    let orders =
      category.must + category.may + (rung.map { $0.must + $0.may } ?? []) + escalations.flatMap { $0.must + $0.may }
    start = escalations.contains { !$0.levels.isEmpty } || orders.contains(where: \.dependsOnStart)
    start = start || Self.haveLengthsToCompare(orders)
    add(category.wordings, category.place)
    if let rung { add(rung.wordings, rung.place) }
    for escalation in escalations { add(escalation.wordings, escalation.place) }
    // What nothing holds is shown, and what nobody knows holds it.
    if channel?.postsWait == true, program.facts.contains(where: \.isRequired) { isOpen = true }
  }

  /// Of several orders of one action the longest counts; months are as long as the calendar has them.
  private static func haveLengthsToCompare(_ orders: [ActionOrder]) -> Bool {
    let actions = Dictionary(grouping: orders) { Array($0.action.utf8) }
    return actions.values.contains { orders in
      orders.count > 1 && orders.contains { $0.terms.duration != nil || $0.terms.alsoLast != nil }
    }
  }

  private mutating func add(_ wordings: [Wording], _ place: ClausePlace) {
    if wordings.contains(where: { !$0.facts.isEmpty }) { isOpen = true }
    guard wordings.count > 1 else { return }
    sayings.append(Saying(hash: fnv1a(Array(place.anchor.utf8) + [0]), count: UInt64(wordings.count)))
  }
}

extension ActionOrder {
  /// Whether something of it is due at an instant.
  fileprivate var dependsOnStart: Bool {
    action == "escalate" || terms.wait != nil || terms.within != nil
  }
}

private func fnv1a(_ bytes: UnsafeRawBufferPointer, from start: UInt64) -> UInt64 {
  var hash = start
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
  return hash
}
