import DecisionModel
import PlaybookModel

// What takes no part in decisions yet.
extension Arrangement {
  /// A line that says so; nothing for what takes part.
  func remark(on status: ClauseStatus) -> [Block] {
    switch status {
    case .active: []
    case .shadow: [.note("\(.strong("On trial:")) it is judged and reported, and changes nothing.")]
    case .draft: [.note("\(.strong("A draft:")) it is not in force.")]
    }
  }
}

extension Playbook {
  /// The categories and escalations that take part in decisions.
  var activeCategories: [Category] { categories.filter { $0.status == .active } }
  var activeEscalations: [Escalation] { escalations.filter { $0.status == .active } }
}
