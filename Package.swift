// swift-tools-version: 6.1
import PackageDescription

// Targets stand in the order of the pipeline, each with one line that says what it is for.
// Arrows go down only: a target depends on targets above it in this list.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "decorum",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "decorum", targets: ["decorum"]),
    .library(name: "DecisionEngine", targets: ["DecisionModel", "DecisionEngine"]),
    .library(name: "DecisionLibrary", type: .dynamic, targets: ["DecisionLibrary"]),
    .library(name: "PlaybookPipeline", targets: ["PlaybookPipeline"]),
    .library(name: "ReplyReview", targets: ["DecisionOracle", "ReplyReview"]),
    .library(name: "AuthorLedger", targets: ["AuthorLedger"]),
    .plugin(name: "CompilePlaybooks", targets: ["CompilePlaybooks"]),
  ],
  // A package that embeds Decorum says `traits: []` and checks out nothing else.
  traits: [
    .trait(name: "Command", description: "The command `decorum` with its reports, and what only these need."),
    .trait(name: "Ledger", description: "The memory of authors and cases, in SQLite or PostgreSQL."),
    .default(enabledTraits: ["Command", "Ledger"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // libyaml as the system has it.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // libpq, which speaks to PostgreSQL.
    .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    // libcurl, which speaks to the web.
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    // Source files, spans, findings, and how findings are printed.
    .target(name: "Diagnostics", swiftSettings: settings),
    // libyaml's events as a tree in which every node has its span.
    .target(name: "YAMLSyntax", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: settings),
    // The checksum of a program, by the processor's instruction for it.
    .target(name: "CChecksum"),
    // What compiler and engine share: facts, tests, time, JSON, comments, programs, decisions.
    .target(name: "DecisionModel", dependencies: ["CChecksum"], swiftSettings: settings),
    // The text of a comment: folded, split into words, measured, searched.
    .target(name: "CommentText", swiftSettings: settings),
    // The time zones of one tzdata release.
    .target(name: "ZoneData", dependencies: ["DecisionModel"], swiftSettings: settings),
    // The one table of keys, and the reading of a tree by it.
    .target(
      name: "PlaybookSyntax", dependencies: ["YAMLSyntax", "Diagnostics", "DecisionModel", "CommentText", "ZoneData"],
      swiftSettings: settings),
    // What the author means: names resolved, no YAML.
    .target(name: "PlaybookModel", dependencies: ["Diagnostics", "DecisionModel"], swiftSettings: settings),
    // The library that playbooks import as `std/…`, written in the playbook language.
    .target(name: "StandardLibrary", resources: [.embedInCode("std")], swiftSettings: settings),
    // A playbook to a program.
    .target(
      name: "PlaybookCompiler", dependencies: ["PlaybookModel", "DecisionModel", "CommentText"],
      swiftSettings: settings),
    // Which bytes of a text are letters, digits, signs: 64 at a time.
    .target(name: "CTextMasks"),
    // A program and a comment to a decision, by walking tables.
    .target(name: "DecisionEngine", dependencies: ["DecisionModel", "CTextMasks"], swiftSettings: settings),
    // The same by walking the conditions as they stand: what engines are held against, and what explains.
    .target(
      name: "DecisionOracle", dependencies: ["DecisionModel", "CommentText", "DecisionEngine"],
      swiftSettings: settings),
    // What can be known of a policy before any comment arrives: which clauses can hold together.
    .target(
      name: "PolicyProofs", dependencies: ["DecisionModel", "CommentText", "DecisionEngine", "DecisionOracle"],
      swiftSettings: settings),
    // A drafted reply, held to the plan that a decision orders and to the standards.
    .target(
      name: "ReplyReview", dependencies: ["DecisionModel", "CommentText", "DecisionEngine", "DecisionOracle"],
      swiftSettings: settings),
    // Feeds of the web, what is found in them, and whom it concerns.
    .target(
      name: "FeedWatching",
      dependencies: [
        "DecisionModel", "DecisionEngine", "DecisionOracle",
        .target(name: "CCurl", condition: .when(traits: ["Ledger"])),
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Ledger"])),
      ],
      swiftSettings: settings),
    // Lines in, lines out: by several workers, in order, in bounded memory, and gone on with after a stop.
    .target(name: "DecisionStreams", dependencies: ["DecisionModel"], swiftSettings: settings),
    // Two policies on the same comments: which of them move, and how.
    .target(name: "PolicyImpact", dependencies: ["DecisionModel", "DecisionEngine"], swiftSettings: settings),
    // Two versions of a policy on every comment that there can be: what moves, with a comment that shows it, or a proof.
    .target(
      name: "PolicyChanges",
      dependencies: ["DecisionModel", "DecisionEngine", "DecisionOracle", "PolicyProofs", "PolicyImpact"],
      swiftSettings: settings),
    // What authors did and what is owed in their cases: an append-only log, and what follows from it.
    .target(
      name: "AuthorLedger",
      dependencies: [
        "DecisionModel", "DecisionEngine",
        .target(name: "CPostgreSQL", condition: .when(traits: ["Ledger"])),
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Ledger"])),
        .product(name: "GRDBSQLite", package: "GRDB.swift", condition: .when(traits: ["Ledger"])),
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Ledger"])),
      ], swiftSettings: settings),
    // The header of the C interface.
    .systemLibrary(name: "CDecorum"),
    // The C interface: `make library` makes `libdecorum` of it.
    .target(
      name: "DecisionLibrary", dependencies: ["CDecorum", "DecisionModel", "DecisionEngine"], swiftSettings: settings),
    // Examples, tests and stories, run on the engine.
    .target(
      name: "PlaybookTesting",
      dependencies: [
        "PlaybookModel", "PlaybookCompiler", "DecisionEngine", "DecisionOracle", "ReplyReview", "CommentText",
      ],
      swiftSettings: settings),
    // What can be held against a policy: groups treated unlike, disguises that escape it, innocents that it catches.
    .target(
      name: "PolicyAudit",
      dependencies: [
        "DecisionModel", "CommentText", "DecisionEngine", "DecisionOracle", "PlaybookModel", "PlaybookTesting",
        "PolicyImpact",
      ],
      exclude: ["README.md"], resources: [.embedInCode("Data")], swiftSettings: settings),
    // Files to a playbook: names resolved, every check, and the examples judged.
    .target(
      name: "PlaybookAnalysis",
      dependencies: [
        "PlaybookModel", "PlaybookSyntax", "CommentText", "StandardLibrary", "PlaybookCompiler", "DecisionEngine",
        "DecisionOracle", "ReplyReview", "PlaybookTesting", "PolicyProofs",
      ],
      resources: [.embedInCode("Pages")], swiftSettings: settings),
    // The same engine in JavaScript, as one module.
    .target(
      name: "DecisionScript", exclude: ["README.md"],
      resources: [
        .embedInCode("deciding"),
        .embedInCode("json"),
        .embedInCode("judging"),
        .embedInCode("program"),
        .embedInCode("text"),
        .embedInCode("time"),
        .embedInCode("decorum.js"),
        .embedInCode("decorum.d.ts"),
      ], swiftSettings: settings),
    // A playbook to documents.
    .target(
      name: "PlaybookPublishing", dependencies: ["PlaybookModel", "DecisionModel", "Diagnostics"],
      resources: [.embedInCode("HTML/Page"), .embedInCode("Ask/Box")], swiftSettings: settings),
    // Findings and test results as other programs read them: one file a format.
    .target(
      name: "PlaybookReports",
      dependencies: [
        "PlaybookModel", "PlaybookAnalysis", "PlaybookTesting", "Diagnostics", "DecisionModel",
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Command"])),
      ], swiftSettings: settings),
    // Read, analyse, then compile, publish or test: the table of contents of the compiler.
    .target(
      name: "PlaybookPipeline",
      dependencies: [
        "PlaybookAnalysis", "PlaybookCompiler", "PlaybookPublishing", "PlaybookTesting", "DecisionEngine",
        "DecisionOracle", "StandardLibrary",
      ], swiftSettings: settings),
    // The compiler alone, as build plugins run it: a playbook in, a program out.
    .executableTarget(
      name: "decorumc", dependencies: ["PlaybookPipeline", "PlaybookAnalysis", "Diagnostics"], swiftSettings: settings),
    // Compiles the playbooks of a target whenever that is built.
    .plugin(name: "CompilePlaybooks", capability: .buildTool(), dependencies: ["decorumc"]),
    // Another tool's rules to a playbook.
    .target(
      name: "PlaybookMigration",
      dependencies: [
        "PlaybookPipeline", "PlaybookAnalysis", "PlaybookSyntax", "YAMLSyntax", "CommentText", "Diagnostics",
      ],
      swiftSettings: settings),
    // The command: one file a subcommand.
    .executableTarget(
      name: "decorum",
      dependencies: [
        "PlaybookPipeline", "PlaybookReports", "ReplyReview", "PlaybookMigration", "DecisionEngine", "DecisionOracle",
        "DecisionStreams", "DecisionScript", "AuthorLedger", "FeedWatching", "PolicyImpact",
        "PolicyChanges", "PolicyProofs", "PolicyAudit", "PlaybookTesting",
        .product(name: "ArgumentParser", package: "swift-argument-parser", condition: .when(traits: ["Command"])),
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Command"])),
      ],
      swiftSettings: settings),

    // What the tests of several modules share: marks in texts, seeds, the data that is not shipped.
    .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "YAMLSyntaxTests", dependencies: ["YAMLSyntax", "Diagnostics", "DecisionModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DecisionModelTests",
      dependencies: [
        "DecisionModel", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Command"])),
      ],
      swiftSettings: settings),
    .testTarget(name: "CommentTextTests", dependencies: ["CommentText", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "ZoneDataTests", dependencies: ["ZoneData"], swiftSettings: settings),
    .testTarget(
      name: "PlaybookCompilerTests",
      dependencies: ["PlaybookCompiler", "CommentText"], swiftSettings: settings),
    .testTarget(
      name: "DecisionOracleTests", dependencies: ["DecisionOracle", "DecisionEngine", "DecisionModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PolicyProofsTests",
      dependencies: [
        "PolicyProofs", "PolicyChanges", "DecisionOracle", "DecisionEngine", "DecisionModel", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReplyReviewTests", dependencies: ["ReplyReview", "PlaybookPipeline", "DecisionModel"],
      swiftSettings: settings),
    .testTarget(
      name: "DecisionStreamsTests", dependencies: ["DecisionStreams", "DecisionModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PolicyChangesTests",
      dependencies: ["PolicyChanges", "PolicyImpact", "PlaybookPipeline", "PlaybookAnalysis", "DecisionModel"],
      swiftSettings: settings),
    .testTarget(
      name: "PolicyImpactTests",
      dependencies: [
        "PolicyImpact", "PlaybookPipeline", "PlaybookAnalysis", "DecisionEngine", "DecisionModel", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AuthorLedgerTests",
      dependencies: ["AuthorLedger", "PlaybookPipeline", "DecisionEngine", "DecisionModel", "TestSupport", "decorum"],
      exclude: ["Saved", "Shim"], swiftSettings: settings),
    // Against a server on this machine that misbehaves.
    .testTarget(
      name: "FeedWatchingTests",
      dependencies: [
        "FeedWatching", "DecisionOracle", "DecisionEngine", "DecisionModel", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Ledger"])),
      ], exclude: ["Feeds"], swiftSettings: settings),
    .testTarget(
      name: "PlaybookPublishingTests", dependencies: ["PlaybookPublishing", "PlaybookModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PlaybookSyntaxTests", dependencies: ["PlaybookSyntax", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "PlaybookAnalysisTests", dependencies: ["PlaybookAnalysis", "StandardLibrary", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PlaybookTestingTests",
      dependencies: [
        "PlaybookPipeline", "PlaybookAnalysis", "PlaybookModel", "PlaybookTesting", "DecisionEngine", "DecisionOracle",
        "DecisionModel", "Diagnostics", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PolicyAuditTests",
      dependencies: [
        "PolicyAudit", "PlaybookPipeline", "PlaybookAnalysis", "PlaybookModel", "DecisionOracle", "DecisionEngine",
        "DecisionModel", "Diagnostics", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PlaybookReportsTests",
      dependencies: [
        "PlaybookReports", "PlaybookPipeline", "PlaybookAnalysis", "PlaybookTesting", "DecisionModel", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PlaybookMigrationTests",
      dependencies: [
        "PlaybookMigration", "PlaybookPipeline", "PlaybookAnalysis", "YAMLSyntax", "DecisionEngine", "DecisionOracle",
        "DecisionModel",
        "Diagnostics", "TestSupport",
      ], exclude: ["Configurations"], swiftSettings: settings),
    // The library's own examples, and how often each list is found where it should be, and where it should not.
    .testTarget(
      name: "StandardLibraryTests",
      dependencies: [
        "StandardLibrary", "PlaybookPipeline", "PlaybookAnalysis", "PlaybookModel", "PlaybookTesting", "Diagnostics",
        "DecisionEngine", "DecisionOracle", "DecisionModel", "TestSupport",
      ],
      swiftSettings: settings),
    // Engine-independent cases, which stand as files in Tests/Conformance.
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "PlaybookPipeline", "PlaybookSyntax", "DecisionEngine", "DecisionOracle", "DecisionModel", "Diagnostics",
      ],
      swiftSettings: settings),
    // Real policies, written as playbooks in Tests/Policies, and what of them can be executed.
    .testTarget(
      name: "PoliciesTests",
      dependencies: [
        "PlaybookPipeline", "PlaybookAnalysis", "PlaybookTesting", "PlaybookModel", "Diagnostics", "DecisionEngine",
        "DecisionModel",
      ],
      swiftSettings: settings),
    // Random playbooks, comments and texts, and what must hold of them.
    .testTarget(
      name: "PropertyTests",
      dependencies: [
        "PlaybookPipeline", "ReplyReview", "DecisionEngine", "DecisionOracle", "DecisionScript", "TestSupport",
        "decorum",
      ],
      swiftSettings: settings),
    // What the documents say: every example is read, every table is made anew, every link leads somewhere.
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["PlaybookPipeline", "YAMLSyntax", "Diagnostics", "TestSupport", "decorum"], swiftSettings: settings
    ),
    // Packages, programs in C and in Python that have Decorum in them.
    .testTarget(
      name: "EmbeddingTests",
      dependencies: [
        "PlaybookPipeline", "DecisionEngine", "DecisionModel", "TestSupport", "decorum", "decorumc",
      ], exclude: ["Packages", "Library"], swiftSettings: settings),
    // The built command, run as a person runs it.
    .testTarget(
      name: "CommandTests", dependencies: ["decorum", "DecisionModel", "TestSupport"], swiftSettings: settings),
  ]
)

// SwiftPM builds whatever a plugin runs once more for itself, which is most of this package. Who only builds and tests it
// needs no plugin: `make` says so.
if Context.environment["DECORUM_WITHOUT_PLUGIN"] != nil {
  package.products.removeAll { $0.name == "CompilePlaybooks" }
  package.targets.removeAll { $0.name == "CompilePlaybooks" }
}
