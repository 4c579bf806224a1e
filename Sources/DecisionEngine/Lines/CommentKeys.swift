import DecisionModel

/// The keys of comments and what the program knows them as, found by the bytes of a line.
struct CommentKeys {
  /// The object in which a key stands.
  enum Place: Int, CaseIterable, BitwiseCopyable {
    case comment, author, post, thread, enquiry, facts, history

    /// What stands before the key where it is named.
    var path: String {
      switch self {
      case .comment: ""
      case .enquiry: "case."
      default: "\(self)."
      }
    }
  }

  /// What stands under a key.
  enum Meaning: BitwiseCopyable {
    case id, text, now, modes
    case group(Place)
    /// A fact, or the strikes on a ladder, by its place in the program.
    case fact(Int)
    case ladder(Int)
    /// What is rare: only `null` is understood.
    case nothing
    /// Nobody knows the key. By the number of its path.
    case unknown(Int)
  }

  /// So many keys that nobody knows are kept.
  private static let mostUnknown = 256

  private struct Keys {
    var table = ByteTable()
    var meanings = Pad<Meaning>(capacity: 32)
  }

  /// By place, behind a pointer, so that they are never copied.
  private let keys: UnsafeMutablePointer<Keys>
  /// The keys that nobody knows, with their path.
  private(set) var unknown: [String] = []

  init(_ rulebook: Rulebook) {
    keys = .allocate(capacity: Place.allCases.count)
    for place in Place.allCases { (keys + place.rawValue).initialize(to: Keys()) }
    for (key, meaning) in Self.ofComment(rulebook) { add(key, meaning, in: .comment) }
    for (number, fact) in rulebook.program.facts.enumerated() {
      add(fact.name, .fact(number), in: .facts)
      for place in [Place.author, .post, .thread, .enquiry] where fact.name.utf8.starts(with: place.path.utf8) {
        add(String(decoding: fact.name.utf8.dropFirst(place.path.utf8.count), as: UTF8.self), .fact(number), in: place)
      }
    }
    for key in ["said"] + AuthorHistory.allCases.map(\.rawValue) { add(key, .nothing, in: .history) }
    for (number, ladder) in rulebook.program.ladders.enumerated() { add(ladder.name, .ladder(number), in: .history) }
  }

  func free() {
    for place in Place.allCases {
      keys[place.rawValue].table.free()
      keys[place.rawValue].meanings.free()
    }
    keys.deallocate()
  }

  private static func ofComment(_ rulebook: Rulebook) -> [(String, Meaning)] {
    let groups: [(String, Place)] = [
      ("author", .author), ("post", .post), ("thread", .thread), ("case", .enquiry), ("facts", .facts),
      ("history", .history),
    ]
    return [("id", .id), ("text", .text), ("now", .now), ("modes", .modes), ("brakes", .nothing)]
      + groups.map { ($0, .group($1)) } + (rulebook.names.facts["post.channel"].map { [("channel", .fact($0))] } ?? [])
  }

  private mutating func add(_ key: String, _ meaning: Meaning, in place: Place) {
    Array(key.utf8).withUnsafeBytes { add($0, meaning, in: place) }
  }

  /// A key that stands there already means what it meant first.
  private mutating func add(_ key: UnsafeRawBufferPointer, _ meaning: Meaning, in place: Place) {
    guard keys[place.rawValue].table.number(of: key) == nil else { return }
    _ = keys[place.rawValue].table.add(key)
    keys[place.rawValue].meanings.append(meaning)
  }

  /// What a key means; nil where it is not kept.
  @inline(__always)
  func meaning(of key: UnsafeRawBufferPointer, hash: UInt64, in place: Place) -> Meaning? {
    let keys = keys + place.rawValue
    guard let number = keys.pointee.table.number(of: key, hash: hash) else { return nil }
    return keys.pointee.meanings[number]
  }

  /// Keeps a key that nobody knows; nil where there are too many.
  mutating func keep(unknown key: UnsafeRawBufferPointer, in place: Place) -> Int? {
    guard unknown.count < Self.mostUnknown else { return nil }
    add(key, .unknown(unknown.count), in: place)
    unknown.append(place.path + String(decoding: key, as: UTF8.self))
    return unknown.count - 1
  }
}
