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

  /// What the instant does from which deadlines count, the least first.
  enum Start: Int {
    case nothing
    /// Deadlines are always so long after it.
    case isAdded
    /// Hours and months make more of it.
    case isCounted
  }

  /// Whether there is more than what is said here.
  private(set) var isOpen = false
  private(set) var start = Start.nothing
  private(set) var sayings: [Saying] = []

  /// Whether they depend on nothing else.
  var isNone: Bool { !isOpen && start == .nothing && sayings.isEmpty }

  /// Longer ones may end where the calendar does, in seconds.
  static let greatestLength: Int64 = 10_000_000_000
  /// From these instants on, the greatest length ends within the calendar.
  static let usualStarts: ClosedRange<Int64> = -30_000_000_000...200_000_000_000

  init(
    _ category: CategoryRule, _ rung: RungRule?, _ escalations: [EscalationRule], _ channel: ChannelRule?,
    in program: DecisionProgram
  ) {
    let orders =
      category.must + category.may + (rung.map { $0.must + $0.may } ?? []) + escalations.flatMap { $0.must + $0.may }
    let uses =
      escalations.flatMap { $0.levels.map { Start($0.within) } } + orders.map(\.start) + [Self.comparison(orders)]
    start = uses.max { $0.rawValue < $1.rawValue } ?? .nothing
    add(category.wordings, category.place)
    if let rung { add(rung.wordings, rung.place) }
    for escalation in escalations { add(escalation.wordings, escalation.place) }
    // What nothing holds is shown, and what nobody knows holds it.
    if channel?.postsWait == true, program.facts.contains(where: \.isRequired) { isOpen = true }
  }

  /// Of several orders of one action the longest counts; months are as long as the calendar has them.
  private static func comparison(_ orders: [ActionOrder]) -> Start {
    let lasting = orders.indices.filter { !orders[$0].lengths.isEmpty }
    let compared = lasting.filter { place in
      orders.indices.contains { $0 != place && orders[$0].action == orders[place].action }
    }
    let lengths = compared.flatMap { orders[$0].lengths }
    if lengths.isEmpty { return .nothing }
    return lengths.allSatisfy(\.isFixed) ? .isAdded : .isCounted
  }

  private mutating func add(_ wordings: [Wording], _ place: ClausePlace) {
    if wordings.contains(where: { !$0.facts.isEmpty }) { isOpen = true }
    guard wordings.count > 1 else { return }
    sayings.append(Saying(hash: fnv1a(Array(place.anchor.utf8) + [0]), count: UInt64(wordings.count)))
  }
}

extension DeedInputs.Start {
  fileprivate init(_ allowance: Allowance?) {
    guard let allowance else {
      self = .isAdded
      return
    }
    self = !allowance.isWorkingTime && allowance.length.isFixed ? .isAdded : .isCounted
  }
}

extension ActionOrder {
  /// How long what is ordered lasts, and how far back it reaches.
  fileprivate var lengths: [Length] { (terms.duration?.lengths ?? []) + [terms.alsoLast].compactMap { $0 } }

  /// What the start does to what is ordered.
  fileprivate var start: DeedInputs.Start {
    if let wait = terms.wait, !wait.length.isFixed { return .isCounted }
    if let within = terms.within { return DeedInputs.Start(within) }
    return action == "escalate" || terms.wait != nil ? .isAdded : .nothing
  }
}

extension Length {
  /// Whether it is always as long, and so short that it ends within the calendar: a few centuries at most.
  fileprivate var isFixed: Bool { seconds.map { $0 < DeedInputs.greatestLength } ?? false }
}
