/// Why a program cannot be run: a sentence. A program that the compiler made never has one.
public struct EngineProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }

  public var description: String { sentence }
}
