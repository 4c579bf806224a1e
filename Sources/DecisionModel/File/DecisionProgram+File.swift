extension DecisionProgram {
  /// The sections of a file in which the program stands as it was written.
  package func write(to file: inout ProgramFileWriter, _ tables: CellTables) {
    var rules = CellWriter(tables)
    rules.write(self)
    var lexicons = CellWriter(tables)
    lexicons.write(self.lexicons)
    file.add(.rules, rules.cells)
    file.add(.lexicons, lexicons.cells)
  }

  /// Reads the whole program, as it was compiled.
  public init(_ image: ProgramImage) throws(ProgramProblem) {
    self = try DecisionProgram(image, conditions: image.numbers(of: .clauses))
    var lexicons = CellReader(image.numbers(of: .lexicons), texts: try ProgramTexts(image), numbers: image.allNumbers)
    self.lexicons = lexicons.records()
    guard lexicons.isAtEnd, !lexicons.isBroken else { throw .damaged }
  }

  /// Reads what a program orders; its conditions read as if they always held, and it has no word lists.
  package init(rulesOf image: ProgramImage) throws(ProgramProblem) {
    self = try DecisionProgram(image, conditions: nil)
  }

  private init(_ image: ProgramImage, conditions: UnsafeBufferPointer<UInt32>?) throws(ProgramProblem) {
    var reader = CellReader(
      image.numbers(of: .rules), conditions: conditions, texts: try ProgramTexts(image), numbers: image.allNumbers)
    self = reader.record()
    guard reader.isAtEnd, !reader.isBroken else { throw .damaged }
  }
}

extension ProgramImage {
  package var allNumbers: [Double] {
    numbers(of: .numbers, as: UInt64.self).map { Double(bitPattern: UInt64(littleEndian: $0)) }
  }
}
