import DecisionEngine

/// Comments in memory as whoever reads many of them has them, and as the ceiling takes them: texts one after the other, and
/// the facts of each.
final class CommentBlock {
  private let texts: UnsafeMutableBufferPointer<UInt8>
  /// Where each text starts; then where the last one ends.
  private let places: UnsafeMutableBufferPointer<Int>
  /// Kept without being counted: whoever decides a million comments a second has no time to count who holds each.
  private let facts: UnsafeMutableBufferPointer<Unmanaged<FactSheet>>

  init(_ comments: [OpenedProgram.KnownComment]) {
    let all = comments.flatMap(\.text)
    texts = .allocate(capacity: all.count)
    _ = texts.initialize(from: all)
    places = .allocate(capacity: comments.count + 1)
    _ = places.initialize(from: comments.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.text.count) })
    facts = .allocate(capacity: comments.count)
    _ = facts.initialize(from: comments.map { Unmanaged.passRetained($0.facts) })
  }

  deinit {
    facts.forEach { $0.release() }
    facts.deallocate()
    texts.deallocate()
    places.deallocate()
  }

  @inline(__always)
  func text(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: texts[places[place]..<places[place + 1]])
  }

  @inline(__always)
  func facts(_ place: Int) -> Unmanaged<FactSheet> { facts[place] }
}
