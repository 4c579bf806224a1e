// swift-tools-version: 6.1
import PackageDescription

// What times the engine inside a process. A package of its own, so that Decorum itself stays light.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "decorum-benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [.package(name: "decorum", path: "..", traits: [])],
  targets: [
    // A malloc that counts, in place of the system's.
    .target(name: "CountedAllocations"),
    // One measurement a process: a program, comments, and what deciding them costs.
    .executableTarget(
      name: "Measure",
      dependencies: [
        "CountedAllocations", .product(name: "DecisionEngine", package: "decorum"),
      ], swiftSettings: settings),
  ]
)
