/** The category of a comment, and the escalations that hold. */
export class Holding {
  constructor(situation, evaluations) {
    const { conditions, rules } = situation.program
    this.situation = situation
    this.evaluations = evaluations
    const first = evaluations.first.begin(-1)
    this.awake = conditions.wakesOfCategories.places(first)
    // The last category has no clause and always holds.
    const holds = clause => clause === 0 || first.holds(clause)
    const chosen = this.awake.find(place => holds(conditions.categories[place]))
    /** What holds, the comment's category being known. */
    this.evaluation = evaluations.then.begin(chosen)
    this.chosen = chosen
    this.category = rules.categories[chosen]
    this.awakeEscalations = conditions.wakesOfEscalations.places(this.evaluation)
    this.escalationPlaces = this.awakeEscalations.filter(place => this.evaluation.holds(conditions.escalations[place]))
    this.escalations = this.escalationPlaces.map(place => rules.escalations[place])
  }
}
