import CommentText

/// How a finding speaks of a regular expression that cannot be looked for.
extension RegularExpressionProblem {
  /// Whether the expression says something, and is too large.
  var isSize: Bool { kind == .tooLong || kind == .tooManyStates || kind == .tooDeep }

  /// - Parameter piece: What of the expression is meant.
  func message(_ piece: String) -> String {
    switch kind {
    case .tooLong: "a regular expression has at most \(RegularExpression.longest) characters"
    case .tooManyStates: "with its repetitions counted out, this needs more than \(RegularExpression.mostStates) states"
    case .tooDeep: "groups stand more than \(RegularExpression.deepest) deep in each other"
    case .lookAhead, .lookBehind: "`\(piece)` looks around, which cannot be found in one pass over a text"
    case .backReference: "`\(piece)` refers back, which cannot be found in one pass over a text"
    case .atomicGroup: "`\(piece)` is a group that is never tried again, and nothing is tried again here"
    case .conditionalGroup: "`\(piece)` asks what an earlier group met, which cannot be found in one pass over a text"
    case .unknownGroup: "`\(piece)` begins no group of a known kind"
    case .unknownFlag: "`\(piece)` is no known flag"
    case .groupName: "`\(piece)` gives a group no name"
    case .repeatedGroupName: "another group is called `\(piece)` too"
    case .unclosedGroup: "this group does not end"
    case .unopenedGroup: "no group begins before this bracket"
    case .unclosedComment: "this comment does not end"
    case .unclosedClass: "this class of characters does not end"
    case .unorderedRange: "the range `\(piece)` ends before it begins"
    case .unknownClass: "there is no class `\(piece)`"
    case .nothingToRepeat: "nothing stands before `\(piece)` that it could repeat"
    case .repeatedRepetition: "a repetition is repeated: `\(piece)`"
    case .unorderedCounts: "`\(piece)` asks for fewer at the most than at the least"
    case .unknownEscape: "`\(piece)` means nothing"
    case .unfinishedEscape: "`\(piece)` does not end"
    case .noCharacter: "`\(piece)` is no character"
    case .unknownProperty: "there is no general category or script `\(piece)`"
    }
  }

  var help: String {
    switch kind {
    case .tooLong: "write the words in a lexicon, or several expressions in a list"
    case .tooManyStates: "write smaller counts, or `*` and `+`"
    case .tooDeep: "take out groups that group nothing"
    case .lookAhead: "write what may follow, or say the exception under `unless`"
    case .lookBehind: "write what may come before, such as `(^|[^a])`, or say the exception under `unless`"
    case .backReference: "write out what may stand there, such as `(aa|bb)`"
    case .atomicGroup: "write `(?:`"
    case .conditionalGroup: "write both cases: `(ab|c)`"
    case .unknownGroup: "write `(?:` for a group, `\\(` for a bracket"
    case .unknownFlag: "write flags out of `i`, `m`, `s`, such as `(?-i)`"
    case .groupName: "write a name of letters and digits: `(?P<name>…)`"
    case .repeatedGroupName: "give it another name, or write `(?:`"
    case .unclosedGroup: "write `)` at its end, or `\\(` for a bracket"
    case .unopenedGroup: "write `\\)` for a bracket"
    case .unclosedComment: "write `)` at its end"
    case .unclosedClass: "write `]` at its end, or `\\[` for a bracket"
    case .unorderedRange: "write the smaller first, or `\\-` for a hyphen"
    case .unknownClass: "write a class such as `[:alpha:]`"
    case .nothingToRepeat: "write what is repeated, or put a backslash before the sign"
    case .repeatedRepetition: "write one of them"
    case .unorderedCounts: "write the smaller first"
    case .unknownEscape: "write the letter alone, or `\\d`, `\\w`, `\\s`, `\\b` and their like"
    case .unfinishedEscape: "write two backslashes for one, or the whole of it, such as `\\x41` or `\\u0041`"
    case .noCharacter: "write a number up to `10FFFF`"
    case .unknownProperty: "write one such as `\\p{Lu}` or `\\p{Greek}`"
    }
  }
}
