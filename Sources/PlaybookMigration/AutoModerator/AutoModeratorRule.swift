import Diagnostics
import YAMLSyntax

/// What a key of a rule speaks of: the item itself, or somebody or something beside it.
enum Group: String, CaseIterable {
  case item = ""
  case author
  case parentSubmission = "parent_submission"
  case crosspostAuthor = "crosspost_author"
  case crosspostSubreddit = "crosspost_subreddit"
  case subreddit
}

/// A rule of AutoModerator as it was written: its keys in small letters, each with what it speaks of.
struct AutoModeratorRule {
  struct Entry {
    let group: Group
    let key: String
    let keySpan: Span
    let value: YAMLNode
  }

  /// Counted from 1, in the order of the file.
  let number: Int
  let span: Span
  /// The comments above it.
  let remarks: [String]
  let entries: [Entry]
  /// Something in it could not be read as YAML, so that a check may be missing.
  let isDoubtful: Bool

  /// The entry of a key; of several the last, as AutoModerator has it.
  subscript(_ key: String, _ group: Group = .item) -> Entry? {
    entries.last { $0.group == group && $0.key == key }
  }

  /// The first of several names of one key that is there.
  func entry(_ keys: [String], in group: Group = .item) -> Entry? {
    keys.lazy.compactMap { self[$0, group] }.first
  }
}

extension YAMLNode {
  /// The text of a scalar that says something.
  var writtenText: String? {
    guard case .scalar(let scalar) = self, !scalar.isAbsent, !scalar.isUnreadable else { return nil }
    return scalar.text
  }

  /// What YAML 1.1 takes for yes or no.
  var yesNo: Bool? {
    guard let text = writtenText?.lowercased() else { return nil }
    if ["true", "yes", "on"].contains(text) { return true }
    return ["false", "no", "off"].contains(text) ? false : nil
  }

  var wholeNumber: Int? { writtenText.flatMap { Int($0) } }

  /// The scalars of a value that is one or a list of them, and what else stands among them.
  var values: (scalars: [YAMLScalar], others: [YAMLNode]) {
    var found: (scalars: [YAMLScalar], others: [YAMLNode]) = ([], [])
    for node in itemsOrSelf {
      if case .scalar(let scalar) = node, !scalar.isUnreadable {
        if !scalar.isAbsent { found.scalars.append(scalar) }
      } else {
        found.others.append(node)
      }
    }
    return found
  }

  private var itemsOrSelf: [YAMLNode] {
    if case .sequence(let sequence) = self { sequence.items } else { [self] }
  }
}
