import DecisionModel

/// What was decided about a comment before.
struct EarlierDecision {
  let number: Int64
  let author: Int64
  /// The key of its text as it was written; nil where that was erased.
  let written: [UInt8]?
  /// The decision's bytes; nil where they were erased, or never kept.
  let decision: [UInt8]?
}

extension RowShape<LedgerKey, EarlierDecision> {
  static var decided: RowShape {
    RowShape(
      query: """
        SELECT c.number, c.author, c.written, s.decision FROM comments c LEFT JOIN sealed s ON s.number = c.number
        WHERE c.comment = $1 LIMIT 1
        """, cells: { [Cell($0)] },
      read: { earlier, row in
        earlier = EarlierDecision(
          number: try row.integer(0), author: try row.integer(1), written: try row.optional(2, row.bytes),
          decision: try row.optional(3, row.bytes))
      })
  }
}
