/// What a condition of a program file asks.
@usableFromInline
package enum ConditionKind: Int, Sendable {
  case all, any, none, not, count, signal, found, termCount, score, measure, fact, factText, strikes, timeOpen, history
  case mode, category, never, withoutEffect
}

/// The kind of condition that a cell of a program file names, if there is one. No member of the type, since those are not
/// inlined into other modules, and it is asked for every condition.
@inlinable @inline(__always)
package func conditionKind(_ cell: UInt32) -> ConditionKind? {
  guard cell <= 18 else { return nil }
  // The cases are numbered in order, and so are their bits in memory: a switch over them is a jump.
  return unsafeBitCast(UInt8(truncatingIfNeeded: cell), to: ConditionKind.self)
}
