import CommentText
package import DecisionModel

/// Where a text condition finds what it looks for.
package struct TextPlaces {
  private let search: TextSearch
  private let matching: TextMatching

  /// Nil for a condition that looks for nothing in the comment's text.
  package init?(of condition: Condition, in program: DecisionProgram) {
    matching = program.textMatching
    let search: TextSearch? =
      switch condition {
      case .says(let phrases): try? TextSearch(phrases: phrases, program.textMatching)
      case .matches(let expressions): try? TextSearch(expressions: expressions)
      case .linksTo(let hosts): try? TextSearch(hosts: hosts)
      case .uses(let name), .termCount(let name, _), .score(let name, _):
        program.lexicons.first { $0.name.utf8.elementsEqual(name.utf8) }.flatMap {
          try? TextSearch($0, program.textMatching)
        }
      default: nil
      }
    guard let search else { return nil }
    self.search = search
  }

  /// The first place of each distinct term that is found in a text, in the order of the text: in Unicode scalars.
  package func places(in text: [UInt8]) -> [Range<Int>] {
    search.firstOccurrences(in: WrittenText(utf8: text, matching)).map(\.range)
  }
}
