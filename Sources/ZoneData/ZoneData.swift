public import DecisionModel

/// The time zones of one release of the tz database, carried in the program, so that a decision does not depend on what
/// a machine has installed.
///
/// Clocks are right from 1970 on; before that the offset holds which each zone had then. Leap seconds are not counted.
public enum ZoneData {
  /// The names of all zones, older ones that the database still knows included, sorted by their bytes.
  public static let names: [String] = lines.map { String(decoding: $0.name, as: UTF8.self) }

  /// The zone of a name such as `Europe/London`, spelled as the database spells it; nil if it has none.
  public static func zone(named name: String) -> ZoneTable? {
    guard let line = line(named: Array(name.utf8)[...]) else { return nil }
    guard let owner = line.owner else { return line.table(named: name) }
    return self.line(named: owner)?.table(named: name)
  }

  private static let lines = text.withUTF8Buffer { Array($0) }.split(separator: UInt8(ascii: "\n")).map(ZoneLine.init)

  /// The line of a zone, found by bisection over the bytes of the names.
  private static func line(named name: ArraySlice<UInt8>) -> ZoneLine? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].name.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].name == name ? lines[low] : nil
  }
}
