/// Why a regular expression cannot be used.
public struct RegularExpressionProblem: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// It has more than ``RegularExpression/longest`` characters.
    case tooLong
    /// It needs more than ``RegularExpression/mostStates`` states.
    case tooManyStates
    /// Groups stand more than ``RegularExpression/deepest`` deep in each other.
    case tooDeep
    case lookAhead, lookBehind, backReference, atomicGroup, conditionalGroup
    case unknownGroup, unknownFlag
    case groupName, repeatedGroupName
    case unclosedGroup, unopenedGroup, unclosedComment
    case unclosedClass, unorderedRange, unknownClass
    case nothingToRepeat, repeatedRepetition, unorderedCounts
    case unknownEscape, unfinishedEscape, noCharacter
    case unknownProperty
  }

  public let kind: Kind
  /// What of the expression is meant, in Unicode scalars.
  public let place: Range<Int>

  init(_ kind: Kind, _ place: Range<Int>) {
    self.kind = kind
    self.place = place
  }
}
