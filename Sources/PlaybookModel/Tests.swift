public import DecisionModel
public import Diagnostics

/// A comment as a test gives it: the same value that the engine reads as JSON.
public struct TestComment: Sendable {
  public let json: JSONValue

  public init(json: JSONValue) { self.json = json }

  public var text: String {
    String(decoding: json["text"]?.string ?? [], as: UTF8.self)
  }
}

/// A test of one comment, of a draft or of a feed's entry; or a story.
public struct PlaybookTest: Sendable {
  public enum Subject: Sendable {
    case comment(TestComment, Expectation)
    case draft(TestDraft, Expectation)
    case entry(FeedEntry, Expectation)
    case story([StoryStep])
  }

  public let title: String
  public let span: Span
  public let subject: Subject
  /// The practices that it shows.
  public var covers: [String] = []

  public init(title: String, span: Span, subject: Subject, covers: [String] = []) {
    self.title = title
    self.span = span
    self.subject = subject
    self.covers = covers
  }
}

/// A drafted reply as a test gives it.
public struct TestDraft: Sendable {
  public let text: String
  /// The plan that it is held to; nil where the decision about the comment says it.
  public let plan: String?
  public let comment: TestComment?

  public init(text: String, plan: String?, comment: TestComment?) {
    self.text = text
    self.plan = plan
    self.comment = comment
  }
}

/// A comment or an event in a story.
public struct StoryStep: Sendable {
  public enum Happening: Sendable {
    case comment(TestComment, thread: String?)
    case done(String)
    /// - Parameter comment: the one that an appeal is about, by its name.
    case event(String, ladder: String?, comment: String? = nil)
    /// A mode is switched on or off.
    case mode(String, isOn: Bool)
    /// Only time passes.
    case nothing
  }

  public let span: Span
  public let at: Instant
  public let author: String?
  public let happening: Happening
  public let expectation: Expectation?

  public init(span: Span, at: Instant, author: String?, happening: Happening, expectation: Expectation?) {
    self.span = span
    self.at = at
    self.author = author
    self.happening = happening
    self.expectation = expectation
  }
}

/// What must come out. What is nil is not compared; sets are compared exactly, `none` being the empty one.
public struct Expectation: Sendable {
  public struct Reply: Sendable {
    public var plan: String?
    public var owner: String?
    public var place: String?
    public var due: ExpectedTime?
    public var notBefore: ExpectedTime?
    public var heldBy: [String]?

    public init() {}
  }

  /// An action; what is nil is not compared.
  public struct Action: Sendable {
    public let name: String
    public let span: Span
    /// The team that is told, or that takes over first.
    public var team: String?
    public var duration: ActionDuration?
    public var due: ExpectedTime?
    public var say: String?
    public var awaiting: [String]?
    public var heldBy: [String]?

    public init(name: String, span: Span) {
      self.name = name
      self.span = span
    }
  }

  public enum ExpectedReply: Sendable {
    case none
    case some(Reply)
  }

  /// An instant, or a length from the post.
  public enum ExpectedTime: Sendable {
    case at(Instant)
    case after(Length)
    /// Nobody knows yet: its time begins with an event.
    case unknown
  }

  public let span: Span
  public var category: String?
  public var stance: String?
  public var also: [String]?
  public var actions: [Action]?
  public var may: [Action]?
  public var escalations: [String]?
  public var unavailable: [String]?
  public var shadow: [String]?
  /// What is to be done later, and by when.
  public var followUps: [String: ExpectedTime]?
  public var assumed: [String]?
  public var ask: [String]?
  public var steps: [String]?
  /// Ladders and their rungs, `none` where no rung is taken; empty where no ladder counts the comment.
  public var ladders: [String: String]?
  public var reply: ExpectedReply?
  /// Lexicons and the terms found.
  public var found: [String: [String]]?
  /// The standards that a draft breaks, the steps that it lacks, and whether it passes.
  public var breaks: [String]?
  public var lacks: [String]?
  public var passes: Bool?
  /// The watches that find an entry.
  public var watch: [String]?

  public init(span: Span) { self.span = span }
}
