import Foundation

/// Why a stream ended before its input did.
public enum StreamProblem: Error, CustomStringConvertible {
  /// Whoever read the output has gone.
  case readerWentAway
  /// Something else, as a sentence without a full stop.
  case failure(String)

  public var description: String {
    switch self {
    case .readerWentAway: "nobody reads the output any more"
    case .failure(let sentence): sentence
    }
  }

  /// What the system says of the call that has just failed.
  static func system(_ what: String) -> StreamProblem { .failure("\(what): \(String(cString: strerror(errno)))") }
}
