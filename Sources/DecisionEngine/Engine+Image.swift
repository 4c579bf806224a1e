public import DecisionModel

extension Engine {
  /// Makes the program of an image ready to decide.
  ///
  /// - Throws: `ProgramProblem` or `EngineProblem` where the program contradicts itself, as none does that was built.
  public init(_ image: ProgramImage) throws {
    try self.init(try DecisionProgram(image), digest: image.digest)
  }
}
