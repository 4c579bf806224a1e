import Foundation

/// Whether more is tried than in an ordinary run: `make test-long` says `DECORUM_LONG=1`.
public let isLong = ProcessInfo.processInfo.environment["DECORUM_LONG"] == "1"

/// The seed of a run of a property test, printed so that a failure can be had again.
///
/// A run of `make test` tries the same cases every time, so that it judges the change and not the dice; `make test-long`
/// throws new ones. `DECORUM_SEED` names the seed.
public func propertySeed(_ property: String) -> UInt64 {
  let given = ProcessInfo.processInfo.environment["DECORUM_SEED"].flatMap { UInt64($0) }
  let seed = given ?? (isLong ? .random(in: .min ... .max) : seed(namedFor: property))
  print("\(property): DECORUM_SEED=\(seed)")
  return seed
}

/// The FNV-1a hash of a name (<http://www.isthe.com/chongo/tech/comp/fnv/>): Swift's own differs with each process.
private func seed(namedFor property: String) -> UInt64 {
  property.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
