// swift-tools-version: 6.1
import PackageDescription

// A package that decides comments by programs that are handed to it.

let package = Package(
  name: "desk",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "decorum", path: "../decorum", traits: [])
  ],
  targets: [
    .executableTarget(name: "desk", dependencies: [.product(name: "DecisionEngine", package: "decorum")])
  ]
)
