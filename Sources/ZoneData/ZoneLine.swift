import DecisionModel

/// A line of the generated text: the name of a zone, and its table or the zone whose table it shares.
struct ZoneLine {
  let name: ArraySlice<UInt8>
  private let rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    name = line.prefix { $0 != UInt8(ascii: " ") }
    rest = line.dropFirst(name.count + 1)
  }

  /// The name of the zone that has the table, if it is not this one.
  var owner: ArraySlice<UInt8>? {
    rest.first == UInt8(ascii: "=") ? rest.dropFirst() : nil
  }

  /// The table under a name; nil if this is not the line of a table.
  func table(named name: String) -> ZoneTable? {
    var words = rest.split(separator: UInt8(ascii: " "))[...]
    guard let firstOffset = words.popFirst().flatMap(number) else { return nil }
    var changes: [ZoneTable.Change] = []
    while let change = words.first.flatMap(change) {
      changes.append(change)
      words.removeFirst()
    }
    let isRule = words.popFirst()?.elementsEqual("rule".utf8) ?? false
    let rule = isRule ? rule(words.compactMap(number)) : nil
    return ZoneTable(name: name, firstOffset: firstOffset, changes: changes, lastRule: rule)
  }

  private func number(_ word: ArraySlice<UInt8>) -> Int? { Int(String(decoding: word, as: UTF8.self)) }

  /// `instant:offset`.
  private func change(_ word: ArraySlice<UInt8>) -> ZoneTable.Change? {
    let numbers = word.split(separator: UInt8(ascii: ":")).compactMap(number)
    guard numbers.count == 2 else { return nil }
    return ZoneTable.Change(from: Instant(seconds: Int64(numbers[0])), offset: numbers[1])
  }

  /// The two offsets and the two turns of a rule.
  private func rule(_ numbers: [Int]) -> DaylightRule? {
    guard numbers.count == 10, let begins = turn(numbers[2..<6]), let ends = turn(numbers[6..<10]) else { return nil }
    return DaylightRule(
      standardOffset: numbers[0], daylightOffset: numbers[1], daylightBegins: begins, daylightEnds: ends)
  }

  /// Month, week, weekday and seconds from midnight.
  private func turn(_ numbers: ArraySlice<Int>) -> DaylightRule.Turn? {
    let numbers = Array(numbers)
    guard numbers.count == 4, let weekday = Weekday(rawValue: numbers[2]) else { return nil }
    return DaylightRule.Turn(month: numbers[0], week: numbers[1], weekday: weekday, time: numbers[3])
  }
}
