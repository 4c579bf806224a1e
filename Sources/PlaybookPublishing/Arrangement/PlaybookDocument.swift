import DecisionModel
public import Diagnostics
public import PlaybookModel

/// The internal document of a playbook: everything that it says, for the people who act by it.
///
/// Sections and their numbers are those of `Section`; definitions have the anchors that decisions name, such as
/// `category.complaint`. Standards and channels that the playbook imports and does not use are left out.
///
/// - Parameters:
///   - judged: what was found out about its promises; without that the document does not say whether they are kept.
///   - source: where a definition stands, as a person finds it: `playbook.yaml:120`.
public func playbookDocument(
  _ playbook: Playbook, judged: JudgedPromises? = nil, source: @escaping (Span) -> String? = { _ in nil }
) -> Document {
  let arrangement = Arrangement(playbook.forReaders, judged: judged, source: source)
  let origin = [playbook.name, playbook.version].compactMap { $0 }.joined(separator: " ")
  let sections = arrangement.sections.flatMap(arrangement.blocks)
  return Document(title: playbook.title, origin: origin, blocks: arrangement.opening + sections)
}

extension Arrangement {
  fileprivate var opening: [Block] {
    (playbook.about.map(authorsBlocks) ?? []) + [.definitions(particulars), .contents]
  }

  private var particulars: [Document.Entry] {
    let channels = playbook.usedOn.map { titles.link(.channel, $0) }.joined(with: "and")
    let particulars: [(Prose, Prose?)] = [
      ("Version", playbook.version.map { Prose($0) }),
      ("In force from", playbook.effective.map { Prose(NumbersInWords.date($0)) }),
      ("Time zone", Prose(playbook.zone.name)),
      ("Closed on", playbook.holidays.isEmpty ? nil : Prose(NumbersInWords.dates(playbook.holidays))),
      ("Our channels", channels.isEmpty ? nil : channels),
    ]
    return particulars.compactMap { term, prose in prose.map { Document.Entry(term, [.paragraph($0)]) } }
  }

  /// All sections in the order of their numbers. Few playbooks have modes, and the others need not say so.
  fileprivate var sections: [Section] {
    Section.allCases.filter { $0 != .modes || !playbook.modes.isEmpty }
  }
}
