import Foundation

/// Whether somebody wants the command to end: with Control-C, or as the system does it.
enum Interruption {
  nonisolated(unsafe) private static var wanted: sig_atomic_t = 0

  static var isWanted: Bool { wanted != 0 }

  /// From now on the command ends itself.
  static func listen() {
    wanted = 0
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { _ in Interruption.wanted = 1 } }
  }

  /// Sleeps for some milliseconds, and wakes when the command is to end.
  static func sleep(milliseconds: UInt32) {
    if !isWanted { usleep(milliseconds * 1000) }
  }
}
