/// The parts of a program file, in the order in which they stand (Documentation/ProgramFile.md).
package enum ProgramSection: UInt32, CaseIterable, Sendable {
  case texts = 1
  case textBytes = 2
  case numbers = 3
  /// All that a program orders, without its conditions and word lists.
  case rules = 4
  /// Its conditions and word lists as they were written: for the oracle, for reviews and for `inspect`.
  case clauses = 5
  case lexicons = 6
  case kinds = 10
  case folds = 11
  case foldSequences = 12
  case simpleFolds = 13
  case combiningClasses = 14
  case compositions = 15
  case shapes = 16
  case shapeEntries = 17
  case ownFolds = 18
  case ownFoldBytes = 19
  case searches = 20
  case terms = 21
  case wordBuckets = 22
  case words = 23
  case wordBytes = 24
  case nodes = 25
  case nodeTerms = 26
  case specialLists = 27
  case specials = 28
  case ways = 29
  case beginnings = 30
  case endings = 31
  case inners = 32
  case anyWord = 33
  case signs = 34
  case expressions = 35
  case triggers = 36
  case hosts = 37
  case disguises = 38
  case wordSieve = 39
  case conditions = 40
  case wakes = 41
}
