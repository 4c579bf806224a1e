/// A text as the set of its runs of words, by which texts are compared (resemblance of shingles, A. Broder 1997).
public struct Resemblance: Sendable {
  /// So many words make one run.
  public static let runLength = 3

  private let runs: Set<[UInt32]>

  /// Links and quoted lines that are masked are left out; letter case makes no difference.
  public init(of text: WrittenText) {
    let words = text.wordForms
    let starts = words.indices.dropLast(min(words.count, Self.runLength) - (words.isEmpty ? 0 : 1))
    runs = Set(
      starts.map { start in
        Array(words[start..<min(words.count, start + Self.runLength)].joined(separator: [0x20]))
      })
  }

  /// The share of runs that both texts have of those that either has: 1 for the same words, 0 where they share no run
  /// or one of them has no word.
  public func share(with other: Resemblance) -> Double {
    let all = runs.union(other.runs).count
    return all == 0 ? 0 : Double(runs.intersection(other.runs).count) / Double(all)
  }
}

extension WrittenText {
  /// The words in the form in which they are compared, in the order of the text.
  public var wordForms: [[UInt32]] { words.map { Array(folded.characters[$0.range]) } }

  /// Whether runs of words stand in the text one after the other, each of them unbroken, whatever stands between them.
  public func holds(inOrder runs: [[[UInt32]]]) -> Bool {
    var place = 0
    for run in runs where !run.isEmpty {
      guard let start = self.place(of: run, from: place) else { return false }
      place = start + run.count
    }
    return true
  }

  private func place(of run: [[UInt32]], from start: Int) -> Int? {
    guard start + run.count <= words.count else { return nil }
    return (start...words.count - run.count).first { begin in
      zip(words[begin...], run).allSatisfy { word, wanted in folded.characters[word.range].elementsEqual(wanted) }
    }
  }
}
