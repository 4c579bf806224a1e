public import DecisionModel

/// Conversations as they would have gone through a ledger: what customers wrote is decided, and what was answered is
/// told of their cases, all in the order of time.
public struct ThreadReplay: Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    /// A customer's message, the thread in which it stands, and whom it is for, where that can be told.
    case comment(ThreadMessage, thread: [UInt8], brand: [UInt8]?)
    /// An answer to a customer's message, by its identity.
    case answer(ThreadMessage, to: [UInt8])

    public var at: Instant {
      switch self {
      case .comment(let message, _, _), .answer(let message, _): message.at
      }
    }
  }

  /// In the order of time; an answer is behind what it answers.
  public let steps: [Step]
  /// How many answers were to messages that are not known.
  public let strayAnswers: Int

  /// - Parameter messages: In any order. Of several with one identity the first counts.
  public init(_ messages: [ThreadMessage]) {
    let conversations = Conversations(messages)
    var steps: [(step: Step, depth: Int, place: Int)] = []
    var strayAnswers = 0
    for place in conversations.places {
      let message = messages[place]
      let depth = conversations.depth(of: place)
      if message.isInbound {
        let step = Step.comment(message, thread: conversations.thread(of: place), brand: conversations.brand(of: place))
        steps.append((step, depth, place))
      } else if let asked = conversations.question(before: place) {
        steps.append((.answer(message, to: messages[asked].id), depth, place))
      } else {
        strayAnswers += 1
      }
    }
    self.steps = steps.sorted { ($0.step.at, $0.depth, $0.place) < ($1.step.at, $1.depth, $1.place) }.map(\.step)
    self.strayAnswers = strayAnswers
  }
}

extension ThreadReplay.Step {
  /// The comment as a decider reads it; nil for an answer.
  public func comment(on channel: String) -> JSONValue? {
    guard case .comment(let message, let thread, _) = self else { return nil }
    return .object([
      JSONMember("id", .string(message.id)), JSONMember("text", .string(message.text)),
      JSONMember("author", .object([JSONMember("id", .string(message.author))])),
      JSONMember(
        "post",
        .object([JSONMember("at", .text(message.at.description)), JSONMember("channel", .text(channel))])),
      JSONMember("thread", .object([JSONMember("id", .string(thread))])),
    ])
  }
}

/// Messages as they answer one another.
private struct Conversations {
  private let messages: [ThreadMessage]
  private var placeByID: [[UInt8]: Int] = [:]
  /// Messages with their place, each identity once.
  private(set) var places: [Int] = []
  /// Those who answer, by their name in small letters.
  private var brands: [[UInt8]: [UInt8]] = [:]
  /// Who answers first in each thread.
  private var answering: [[UInt8]: (at: Instant, author: [UInt8])] = [:]

  /// No conversation of the kind is longer; what answers itself in a circle ends here.
  private static let greatestDepth = 1_000

  init(_ messages: [ThreadMessage]) {
    self.messages = messages
    for (place, message) in messages.enumerated() where placeByID[message.id] == nil {
      placeByID[message.id] = place
      places.append(place)
    }
    for place in places where !messages[place].isInbound {
      let message = messages[place]
      brands[message.author.map(\.asciiSmall)] = message.author
      let thread = thread(of: place)
      if answering[thread].map({ message.at < $0.at }) ?? true { answering[thread] = (message.at, message.author) }
    }
  }

  /// The message that one answers, among those that are known.
  private func parent(of place: Int) -> Int? { messages[place].inReplyTo.flatMap { placeByID[$0] } }

  /// What a message answers, and what that answers, up to the beginning.
  private func before(_ place: Int) -> some Sequence<Int> {
    sequence(first: place) { parent(of: $0) }.prefix(Conversations.greatestDepth).dropFirst()
  }

  func depth(of place: Int) -> Int { before(place).reduce(0) { depth, _ in depth + 1 } }

  /// The identity of the first message that is named; those that answer the same unknown one are together.
  func thread(of place: Int) -> [UInt8] {
    let first = before(place).reduce(place) { $1 }
    return messages[first].inReplyTo ?? messages[first].id
  }

  /// The customer's message that an answer is for.
  func question(before place: Int) -> Int? { before(place).first { messages[$0].isInbound } }

  /// Who answers in the thread; where nobody does, whom the message names.
  func brand(of place: Int) -> [UInt8]? {
    answering[thread(of: place)]?.author ?? messages[place].mentions.lazy.compactMap { brands[$0] }.first
  }
}
