public import DecisionModel

/// A report as it grows, one event after another. It remembers the cases that still want something, and no others.
public struct ReportFold {
  /// One more way in which comments are told apart: by what only the caller knows of a case, such as whose it is.
  public struct Label {
    public let title: String
    public let name: (_ case: Int64) -> String?

    public init(_ title: String, name: @escaping (_ case: Int64) -> String?) {
      self.title = title
      self.name = name
    }
  }

  private let zone: ZoneTable
  private let label: Label?
  private let programs: (PlaybookVersion) -> DecisionProgram?
  private var report: LedgerReport
  private var named: [NamedFigures]
  private var files: [Int64: CaseFile] = [:]
  /// Of decisions in those cases: how they are told apart, and which case has them.
  private var decisions: [Int64: (tags: ReportTags, case: Int64)] = [:]
  /// The first comments that nobody has answered, by their cases.
  private var unanswered: [Int64: (tags: ReportTags, posted: Instant)] = [:]

  /// - Parameter programs: The program of a playbook, for its teams' hours.
  public init(
    from: Instant? = nil, in zone: ZoneTable, label: Label? = nil,
    programs: @escaping (PlaybookVersion) -> DecisionProgram?
  ) {
    (self.zone, self.label, self.programs) = (zone, label, programs)
    report = LedgerReport(from: from, end: .earliest, zone: zone)
    named = (ReportTags.titles + [label?.title].compactMap { $0 }).map { _ in NamedFigures() }
  }

  /// Adds the next event of the log.
  public mutating func add(_ event: LedgerEvent) {
    switch event.happening {
    case .decided(let comment): decided(comment, event)
    case .edited(let decision): if let number = decisions[decision]?.case { follow(event, in: number) }
    case .done(let deed, let number):
      report.deeds[deed, default: 0] += 1
      if let number { follow(event, in: number) }
    case .handled(_, let number): follow(event, in: number)
    case .strike(let strike): add(strike)
    case .appealed: report.appeals.made += 1
    case .appealSettled(_, let upheld):
      if upheld { report.appeals.upheld += 1 } else { report.appeals.rejected += 1 }
    case .pardoned: report.appeals.pardons += 1
    case .mode, .erased, .expired: break
    }
  }

  /// The report as it is at an instant, which is not before that of any event.
  public func report(at end: Instant) -> LedgerReport {
    var fold = self
    fold.report.end = end
    for file in files.values {
      for duty in file.duties where duty.isPending && !duty.obligation.isOptional {
        let isOver = duty.isOpen && duty.isLate(at: end)
        fold.count(duty) { if isOver { $0.overdue += 1 } else { $0.open += 1 } }
      }
    }
    let titles = ReportTags.titles + [label?.title].compactMap { $0 }
    fold.report.parts = zip(titles, fold.named).map { LedgerReport.Part(title: $0, rows: $1.rows) }
    return fold.report
  }

  // MARK: Comments and cases

  private mutating func decided(_ comment: DecidedComment, _ event: LedgerEvent) {
    let number = comment.case ?? event.number
    let tags = ReportTags(comment, in: zone, label: label?.name(number))
    report.stances[comment.stance, default: 0] += 1
    change(tags) { $0.comments += 1 }
    if comment.obligations.isEmpty && files[number] == nil { return }
    if !comment.obligations.isEmpty { decisions[event.number] = (tags, number) }
    for obligation in comment.obligations where !obligation.isOptional {
      count(obligation.duty, tags) { $0.asked += 1 }
    }
    if comment.case == nil, comment.wantsAnswer { unanswered[number] = (tags, comment.posted) }
    follow(event, in: number)
  }

  /// Lets an event happen in its case, and counts what came of it.
  private mutating func follow(_ event: LedgerEvent, in number: Int64) {
    var file = files.removeValue(forKey: number)
    if file == nil, case .decided = event.happening { file = CaseFile(number: number, author: event.author) }
    guard var file else { return }
    let change = file.add(event, programs: programs)
    for duty in change.settled where !duty.obligation.isOptional { settle(duty, isAskedAgain: file.asksAgain(duty)) }
    if change.answeredSince != nil, let first = unanswered.removeValue(forKey: number) {
      self.change(first.tags) { $0.firstReplies.add(seconds: event.at.seconds(since: first.posted)) }
    }
    forget(change.settled, of: &file)
    if file.isPending { files[number] = file } else { unanswered[number] = nil }
  }

  /// Drops what nothing can come of any more.
  private mutating func forget(_ settled: [CaseDuty], of file: inout CaseFile) {
    guard !settled.isEmpty else { return }
    file.forgetSettled()
    let pending = Set(file.duties.map(\.decision))
    for decision in settled.map(\.decision) where !pending.contains(decision) { decisions[decision] = nil }
  }

  private mutating func settle(_ duty: CaseDuty, isAskedAgain: Bool) {
    count(duty) { figures in
      switch duty.state {
      case .met(_, _, let isLate): if isLate { figures.late += 1 } else { figures.inTime += 1 }
      case .ended(let at, _): if duty.isLate(at: at) { figures.late += 1 } else { figures.dropped += 1 }
      case .open, .waiting: break
      }
      if isAskedAgain { figures.asked += 1 }
    }
    if case .reply = duty.obligation.duty, case .met(let at, _, _) = duty.state { addTimeUsed(duty, at) }
  }

  private mutating func addTimeUsed(_ duty: CaseDuty, _ at: Instant) {
    guard let due = duty.obligation.due else { return }
    let (allowed, used) = (max(1, due.seconds(since: duty.began)), max(0, at.seconds(since: duty.began)))
    let place = LedgerReport.shares.firstIndex { Double(used) <= Double(allowed) * $0 }
    if let place { report.timeUsed[place] += 1 }
  }

  private mutating func add(_ strike: Strike) {
    var figures = report.ladders[strike.ladder] ?? LadderFigures()
    if strike.isShadow { figures.onTrial += 1 } else { figures.strikes += 1 }
    if let rung = strike.rung, !strike.isShadow { figures.rungs[rung, default: 0] += 1 }
    report.ladders[strike.ladder] = figures
  }

  // MARK: Counting

  private mutating func count(_ duty: CaseDuty, _ change: (inout DutyFigures) -> Void) {
    guard let tags = decisions[duty.decision]?.tags else { return }
    count(duty.obligation.duty, tags, change)
  }

  private mutating func count(
    _ duty: Obligation.Duty, _ tags: ReportTags, _ change: (inout DutyFigures) -> Void
  ) {
    if let kind = DutyKind(duty) {
      change(&report.duties[kind, default: DutyFigures()])
    } else {
      self.change(tags) { change(&$0.replies) }
    }
  }

  private mutating func change(_ tags: ReportTags, _ change: (inout Figures) -> Void) {
    change(&report.total)
    for place in named.indices { named[place].change(tags.names[place], change) }
  }
}

extension CaseFile {
  /// Whether what was just met is wanted again.
  fileprivate func asksAgain(_ met: CaseDuty) -> Bool {
    duties.contains { duty in
      duty.isPending && duty.decision == met.decision && duty.obligation.duty == met.obligation.duty
        && duty.obligation.untilResolved
    }
  }
}
