package import DecisionModel

/// A comment and the program by which it is judged: what is known before anything is looked for.
package struct Situation {
  package let comment: Comment
  package let rulebook: Rulebook
  /// Whether only the beginning of the text was read.
  package let wasCut: Bool
  /// The text as far as it was read, in UTF-8.
  package let readText: [UInt8]

  package init(_ comment: Comment, in rulebook: Rulebook, wasCut: Bool, readText: [UInt8]) {
    self.comment = comment
    self.rulebook = rulebook
    self.wasCut = wasCut
    self.readText = readText
  }

  package var program: DecisionProgram { rulebook.program }
  package var names: Names { rulebook.names }

  /// The instant from which deadlines count and at which a strike falls.
  package var start: Instant {
    if case .instant(let posted) = fact("post.at") { posted } else { comment.now }
  }

  /// The channel on which the comment stands, where the playbook knows it.
  package var channel: ChannelRule? { rulebook.channel(of: comment) }

  /// How many comments the author wrote in a length of time, this one included; nil where that is not known.
  ///
  /// The time ends with this comment. One that was written just so long before is no longer counted, as a strike is not
  /// live any more.
  package func count(of history: AuthorHistory, in length: Length) -> Int? {
    comment.earlier[history].map { instants in
      1 + instants.count { $0 <= start && start < length.ending(from: $0, in: program.zone) }
    }
  }

  /// The value of a fact by its name, or nil where it is not given.
  package func fact(_ name: String) -> FactValue? { rulebook.fact(name, of: comment) }
}
