import Foundation

/// The seed of a run of a property test, printed so that a failure can be had again.
public func propertySeed(_ property: String) -> UInt64 {
  let given = ProcessInfo.processInfo.environment["DECORUM_SEED"].flatMap { UInt64($0) }
  let seed = given ?? UInt64.random(in: .min ... .max)
  print("\(property): DECORUM_SEED=\(seed)")
  return seed
}
