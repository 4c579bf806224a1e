import DecisionEngine

/// What a condition does to the decision, all else being as it is: whether its clause would hold for each value of it.
struct Effect: Hashable {
  let ifNo: Bool
  let ifUnknown: Bool
  let ifYes: Bool

  /// Of a clause that is looked at: it holds where it is true.
  static let ofClause = Effect(ifNo: false, ifUnknown: false, ifYes: true)

  /// Whether the condition decides by itself: true and false come to different things.
  var decides: Bool { ifNo != ifYes }

  subscript(truth: Truth) -> Bool {
    switch truth {
    case .no: ifNo
    case .unknown: ifUnknown
    case .yes: ifYes
    }
  }

  /// The effect of a part of a condition that has this one.
  ///
  /// - Parameter whole: What the condition would be for each value of the part.
  func part(_ whole: (Truth) -> Truth) -> Effect {
    Effect(ifNo: self[whole(.no)], ifUnknown: self[whole(.unknown)], ifYes: self[whole(.yes)])
  }
}
