import DecisionModel

/// When something happened that happens again and again: the latest instants, as far back as they were read.
struct LatestInstants {
  /// The last one first.
  private var instants: [Instant]
  private let from: Instant
  /// Whether all since `from` are there.
  private let isWhole: Bool

  /// - Parameters:
  ///   - instants: The latest since an instant, the last one first.
  ///   - most: How many were asked for.
  init(_ instants: [Instant], since from: Instant, most: Int) {
    self.instants = instants
    self.from = from
    isWhole = instants.count < most
  }

  /// The latest in a span of time, the last one first; nil where more would have to be read to say so.
  func latest(_ most: Int, from: Instant, to: Instant) -> [Instant]? {
    let found = Array(instants.drop { to < $0 }.prefix { from <= $0 }.prefix(most))
    if found.count == most { return found }
    let isCertain = isWhole ? self.from <= from : instants.last.map { $0 < from } ?? false
    return isCertain ? found : nil
  }

  /// It happened once more.
  mutating func add(_ instant: Instant) {
    // What is behind the end of those that were read was not read either.
    guard (isWhole ? from : instants.last ?? from) <= instant else { return }
    instants.insert(instant, at: instants.firstIndex { $0 <= instant } ?? instants.count)
  }
}

/// The latest instants of many things, as a batch remembers them.
final class Recurrences<Key: Hashable>: RowMemory {
  /// What is asked of one thing: the latest instants in a span of time, no more than so many.
  struct Question {
    let key: Key
    var from: Instant
    let to: Instant
    let most: Int
  }

  private unowned let session: GatheringSession
  private let query: String
  private let cells: (Key) -> [Cell]
  private var known: [Key: LatestInstants] = [:]

  /// - Parameter query: The instants of a thing since `$1` and up to `$2`, the last one first, no more than `$3`; what
  ///   names the thing comes after.
  init(_ query: String, _ session: GatheringSession, cells: @escaping (Key) -> [Cell]) {
    self.query = query
    self.session = session
    self.cells = cells
    session.add(self)
  }

  /// Reads what questions will be about, at once: as if each were asked about the end of time.
  func know(_ questions: [Question]) throws {
    var widest: [Key: Question] = [:]
    for question in questions where known[question.key] == nil {
      widest[question.key, default: question].from = min(widest[question.key]?.from ?? question.from, question.from)
    }
    let asked = widest.values.map { Question(key: $0.key, from: $0.from, to: .latest, most: $0.most) }
    for (question, instants) in zip(asked, try ask(asked)) {
      known[question.key] = LatestInstants(instants, since: question.from, most: question.most)
    }
  }

  func latest(_ question: Question) throws -> [Instant] {
    try know([question])
    return try known[question.key]?.latest(question.most, from: question.from, to: question.to)
      ?? ask([question])[0]
  }

  /// It happened once more. What is not known yet is read when it is asked for.
  func add(_ instant: Instant, _ key: Key) { known[key]?.add(instant) }

  private func ask(_ questions: [Question]) throws -> [[Instant]] {
    var answers = [[Instant]](repeating: [], count: questions.count)
    let values = questions.map { [.instant($0.from), .instant($0.to), .integer(Int64($0.most))] + cells($0.key) }
    try session.forEachRow(query, ofEach: values) { place, row in answers[place].append(try row.instant(0)) }
    return answers
  }

  func gatherChanges(in session: GatheringSession) {}

  func forget() { known = [:] }
}
