/// How much time something may take: plain time, or time in which a team works.
public struct Allowance: Hashable, Sendable, CustomStringConvertible {
  public let length: Length
  /// Whether only the team's own hours (or its days) count.
  public let isWorkingTime: Bool

  public init(_ length: Length, isWorkingTime: Bool = false) {
    self.length = length
    self.isWorkingTime = isWorkingTime
  }

  public var description: String {
    guard isWorkingTime else { return length.description }
    let words = length.description.split(separator: " ")
    return words.joined(separator: " working ")
  }
}
