/// Why a file is no program that can be run.
public enum ProgramProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is no program at all.
  case noProgram
  case newer(format: Int)
  case older(format: Int)
  /// It is not as it was written: cut off, longer, or with other bytes.
  case damaged
  /// The world did not give it, with the reason in plain words.
  case unreadable(String)

  public var description: String {
    switch self {
    case .noProgram: "this file is no program that `decorum build` made"
    case .newer(let format):
      "this program has format \(format), and this decorum reads format \(DecisionProgram.format): use a newer decorum"
    case .older(let format):
      "this program has format \(format), and this decorum reads format \(DecisionProgram.format): build it again"
    case .damaged: "this program is damaged: build it again"
    case .unreadable(let why): "this file cannot be read: \(why)"
    }
  }
}
