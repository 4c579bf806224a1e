/// What a condition of a program file asks.
package enum ConditionKind: Int, Sendable {
  case all, any, none, not, count, signal, found, termCount, score, measure, fact, factText, strikes, timeOpen, history
  case mode, category, never, withoutEffect
}
