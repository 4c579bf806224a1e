public import DecisionEngine
import DecisionModel

/// An old policy and a new one, ready to judge the same comments. Any number of threads may share a pair.
public struct PolicyPair: Sendable {
  public let old: Engine
  public let new: Engine
  let shared: SharedOrders
  let kinds: ActionKinds

  public init(old: Engine, new: Engine) {
    self.old = old
    self.new = new
    shared = SharedOrders(old.program, new.program)
    kinds = ActionKinds(old.program, new.program)
  }

  /// Whether both are the same program, byte for byte.
  public var isOne: Bool { old.playbook.digest == new.playbook.digest }
}
