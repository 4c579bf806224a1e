// swift-tools-version: 6.1
import PackageDescription

// What libFuzzer drives: `Scripts/fuzz.sh` builds the targets and runs them. They have no `main`, which libFuzzer
// brings, so without its flags (and `FUZZ` in the environment) only what they share is there to be built.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func fuzzTarget(_ name: String) -> Target {
  .executableTarget(name: name, dependencies: ["Claims"], swiftSettings: settings)
}

let package = Package(
  name: "decorum-fuzz",
  platforms: [.macOS(.v14)],
  dependencies: [.package(name: "decorum", path: "..")],
  targets: [
    // What must be true of everything that comes out, whatever went in.
    .target(
      name: "Claims", 
      dependencies: [
        .product(name: "PlaybookPipeline", package: "decorum"), .product(name: "DecisionEngine", package: "decorum"),
        .product(name: "ReplyReview", package: "decorum"),
      ], swiftSettings: settings)
  ]
    + (Context.environment["FUZZ"] == nil
      ? []
      : [
        // Any bytes as a playbook: read, checked, printed; compiled, published and tested where nothing is wrong.
        fuzzTarget("BytesToFindings"),
        // Any bytes as a comment, as JSON and as a bare text, decided by the playbook of Harbour Coffee.
        fuzzTarget("TextToDecision"),
      ])
)
