import DecisionModel

extension Judgement {
  /// The team that answers: the plan's own, or the one that covers for it when the comment comes.
  var owner: String? { plan?.owner.map(situation.teamThatActs) }
}

// Who works when the comment comes.
extension Situation {
  package func isOpen(team place: Int) -> Bool {
    program.teams[place].hours.isOpen(at: start, in: program.zone)
  }

  /// When a team works. Nobody in particular always does, but for the days on which everybody is closed.
  func hours(of team: String?) -> WorkingHours {
    let place = team.flatMap { names.teams[$0] }
    return place.map { program.teams[$0].hours } ?? WorkingHours(holidays: program.holidays)
  }

  /// The team itself where it is open when the comment comes, else the one that covers for it, or for that one in turn.
  /// Where none of them is open, it is the last: somebody has to act.
  func teamThatActs(for team: String) -> String {
    var acting = team
    // No chain is longer than there are teams: so a circle, which the compiler refuses, ends as well.
    for _ in program.teams {
      guard let place = names.teams[acting], !isOpen(team: place) else { return acting }
      guard let cover = program.teams[place].cover else { return acting }
      acting = cover
    }
    return acting
  }
}
