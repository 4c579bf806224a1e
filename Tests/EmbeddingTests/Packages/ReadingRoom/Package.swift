// swift-tools-version: 6.1
import PackageDescription

// A package with a playbook of its own, which is compiled with it.

let package = Package(
  name: "reading-room",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "decorum", path: "../decorum", traits: [])
  ],
  targets: [
    .executableTarget(
      name: "reading-room", dependencies: [.product(name: "DecisionEngine", package: "decorum")],
      plugins: [.plugin(name: "CompilePlaybooks", package: "decorum")])
  ]
)
