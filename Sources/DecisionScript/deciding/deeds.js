import { say } from './filling.js'

/** What kind of clause ordered a deed. */
export const [fromPlan, fromCategory, fromLadder, fromEscalation] = [1, 2, 4, 8]

/** An action that a clause orders, before it is merged with what other clauses order. */
class Deed {
  constructor(action, origin, isOptional = false) {
    this.action = action
    /** Whether it is left to a person's judgement. */
    this.isOptional = isOptional
    this.origins = origin
    this.to = this.duration = this.alsoLast = this.ladder = this.due = this.say = undefined
    this.levels = this.heldBy = this.awaiting = []
    /** Every yes that it waits for. */
    this.approvals = []
    this.wait = this.lift = undefined
    /** By when it is done, of what is not asked for first: as the playbook says it, and the instant. */
    this.deadline = undefined
  }

  /** Deeds of one key are one: an action, for `notify` with its team, for `escalate` with its first team. */
  get key() {
    return `${this.action} ${this.to ?? this.levels[0]?.team ?? ''}`
  }
}

export function publication() {
  return new Deed('publish', fromCategory)
}

/** What the clauses of a judgement order, in the order plan, category, ladder, escalations. */
export function deedsOf(judgement) {
  const orders = new Orders(judgement)
  const { category, standing, escalations } = judgement
  const deeds = orders.ofPlan()
  deeds.push(...orders.ofClause(category, fromCategory))
  if (standing?.rung) deeds.push(...orders.ofClause(standing.rung, fromLadder))
  for (const escalation of escalations) deeds.push(...orders.ofEscalation(escalation))
  return deeds
}

class Orders {
  constructor(judgement) {
    this.judgement = judgement
    this.situation = judgement.situation
  }

  ofPlan() {
    const plan = this.judgement.answeringPlan
    if (!plan) return []
    const deed = new Deed(this.judgement.answersInPrivate(plan) ? 'message' : 'reply', fromPlan, plan.isOptional)
    deed.approvals = plan.approvals
    return [deed]
  }

  ofEscalation(escalation) {
    const own = this.ofClause(escalation, fromEscalation)
    if (escalation.levels.length === 0) return own
    const escalate = new Deed('escalate', fromEscalation)
    escalate.levels = escalation.levels.map(({ team, within }) => ({ team, due: this.situation.due(within, team) }))
    return [escalate, ...own]
  }

  /** The deeds of a clause with its words, which go to its first speaking action, else to its last action. */
  ofClause({ must, may, wordings, place }, origin) {
    const deeds = []
    for (const order of must) deeds.push(this.of(order, origin, false))
    for (const order of may) deeds.push(this.of(order, origin, true))
    if (wordings.length && deeds.length) {
      const speaking = deeds.find(deed => this.judgement.kindOf(deed.action) === 'speak')
      const last = deeds[must.length - 1] ?? deeds[deeds.length - 1]
      ;(speaking ?? last).say = say(wordings, place.anchor, this.situation)
    }
    return deeds
  }

  of(order, origin, isOptional) {
    const { situation } = this
    const deed = new Deed(order.action, origin, isOptional)
    deed.approvals = order.approvals
    deed.wait = order.wait
    deed.lift = order.lift
    if (order.within) deed.deadline = { within: order.within, instant: situation.due(order.within, order.team) }
    if (order.action === 'escalate' && order.team !== undefined) {
      deed.levels = [{ team: order.team, due: situation.due(order.within, order.team) }]
      return deed
    }
    deed.to = order.team
    deed.duration = order.duration
    deed.alsoLast = order.alsoLast
    deed.ladder = order.alsoLast && this.judgement.standing?.ladder.name
    deed.due = order.wait && situation.endOf(order.wait.length, situation.start)
    return deed
  }
}
