import Foundation

/// Where output goes, and what it may look like there.
struct Terminal {
  static let output = Terminal(descriptor: 1)
  static let errors = Terminal(descriptor: 2)

  let isTerminal: Bool
  /// Colours only on a terminal, and never with `NO_COLOR`.
  let hasColours: Bool

  private init(descriptor: Int32) {
    let environment = ProcessInfo.processInfo.environment
    isTerminal = isatty(descriptor) == 1
    let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    hasColours = isTerminal && !isRefused && environment["TERM"] != "dumb"
  }
}
