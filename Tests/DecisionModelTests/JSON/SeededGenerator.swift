import Foundation

/// A random number generator that can be run again: SplitMix64 (Steele, Lea and Flood 2014).
///
/// The seed is printed; `DECORUM_SEED=… swift test` repeats a run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A generator for a property, with a seed of its own that is printed.
  static func announced(for property: String) -> SeededGenerator {
    let given = ProcessInfo.processInfo.environment["DECORUM_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
    print("\(property): DECORUM_SEED=\(seed)")
    return SeededGenerator(seed: seed)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
