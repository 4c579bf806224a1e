/// How a playbook's categories agree with labels that people gave to the same comments.
public struct LabelledEvaluation: Sendable {
  /// A comment with the label that a person gave it and the category that the playbook gives it.
  public struct Judged: Sendable {
    public let text: String
    public let label: String
    public let category: String
  }

  /// Precision and recall of a category against the labels that are expected of it.
  public struct Agreement: Sendable {
    public let category: String
    public let labels: [String]
    /// Comments that it takes and that have one of the labels.
    public let right: Int
    /// Comments that it takes.
    public let taken: Int
    /// Comments that have one of the labels.
    public let labelled: Int

    /// The share of what it takes that has the label; nil where it takes nothing.
    public var precision: Double? { taken == 0 ? nil : Double(right) / Double(taken) }
    /// The share of what has the label that it takes; nil where nothing has it.
    public var recall: Double? { labelled == 0 ? nil : Double(right) / Double(labelled) }
    /// The harmonic mean of precision and recall.
    public var f1: Double? {
      guard let precision, let recall, precision + recall > 0 else { return nil }
      return 2 * precision * recall / (precision + recall)
    }
  }

  public private(set) var judged: [Judged] = []
  /// What labels are expected of which categories.
  public let expected: [(category: String, labels: [String])]

  public init(expected: [(category: String, labels: [String])]) { self.expected = expected }

  public mutating func add(text: String, label: String, category: String) {
    judged.append(Judged(text: text, label: label, category: category))
  }

  public var agreements: [Agreement] {
    expected.map { category, labels in
      Agreement(
        category: category, labels: labels,
        right: judged.count { $0.category == category && labels.contains($0.label) },
        taken: judged.count { $0.category == category },
        labelled: judged.count { labels.contains($0.label) })
    }
  }

  /// The comments that a category takes without their label, and those with the label that it does not take.
  public func mistakes(of category: String) -> (wronglyTaken: [Judged], missed: [Judged]) {
    let labels = expected.first { $0.category == category }?.labels ?? []
    return (
      judged.filter { $0.category == category && !labels.contains($0.label) },
      judged.filter { $0.category != category && labels.contains($0.label) }
    )
  }

  /// How many comments have each label, by category.
  public var confusion: [String: [String: Int]] {
    var table: [String: [String: Int]] = [:]
    for comment in judged { table[comment.category, default: [:]][comment.label, default: 0] += 1 }
    return table
  }
}
