import Testing

@testable import CommentText

/// What regular expressions find, and where. The place stands between `⟦` and `⟧`; without, nothing is found.
@Suite struct RegularExpressionTests {
  static let places: [(String, String)] = [
    // Characters, classes, and what is ASCII.
    ("nsf[wl]", "so ⟦nsfw⟧, nsfl"), ("abc", "ab"), ("", "⟦⟧abc"), ("a*", "⟦⟧bbb"), ("a+", "bb⟦aaa⟧b"),
    ("[^a-y ]", "say ⟦z⟧"), ("[]a]+", "x⟦]a]⟧"), ("[a-]+", "x⟦-a-⟧"), ("[a\\-c]+", "b⟦-ac⟧"), ("[\\w-.]+", " ⟦a-b.c⟧ "),
    ("\\d+", "٣ ⟦3⟧"), ("\\w+", "é⟦e⟧é"), ("\\s", "\u{A0}⟦ ⟧"), ("\\S+", "⟦\u{A0}\u{B}⟧ "), ("\\D\\W", "1a⟦a!⟧"),
    ("\\bass\\b", "class 1ass ass_"), ("\\bass\\b", "class é⟦ass⟧é"), ("a\\Bb", "a⟦ab⟧b"),
    ("\\B", "⟦⟧"), ("\\b", ""), ("\\b", "!⟦⟧a"), ("[[:alpha:]]+", "é1⟦ab⟧1"), ("[[:^alpha:]1]+", "a⟦1é⟧b"),
    ("\\p{Greek}+", "a⟦λόγος⟧!"), ("\\pL+", "1⟦é日⟧1"), ("\\PL", "é⟦1⟧"), ("\\p{^Lu}", "É⟦1⟧"),
    ("(?-i)\\p{Lu}", "é⟦É⟧"), ("\\p{Any}", "⟦😀⟧"), ("[\\p{Pi}\\p{Pf}]", "a ⟦“⟧b"), ("[^\\P{Lu}]", "1⟦a⟧"),
    // Case, by simple folding.
    ("strasse", "straße"), ("STRAßE", "⟦straẞe⟧"), ("k", "⟦\u{212A}⟧"), ("[a-z]", "⟦\u{17F}⟧"), ("ΣΑΣ", "⟦σας⟧"),
    ("(?-i)k", "K⟦k⟧"), ("(?-i:k)K", "K⟦kk⟧"), ("a(?-i)b", "AB⟦Ab⟧"), ("(?i)a", "⟦A⟧"), ("(a(?-i)b|c)d", "CD ⟦cD⟧"),
    ("(a(?-i)b|c)d", "ABD"),
    ("[^k]", "kK\u{212A}⟦x⟧"), ("[^\\W]", "\u{17F}⟦s⟧"),
    // Dots, edges of texts and lines.
    ("a.c", "a\nc ⟦abc⟧"), ("(?s)a.c", "⟦a\nc⟧"), (".*", "⟦ab⟧\ncd"), ("^b", "a\nb"), ("(?m)^b", "a\n⟦b⟧"),
    ("a$", "a\nb"),
    ("(?m)a$", "⟦a⟧\nb"), ("b$", "ba⟦b⟧"), ("b$", "b\n"), ("\\Aa", "⟦a⟧a"), ("a\\z", "a⟦a⟧"), ("^$", "⟦⟧"),
    ("(?m)^$", "a\n⟦⟧\n"),
    ("(?:^|x)a", "⟦a⟧"), ("(?:^|x)a", "ba⟦xa⟧"),
    // Leftmost, then longest.
    ("a|ab|abc", "x⟦abc⟧d"), ("a*?", "⟦aa⟧b"), ("abcd|c", "⟦abcd⟧"), ("abce|c", "ab⟦c⟧d"), ("(a|ab)(c|bcd)", "⟦abcd⟧"),
    ("x*|z", "⟦⟧yy"), ("x*|y", "⟦y⟧y"), ("(?U)a+", "⟦aaa⟧"), ("b??", "⟦b⟧"),
    // Repetitions.
    ("a{2}", "a ⟦aa⟧a"), ("a{2,}", "a ⟦aaa⟧"), ("a{1,2}", "⟦aa⟧a"), ("a{0}b", "a⟦b⟧"), ("a{,2}", "aa⟦a{,2}⟧"),
    ("a{x", "⟦a{x⟧"),
    ("(ab){2}", "ab"), ("(ab){2}", "a⟦abab⟧"), ("(a?){3}b", "⟦aaab⟧"), ("(a*)*b", "c⟦aab⟧"),
    ("(|a)+", "⟦aa⟧"), ("(^a)*b", "⟦ab⟧"), ("(\\b){3}a", "!⟦a⟧"),
    // Groups, names, comments, quotations, escapes.
    ("(?P<word>ab)(?<other>c)", "⟦abc⟧"), ("a(?#what it is)b", "⟦ab⟧"),
    ("a(?#why)*b", "⟦aab⟧"), ("\\Q.*\\E+", "a⟦.**⟧"), ("\\Q.*", "a⟦.*⟧"), ("\\.\\°\\”\\_", "⟦.°”_⟧"),
    ("\\u0041\\x42\\x{43}\\104", "⟦abcd⟧"),
    ("\\t\\n\\r\\f\\v\\a", "⟦\t\n\r\u{C}\u{B}\u{7}⟧"), ("[\\u0400-\\u04FF]+", "a⟦Привет⟧"), ("[\\uD800-\\uDFFF]", "😀"),
    ("(((a)))|()", "⟦a⟧"), ("😀+", "a⟦😀😀⟧"),
    ("e\u{301}", "é ⟦e\u{301}⟧"),
  ]

  @Test(arguments: places) func `the first place is the leftmost, and of those the longest`(
    expression: String, marked: String
  ) throws {
    let text = MarkedText(marked)
    for states in [StateTable.mostStates, 0] {
      let expression = try RegularExpression(expression, statesInTable: states)
      let found = expression.firstMatch(in: text.text).map { [$0] } ?? []
      #expect(text.text.marked(found) == text.text.marked(text.places))
    }
  }

  typealias Refused = (String, RegularExpressionProblem.Kind, Range<Int>)

  static let refused: [Refused] = [
    ("ab(?=c)", .lookAhead, 2..<5), ("(?!c)", .lookAhead, 0..<3), ("(?<=c)", .lookBehind, 0..<4),
    ("a(?<!c)", .lookBehind, 1..<5), ("(a)\\1", .backReference, 3..<5), ("(?P<a>b)(?P=a)", .backReference, 8..<12),
    ("\\k<a>", .backReference, 0..<2), ("(?>a)", .atomicGroup, 0..<3), ("(a)(?(1)b|c)", .conditionalGroup, 3..<6),
    ("(?x)a b", .unknownFlag, 0..<3), ("(?&a)", .unknownGroup, 0..<3), ("(?i", .unclosedGroup, 0..<1),
    ("(?P<>a)", .groupName, 0..<4), ("(?<a>b)(?<a>c)", .repeatedGroupName, 10..<11), ("é(", .unclosedGroup, 1..<2),
    ("a)", .unopenedGroup, 1..<2), ("a(?#b", .unclosedComment, 1..<4), ("a[b", .unclosedClass, 1..<2),
    ("[]", .unclosedClass, 0..<1), ("[z-a]", .unorderedRange, 1..<4), ("[[:letter:]]", .unknownClass, 1..<11),
    ("*a", .nothingToRepeat, 0..<1), ("a|+", .nothingToRepeat, 2..<3), ("(?i)?", .nothingToRepeat, 4..<5),
    ("{2}", .nothingToRepeat, 0..<3), ("a**", .repeatedRepetition, 1..<3), ("a++", .repeatedRepetition, 1..<3),
    ("a{1000}{1000}", .repeatedRepetition, 1..<13), ("a{3,2}", .unorderedCounts, 1..<6), ("\\h", .unknownEscape, 0..<2),
    ("\\Z", .unknownEscape, 0..<2), ("a\\", .unfinishedEscape, 1..<2), ("\\x{4", .unfinishedEscape, 0..<4),
    ("\\u12", .unfinishedEscape, 0..<4), ("\\x{110000}", .noCharacter, 0..<10),
    ("\\p{Klingon}", .unknownProperty, 0..<11), ("\\p", .unknownProperty, 0..<2), ("\\p{L", .unfinishedEscape, 0..<3),
    ("(a{100}){100}", .tooManyStates, 0..<13), ("a{9999999999999999999999}", .tooManyStates, 0..<25),
    ("((a{99}){99}){99}", .tooManyStates, 0..<17),
  ]

  @Test(arguments: refused) func `what cannot be found is refused at its place`(
    expression: String, kind: RegularExpressionProblem.Kind, place: Range<Int>
  ) {
    let problem = #expect(throws: RegularExpressionProblem.self) { try RegularExpression.check(expression) }
    #expect(problem == RegularExpressionProblem(kind, place))
  }

  @Test func `the limits are just what the reference says`() throws {
    _ = try RegularExpression("a{9999}")
    #expect(throws: RegularExpressionProblem.self) { try RegularExpression("a{10000}") }
    _ = try RegularExpression(String(repeating: "a", count: 4_000))
    let problem = #expect(throws: RegularExpressionProblem.self) {
      try RegularExpression(String(repeating: "é", count: 4_001))
    }
    #expect(problem?.kind == .tooLong)
  }
}
