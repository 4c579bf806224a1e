import Diagnostics
import PlaybookModel

extension Playbook {
  /// The playbook without the definitions in which one of some places lies.
  func withoutDefinitions(holding places: [Span]) -> Playbook {
    if places.isEmpty { return self }
    let places = Dictionary(grouping: places, by: \.file).mapValues { $0.map(\.start).sorted() }
    func isSound(_ definition: Definition) -> Bool {
      guard let starts = places[definition.span.file] else { return true }
      var from = 0
      var to = starts.count
      while from < to {
        let middle = (from + to) / 2
        if starts[middle] < definition.span.start { from = middle + 1 } else { to = middle }
      }
      return from == starts.count || starts[from] > definition.span.end
    }
    var sound = self
    sound.lexicons.removeAll { !isSound($0.definition) }
    sound.signals.removeAll { !isSound($0.definition) }
    sound.categories.removeAll { !isSound($0.definition) }
    sound.responses.removeAll { !isSound($0.definition) }
    sound.ladders.removeAll { !isSound($0.definition) }
    sound.escalations.removeAll { !isSound($0.definition) }
    sound.standards.removeAll { !isSound($0.definition) }
    sound.channels.removeAll { !isSound($0.definition) }
    return sound
  }
}
