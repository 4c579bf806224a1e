import DecisionModel
import PolicyAudit

/// What an audit came to, and whether little enough changes, escapes and is caught.
struct AuditReport {
  let playbook: DecisionProgram
  let words: WordFile
  let comments: GivenComments
  let innocents: Innocents
  /// The largest share of each part, from 0 to 1.
  let gates: [AuditPart: Double]
  /// Nil where the part was not asked for.
  var neutrality: Neutrality?
  var evasion: [ListEvasion]?
  var collateral: [ListCollateral]?

  /// What escapes is no matter where nobody has a reason to hide.
  var guardEvasion: [ListEvasion] { (evasion ?? []).filter(\.list.isGuard) }
  var otherEvasion: [ListEvasion] { (evasion ?? []).filter { !$0.list.isGuard } }

  /// The innocent texts that lists which guard catch, each once.
  var caughtByGuards: Int {
    Set((collateral ?? []).filter(\.list.isGuard).flatMap(\.caught).map(\.text)).count
  }

  /// The share of a part, from 0 to 1; nil where the part was not asked for or nothing was tried.
  func share(_ part: AuditPart) -> Double? {
    switch part {
    case .neutrality: neutrality.flatMap { Self.share($0.changed, of: $0.swaps) }
    case .evasion:
      evasion == nil ? nil : Self.share(guardEvasion.sum(\.escaped), of: guardEvasion.sum(\.tried))
    case .collateral: collateral == nil ? nil : Self.share(caughtByGuards, of: innocents.all)
    }
  }

  /// Which gates were missed, in words.
  var failures: [String] {
    AuditPart.allCases.compactMap { part in
      guard let most = gates[part] else { return nil }
      guard let share = share(part) else { return "\(part.gate) cannot be held against nothing" }
      return share <= most ? nil : "\(shareText(share)) \(part.what); \(part.gate) allows \(shareText(most))"
    }
  }

  static func share(_ count: Int, of all: Int) -> Double? { all == 0 ? nil : Double(count) / Double(all) }
}

extension AuditPart {
  /// The option that sets its gate.
  fileprivate var gate: String {
    switch self {
    case .neutrality: "--max-changed"
    case .evasion: "--max-escaped"
    case .collateral: "--max-caught"
    }
  }

  fileprivate var what: String {
    switch self {
    case .neutrality: "of the swaps change the decision"
    case .evasion: "of the disguises escape"
    case .collateral: "of the innocents are caught"
    }
  }
}

extension [ListEvasion] {
  func sum(_ count: KeyPath<ListEvasion, Int>) -> Int { reduce(0) { $0 + $1[keyPath: count] } }
}
