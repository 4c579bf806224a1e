/// The rows of a table as far as a batch has to do with them, by their key: each is read at most once, and written once,
/// however often it changes.
final class Rows<Key: Hashable, Value>: RowMemory {
  private let shape: RowShape<Key, Value>
  private unowned let session: GatheringSession
  private var known: [Key: Value?] = [:]
  private var changed: Set<Key> = []
  /// The keys that changed, in the order in which they did.
  private var order: [Key] = []

  init(_ shape: RowShape<Key, Value>, _ session: GatheringSession) {
    self.shape = shape
    self.session = session
    session.add(self)
  }

  /// Reads what is not known yet of some keys, all at once.
  func know(_ keys: some Sequence<Key>) throws {
    var unknown: [Key] = []
    for key in keys where known[key] == nil {
      known.updateValue(nil, forKey: key)
      unknown.append(key)
    }
    guard !unknown.isEmpty else { return }
    try session.readUnsettled(shape.query, ofEach: unknown.map(shape.cells)) { place, row in
      try shape.read(&known[unknown[place], default: nil], row)
    }
  }

  func value(_ key: Key) throws -> Value? {
    if let value = known[key] { return value }
    try know([key])
    return known[key] ?? nil
  }

  func set(_ value: Value, _ key: Key) {
    known.updateValue(value, forKey: key)
    if shape.write != nil, changed.insert(key).inserted { order.append(key) }
  }

  func gatherChanges(in session: GatheringSession) {
    guard let write = shape.write else { return }
    for key in order {
      guard let value = known[key] ?? nil else { continue }
      for row in shape.rows(key, value) { session.gather(row, write) }
    }
    (changed, order) = ([], [])
  }

  func forget() { known = [:] }
}

/// How the values of `Rows` stand in a table. A value may be several rows.
struct RowShape<Key: Hashable, Value> {
  /// The rows of a key, with `$1`, `$2`, … for its cells.
  let query: String
  let cells: (Key) -> [Cell]
  /// Adds a row that was read to the value.
  let read: (inout Value?, StoredRow) throws -> Void
  /// Nil where they are only read here.
  var write: RowWrite?
  var rows: (Key, Value) -> [[Cell]] = { _, _ in [] }
}
