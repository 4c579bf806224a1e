import CommentText
public import DecisionModel

/// The file of a program, as `decorum build` writes it and engines open it. The same program always gives the same bytes.
///
/// - Parameter digest: SHA-256 of bytes, which names the program.
public func programFile(of program: DecisionProgram, digest: ([UInt8]) -> [UInt8]) -> [UInt8] {
  var file = ProgramFileWriter()
  let texts = CellTables()
  program.write(to: &file, texts)
  let decided = program.withoutSignsOfReviews
  let matching = TextMatching(
    ignoresAccents: program.matching.ignoresAccents, ignoresQuotes: program.matching.ignoresQuotes)
  let conditions = ConditionTables(decided, matching, texts)
  conditions.write(to: &file)
  CharacterTables.of(matching).add(to: &file)
  if conditions.searches.seeThroughDisguises { ShapeTables.add(to: &file) }
  file.add(texts)
  return file.bytes(digest: digest)
}
