/// A list that is emptied and filled again for every comment, and keeps its memory: after some comments nothing is
/// allocated any more. Who owns it frees it.
struct Pad<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  func free() { base.deallocate() }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { reserve(count + 1) }
    base[count] = element
    count &+= 1
  }

  @inline(__always)
  mutating func append(eachOf elements: some Collection<Element>) {
    reserve(count + elements.count)
    for element in elements {
      base[count] = element
      count &+= 1
    }
  }

  @inline(__always)
  mutating func removeLast() { count &-= 1 }

  /// Makes room for so many elements in all.
  mutating func reserve(_ least: Int) {
    guard least > capacity else { return }
    let larger = max(least, capacity * 2, 8)
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    memory.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (memory, larger)
  }

  /// Says how many elements stand in memory that was written directly.
  mutating func setCount(_ count: Int) {
    reserve(count)
    self.count = count
  }

  /// Makes it so many elements long, all alike.
  mutating func fill(_ count: Int, with element: Element) {
    reserve(count)
    base.update(repeating: element, count: count)
    self.count = count
  }

  @inline(__always)
  subscript(place: Int) -> Element {
    get { base[place] }
    nonmutating set { base[place] = newValue }
  }

  var isEmpty: Bool { count == 0 }

  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
}
