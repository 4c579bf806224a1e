/// What a new policy decides otherwise than an old one: the moves of comments, counted, with some examples of each.
///
/// It is the same in whatever order comments are counted, and stays small however many there are.
public struct Impact: Sendable {
  /// The comments that both policies judged.
  public private(set) var comments = 0
  public private(set) var moves: [CategoryMove: MoveCount] = [:]
  private let examplesKept: Int

  /// - Parameter examplesKept: How many examples of each move are kept.
  public init(examplesKept: Int) { self.examplesKept = examplesKept }

  /// The comments that are decided otherwise in anything.
  public var moved: Int { moves.values.reduce(0) { $0 + $1.count } }

  /// The share of the comments that are decided otherwise, from 0 to 1; 0 where there is no comment.
  public var movedShare: Double { share(of: moved) }

  public func share(of count: Int) -> Double { comments == 0 ? 0 : Double(count) / Double(comments) }

  /// How many comments moved in a direction.
  public func count(_ direction: MoveDirection) -> Int {
    moves.values.reduce(0) { $0 + $1.directions[direction, default: 0] }
  }

  /// The moves, those of most comments first, then by their names.
  public var inOrder: [(move: CategoryMove, count: MoveCount)] {
    moves.sorted { one, other in
      one.value.count != other.value.count ? one.value.count > other.value.count : one.key.precedes(other.key)
    }.map { (move: $0.key, count: $0.value) }
  }

  mutating func addUnmoved() { comments += 1 }

  mutating func add(_ move: CategoryMove, _ changes: [DecisionChange], _ example: MovedComment) {
    comments += 1
    moves[move, default: MoveCount()].add(changes, example, keeping: examplesKept)
  }

  /// Takes over what was counted elsewhere.
  public mutating func add(_ other: Impact) {
    comments += other.comments
    for (move, count) in other.moves { moves[move, default: MoveCount()].add(count, keeping: examplesKept) }
  }
}

/// From which category to which; the same where only what is done changes.
public struct CategoryMove: Hashable, Sendable {
  public let from: String
  public let to: String

  public init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  public var isWithinCategory: Bool { from == to }

  fileprivate func precedes(_ other: CategoryMove) -> Bool {
    from == other.from
      ? to.utf8.lexicographicallyPrecedes(other.to.utf8) : from.utf8.lexicographicallyPrecedes(other.from.utf8)
  }
}

/// The comments of one move.
public struct MoveCount: Sendable {
  public private(set) var count = 0
  public private(set) var directions: [MoveDirection: Int] = [:]
  /// How many comments have each change.
  public private(set) var changes: [DecisionChange: Int] = [:]
  /// A sample: which comments are in it depends on their texts alone.
  public private(set) var examples: [MovedComment] = []

  /// The changes, those of most comments first, then by their words.
  public var changesInOrder: [(change: DecisionChange, count: Int)] {
    changes.sorted { one, other in
      one.value != other.value
        ? one.value > other.value : one.key.words.utf8.lexicographicallyPrecedes(other.key.words.utf8)
    }.map { (change: $0.key, count: $0.value) }
  }

  mutating func add(_ changes: [DecisionChange], _ example: MovedComment, keeping: Int) {
    count += 1
    directions[MoveDirection(changes), default: 0] += 1
    for change in Set(changes) { self.changes[change, default: 0] += 1 }
    keep(example, atMost: keeping)
  }

  mutating func add(_ other: MoveCount, keeping: Int) {
    count += other.count
    directions.merge(other.directions, uniquingKeysWith: +)
    changes.merge(other.changes, uniquingKeysWith: +)
    for example in other.examples { keep(example, atMost: keeping) }
  }

  /// Those with the smallest ranks are kept, of one text the first by its bytes.
  private mutating func keep(_ example: MovedComment, atMost most: Int) {
    if examples.count == most, let last = examples.last, !example.precedes(last) { return }
    if let same = examples.firstIndex(where: { $0.rank == example.rank && $0.text == example.text }) {
      if example.precedes(examples[same]) { examples[same] = example }
      return
    }
    let place = examples.firstIndex { example.precedes($0) } ?? examples.endIndex
    examples.insert(example, at: place)
    if examples.count > most { examples.removeLast() }
  }
}
