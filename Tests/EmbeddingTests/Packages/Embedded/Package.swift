// swift-tools-version: 6.1
import PackageDescription

// A package that embeds Decorum: it checks out nothing else, for it says `traits: []`.

let package = Package(
  name: "embedded",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "decorum", path: "../decorum", traits: [])
  ],
  targets: [
    .executableTarget(name: "desk", dependencies: [.product(name: "DecisionEngine", package: "decorum")]),
    .executableTarget(
      name: "reading-room", dependencies: [.product(name: "DecisionEngine", package: "decorum")],
      plugins: [.plugin(name: "CompilePlaybooks", package: "decorum")]),
  ]
)
