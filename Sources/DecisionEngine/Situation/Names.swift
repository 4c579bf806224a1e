package import DecisionModel

/// Where the program keeps what has a name.
package struct Names: Sendable {
  package let facts: NameTable
  package let teams: NameTable
  package let lexicons: NameTable
  package let signals: NameTable
  package let categories: NameTable
  package let plans: NameTable
  package let ladders: NameTable
  package let actions: NameTable
  package let channels: NameTable
  package let modes: NameTable

  package init(of program: DecisionProgram) throws(EngineProblem) {
    facts = try NameTable("fact", program.facts.map(\.name))
    teams = try NameTable("team", program.teams.map(\.name))
    lexicons = try NameTable("lexicon", program.lexicons.map(\.name))
    signals = try NameTable("signal", program.signals.map(\.name))
    categories = try NameTable("category", program.categories.map(\.name))
    plans = try NameTable("plan", program.plans.map(\.name))
    ladders = try NameTable("ladder", program.ladders.map(\.name))
    actions = try NameTable("action", program.actions.map(\.name))
    channels = try NameTable("channel", program.channels.map(\.name))
    modes = try NameTable("mode", program.modes)
  }
}

/// The places of things of one kind, by the bytes of their names. It never changes.
package final class NameTable: @unchecked Sendable {
  private let kind: String
  /// By the places of the names as numbers.
  private var names = ByteTable()

  init(_ kind: String, _ names: [String]) throws(EngineProblem) {
    self.kind = kind
    for name in names {
      guard self[name] == nil else { throw EngineProblem("The program has two of the \(kind) `\(name)`.") }
      var name = name
      _ = name.withUTF8 { self.names.add(UnsafeRawBufferPointer($0)) }
    }
  }

  deinit { names.free() }

  package subscript(name: String) -> Int? {
    var name = name
    return name.withUTF8 { names.number(of: UnsafeRawBufferPointer($0)) }
  }

  package subscript(name: [UInt8]) -> Int? { name.withUnsafeBytes { names.number(of: $0) } }

  /// The place of a name; a problem where the program has none such.
  package func place(of name: String) throws(EngineProblem) -> Int {
    guard let place = self[name] else { throw EngineProblem("The program has no \(kind) `\(name)`.") }
    return place
  }
}
