public import DecisionModel

/// Decides about comments that come as lines of JSON, and writes some fields of each decision; one for each thread.
///
/// Where all fields follow from which clauses hold and from little else, such as `comment,category,actions`, a line is
/// read, judged and answered without a comment or a decision being made of it. What it writes is what the whole decision
/// would say, byte for byte.
public final class DecisionLines {
  private let decider: Decider
  private let fields: DecisionFields
  /// What is written before the name of a comment, and the fields that follow it.
  private let head: [UInt8]
  private let rest: DecisionFields
  private let namesComments: Bool
  /// Behind a pointer, since a property of a class is guarded at every access. Nil where every decision is made.
  private let quick: UnsafeMutablePointer<QuickLines>?
  /// Of how many lines the whole decision was made.
  package private(set) var wholeDecisions = 0

  /// - Parameter fields: What is written of each decision.
  public init(_ engine: Engine, _ fields: DecisionFields) {
    let decider = Decider(engine)
    self.decider = decider
    self.fields = fields
    namesComments = fields.contains(.comment)
    let first: Set<DecisionField> = [.decision, .playbook]
    head = Self.written(
      .trouble("", playbook: engine.playbook), DecisionFields(fields.inOrder.filter(first.contains))
    ).dropLast()
    rest = DecisionFields(fields.inOrder.filter { $0 != .comment && !first.contains($0) })
    guard let memory = FieldMemory(engine.rulebook, fields) else {
      quick = nil
      return
    }
    let comment = CommentLine(decider.judging.pointee, FactSheet(engine))
    quick = .allocate(capacity: 1)
    quick?.initialize(to: QuickLines(memory: memory, comment: comment))
  }

  deinit {
    quick?.deinitialize(count: 1)
    quick?.deallocate()
  }

  /// What is to be told of a line beside its decision.
  public struct Notes: Sendable {
    /// Why the comment could not be judged.
    public let trouble: String?
    /// The keys of the comment that the language does not have.
    public let unknownKeys: [String]
  }

  /// Decides about one line and appends what is written of the decision, without a line end.
  ///
  /// - Parameters:
  ///   - line: Stays where it is until this returns.
  ///   - now: The instant of the decision where the comment has none; asked for once at most.
  public func decide(
    line: UnsafeRawBufferPointer, now: () -> Instant, into output: inout [UInt8]
  ) -> Notes {
    var known: Instant?
    func instant() -> Instant {
      let instant = known ?? now()
      known = instant
      return instant
    }
    guard let quick, let text = quick.pointee.text(about: line, by: decider, rest, now: instant) else {
      return decide(whole: line, instant(), into: &output)
    }
    write(quick.pointee.comment.id, text, quick.pointee.memory.start, into: &output)
    return Notes(trouble: nil, unknownKeys: quick.pointee.comment.unknownKeys)
  }

  /// Makes the whole decision, and writes of it what is asked for.
  private func decide(
    whole line: UnsafeRawBufferPointer, _ now: Instant, into output: inout [UInt8]
  ) -> Notes {
    wholeDecisions += 1
    let (decision, keys) = decider.decide(line: line, now: now)
    output += Self.written(decision, fields)
    return Notes(trouble: decision.trouble, unknownKeys: keys)
  }

  @inline(__always)
  private func write(
    _ id: UnsafeRawBufferPointer?, _ text: RememberedTexts.Text, _ start: Instant?, into output: inout [UInt8]
  ) {
    output.append(contentsOf: head)
    var isFirst = head.count == 1
    if namesComments, let id, !id.isEmpty {
      Self.append(isFirst ? "\"comment\":\"" : ",\"comment\":\"", to: &output)
      // It was read without escapes, so that it needs none.
      output.append(contentsOf: id)
      output.append(UInt8(ascii: "\""))
      isFirst = false
    }
    if !isFirst, text.bytes.count > 1 { output.append(UInt8(ascii: ",")) }
    output.append(contentsOf: text.bytes)
    if let start, !text.deadlines.isEmpty { fill(text, start, &output) }
  }

  /// Says when the deadlines are that were left open.
  private func fill(_ text: RememberedTexts.Text, _ start: Instant, _ output: inout [UInt8]) {
    let first = output.count - text.bytes.count
    output.withUnsafeMutableBufferPointer { output in
      for deadline in text.deadlines {
        start.adding(seconds: deadline.seconds).overwrite(plain: output, at: first + deadline.place)
      }
    }
  }

  @inline(__always)
  private static func append(_ word: StaticString, to output: inout [UInt8]) {
    word.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  private static func written(_ decision: Decision, _ fields: DecisionFields) -> [UInt8] {
    var writer = JSONWriter(capacity: 2048)
    decision.write(fields, to: &writer)
    return writer.bytes
  }
}

/// What decides without a comment or a decision being made.
struct QuickLines: ~Copyable {
  var memory: FieldMemory
  var comment: CommentLine

  /// What is written of a comment behind its name; nil where the line is not understood, or its decision follows from
  /// more than is looked at.
  mutating func text(
    about line: UnsafeRawBufferPointer, by decider: Decider, _ fields: DecisionFields, now: () -> Instant
  ) -> RememberedTexts.Text? {
    guard comment.read(line) else { return nil }
    comment.settle(now)
    let verdict = decider.verdict(on: comment.text, with: comment.sheet)
    guard memory.makeKey(verdict, comment, now: now) else { return nil }
    if let text = memory.text { return text }
    memory.write(fields, verdict, comment, by: decider.playbook, now: now)
    return memory.text
  }
}

extension CommentLine {
  /// Gives the sheet a situation, if conditions ask for one: hours go by it. What the author wrote before is not in it,
  /// since lines that say so are not understood.
  fileprivate func settle(_ now: () -> Instant) {
    guard asksForSituations else { return }
    var comment = Comment(text: [], now: postedAt ?? self.now ?? now())
    if let postedAt, let fact = rulebook.names.facts["post.at"] { comment.facts[fact] = .instant(postedAt) }
    sheet.situation = Situation(comment, in: rulebook, wasCut: false, readText: [])
  }
}
