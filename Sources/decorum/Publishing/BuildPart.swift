import ArgumentParser

/// What a build makes of a playbook.
enum BuildPart: String, CaseIterable {
  /// The documents as pages.
  case html
  /// The documents as GitHub's Markdown.
  case markdown
  /// The file by which engines decide.
  case program
  /// The engine in JavaScript.
  case script
}

/// What `--only` names: `html` or `html,program`.
struct BuildParts: ExpressibleByArgument {
  let parts: [BuildPart]

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    parts = names.compactMap { BuildPart(rawValue: String($0)) }
    guard parts.count == names.count else { return nil }
  }

  static let allValueStrings = BuildPart.allCases.map(\.rawValue)
}
