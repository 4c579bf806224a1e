import { eachOnce } from '../deciding/lists.js'
import { compareTexts } from '../text/scalars.js'
import { missingFacts } from './assumptions.js'
import { Holding } from './holding.js'
import { Standing } from './standing.js'

/** What holds of a comment: all that a decision is made of, before anything is merged. */
export class Judgement extends Holding {
  constructor(situation, evaluations) {
    super(situation, evaluations)
    this.choosePlan()
    this.stand()
    this.knownMissing = undefined
  }

  /** The plan of the first escalation that has one, else the category's. */
  choosePlan() {
    const { rules, places } = this.situation.program
    const name = this.escalations.find(escalation => escalation.plan !== undefined)?.plan ?? this.category.plan
    this.planPlace = name === undefined ? undefined : places.plans.get(name)
    this.plan = rules.plans[this.planPlace]
    /** The plan, where it orders an answer and not only things to do. */
    this.answeringPlan = this.plan?.answers ? this.plan : undefined
  }

  stand() {
    const { places } = this.situation.program
    const ladder = places.ladders.get(this.category.ladder)
    const standing = ladder === undefined ? undefined : new Standing(ladder, this.category, this.situation)
    const isOnTrial = standing?.ladder.isShadow === true
    this.standing = isOnTrial ? undefined : standing
    this.shadowStanding = isOnTrial ? standing : undefined
  }

  /** The facts that were not given and could have mattered, in the order of the clauses that would need them. */
  get missing() {
    return this.knownMissing ??= this.missingFacts()
  }

  missingFacts() {
    const { conditions } = this.situation.program
    const { first, firstUnsettled, thenUnsettled } = this.evaluations
    const judged = this.awake.filter(place => place <= this.chosen).map(place => conditions.categories[place])
    const before = first.metUnknown ? missingFacts(judged, firstUnsettled.begin(-1)) : []
    const plan = this.plan ? [...conditions.steps[this.planPlace], ...conditions.followUps[this.planPlace]] : []
    const then = [...this.awakeEscalations.map(place => conditions.escalations[place]), ...plan]
    const after = missingFacts(then, thenUnsettled.begin(this.chosen))
    const unknownFact = this.standing?.unknownFact
    return eachOnce([...before, ...unknownFact === undefined ? [] : [unknownFact], ...after])
  }

  /** Later categories whose clause holds too. */
  get also() {
    const { conditions: { categories }, rules } = this.situation.program
    const holds = clause => clause !== 0 && this.evaluations.first.holds(clause)
    const places = this.awake.filter(place => place > this.chosen && holds(categories[place]))
    return places.map(place => rules.categories[place])
  }

  get assumed() {
    return [...this.missing].sort(compareTexts)
  }

  /** The steps of the plan whose clause holds; one without a clause always does. */
  get steps() {
    return this.plan ? this.holdingOf(this.plan.steps, this.evaluation.conditions.steps[this.planPlace]) : []
  }

  /** What the plan does later, as far as its clauses hold. */
  get followUps() {
    return this.plan ? this.holdingOf(this.plan.followUps, this.evaluation.conditions.followUps[this.planPlace]) : []
  }

  holdingOf(rules, clauses) {
    return rules.filter((_, place) => !clauses[place] || this.evaluation.holds(clauses[place]))
  }

  /** The team that answers: the plan's own, or the one that covers for it when the comment comes. */
  get owner() {
    return this.plan?.owner === undefined ? undefined : this.situation.teamThatActs(this.plan.owner)
  }

  /** What somebody must say before the decision stands: the required facts that it would assume. */
  get questions() {
    const { demandsFacts, rules, places } = this.situation.program
    if (!demandsFacts) return []
    const facts = this.missing.map(name => rules.facts[places.facts.get(name)])
    return facts.filter(fact => fact?.isRequired)
  }

  /** The first teams of the escalations that hold everything which speaks, each once. */
  get holdingTeams() {
    const holding = this.escalations.filter(escalation => escalation.holdsReply && escalation.levels.length)
    return eachOnce(holding.map(escalation => escalation.levels[0].team))
  }

  /** Whether an escalation holds everything which speaks. */
  get isReplyHeld() {
    return this.escalations.some(escalation => escalation.holdsReply && escalation.levels.length > 0)
  }

  kindOf(action) {
    const { rules, places } = this.situation.program
    return rules.actions[places.actions.get(action)]?.kind
  }

  answersInPrivate(plan) {
    if (plan.replyPlace === 'public' || plan.replyPlace === 'private') return plan.replyPlace === 'private'
    return (this.situation.fact('post.visibility') ?? []).some(word => word.plain === 'private')
  }
}
