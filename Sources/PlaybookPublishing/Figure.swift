extension Document {
  /// A drawing, and the same in words for whoever does not see it, listens to it or copies it.
  public struct Figure: Sendable {
    public let title: String
    public let anchor: Anchor?
    public let drawing: Drawing
    public let words: [Block]
    /// Whether the words are part of the text. Otherwise they only repeat the drawing, and wait behind a disclosure.
    public let showsWords: Bool

    public init(title: String, anchor: Anchor? = nil, drawing: Drawing, words: [Block], showsWords: Bool = false) {
      self.title = title
      self.anchor = anchor
      self.drawing = drawing
      self.words = words
      self.showsWords = showsWords
    }
  }

  /// What is drawn, and not how. All texts are plain.
  public enum Drawing: Sendable {
    case flowchart(Flowchart)
    case ladder(Ladder)
    case clock(Clock)
    case bars(Bars)
  }

  /// Something said in a few lines, of which the first stands out; it may lead to a place in the document.
  public struct Box: Sendable {
    public let title: String
    public let lines: [String]
    public let anchor: Anchor?

    public init(_ title: String, _ lines: [String] = [], anchor: Anchor? = nil) {
      self.title = title
      self.lines = lines
      self.anchor = anchor
    }
  }

  /// Questions that are asked in turn. The first that is answered with yes leads to what is done.
  public struct Flowchart: Sendable {
    public enum Tone: Sendable {
      /// Somebody is spoken with.
      case calm
      /// Something is taken away.
      case strict
      /// Nothing is done.
      case quiet
    }

    public struct Outcome: Sendable {
      public let box: Box
      public let tone: Tone

      public init(_ box: Box, _ tone: Tone) {
        self.box = box
        self.tone = tone
      }
    }

    public struct Row: Sendable {
      public let question: Box
      public let outcome: Outcome

      public init(question: Box, outcome: Outcome) {
        self.question = question
        self.outcome = outcome
      }
    }

    public let start: String
    public let rows: [Row]
    /// Where every answer is no: what that means, and what is done.
    public let otherwise: Row?
    /// What is looked at in the end, whatever the answers were.
    public let always: Box?

    public init(start: String, rows: [Row], otherwise: Row?, always: Box?) {
      self.start = start
      self.rows = rows
      self.otherwise = otherwise
      self.always = always
    }
  }

  /// Rungs that are climbed by strikes, the first one first.
  public struct Ladder: Sendable {
    public struct Rung: Sendable {
      /// With how many strikes it is reached; nil where only the gravity of a deed leads to it.
      public let strikes: Int?
      public let box: Box
      /// The rung that comes first, by its place among the rungs.
      public let needs: Int?

      public init(strikes: Int?, box: Box, needs: Int?) {
        self.strikes = strikes
        self.box = box
        self.needs = needs
      }
    }

    public let rungs: [Rung]
    /// When a strike counts no longer, in a sentence.
    public let forgetting: String

    public init(rungs: [Rung], forgetting: String) {
      self.rungs = rungs
      self.forgetting = forgetting
    }
  }

  /// What is due, by when, from one moment on.
  public struct Clock: Sendable {
    /// Who does what, and what it is about.
    public struct Deed: Sendable {
      public let title: String
      public let subjects: [Box]

      public init(_ title: String, _ subjects: [Box]) {
        self.title = title
        self.subjects = subjects
      }
    }

    public struct Stop: Sendable {
      /// `15 minutes`, `2 working days`.
      public let label: String
      /// How much time passes until then on any clock; nil where that depends on the hours of those who act.
      public let seconds: Int64?
      public let deeds: [Deed]

      public init(label: String, seconds: Int64?, deeds: [Deed]) {
        self.label = label
        self.seconds = seconds
        self.deeds = deeds
      }
    }

    /// In the order of their times.
    public let stops: [Stop]

    public init(stops: [Stop]) { self.stops = stops }
  }

  /// How many there are of what, in rows, each of which is a bar of one or several parts.
  public struct Bars: Sendable {
    public enum Tone: String, Sendable, CaseIterable {
      /// As it should be.
      case good
      case late
      case missed
      /// Nothing can be said of it yet.
      case pending
    }

    /// What parts of one tone are: `in time`.
    public struct Sort: Sendable {
      public let name: String
      public let tone: Tone

      public init(_ name: String, _ tone: Tone) {
        self.name = name
        self.tone = tone
      }
    }

    public struct Row: Sendable {
      public let label: String
      /// How many there are of each sort, none of them negative.
      public let counts: [Int]
      /// What stands behind the bar.
      public let remark: String

      public init(_ label: String, counts: [Int], remark: String) {
        self.label = label
        self.counts = counts
        self.remark = remark
      }
    }

    /// What the drawing shows, in a sentence, for whoever does not see it.
    public let description: String
    public let sorts: [Sort]
    public let rows: [Row]

    public init(description: String, sorts: [Sort], rows: [Row]) {
      self.description = description
      self.sorts = sorts
      self.rows = rows
    }
  }
}
