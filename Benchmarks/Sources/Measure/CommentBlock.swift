import DecisionEngine

/// Comments in memory as whoever reads many of them has them, and as the ceiling takes them: texts one after the other, and
/// the facts of each.
final class CommentBlock {
  private let texts: UnsafeMutableBufferPointer<UInt8>
  /// Where each text starts; then where the last one ends.
  private let places: UnsafeMutableBufferPointer<Int>
  private let facts: [FactSheet]

  init(_ comments: [OpenedProgram.KnownComment]) {
    let all = comments.flatMap(\.text)
    texts = .allocate(capacity: all.count)
    _ = texts.initialize(from: all)
    places = .allocate(capacity: comments.count + 1)
    _ = places.initialize(from: comments.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.text.count) })
    facts = comments.map(\.facts)
  }

  deinit {
    texts.deallocate()
    places.deallocate()
  }

  @inline(__always)
  func text(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: texts[places[place]..<places[place + 1]])
  }

  @inline(__always)
  func facts(_ place: Int) -> FactSheet { facts[place] }
}
