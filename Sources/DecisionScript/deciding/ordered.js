import { canDo, stanceOfKinds } from './merging.js'

const isOrdered = 1, isLeft = 2, awaits = 4

/**
 * Which actions the clauses of a judgement order together, and the stance: what merged deeds say of that, without
 * making a deed. Deeds of one key are one, and have a number.
 */
export class OrderedActions {
  constructor({ rules, places }) {
    this.places = places
    this.numbers = new Map()
    this.deeds = []
    const ofClause = ({ must, may }) =>
      [...must.map(order => this.order(order, isOrdered)), ...may.map(order => this.order(order, isLeft))]
    this.categories = rules.categories.map(ofClause)
    this.rungs = rules.ladders.map(ladder => ladder.rungs.map(ofClause))
    this.escalations = rules.escalations.map(escalation => [...this.ofLevels(escalation), ...ofClause(escalation)])
    this.plans = rules.plans.map(plan => ['reply', 'message'].map(action => this.ofPlan(plan, action)))
    this.kinds = new Map(rules.actions.map(action => [action.name, action.kind]))
    // The turn in which a deed was last met, and what is known of it then.
    this.metIn = new Uint32Array(this.deeds.length)
    this.states = new Uint8Array(this.deeds.length)
    this.turn = 0
    this.met = []
    this.must = []
  }

  /** An order as the number of its deed, above the bits of what it says of it. */
  order({ action, team = '', approvals }, bit) {
    const key = `${action} ${team}`, isAwaited = approvals.some(approval => approval.teams.length)
    if (!this.numbers.has(key)) {
      this.numbers.set(key, this.deeds.length)
      this.deeds.push(action)
    }
    return this.numbers.get(key) << 3 | bit | (isAwaited && bit === isOrdered ? awaits : 0)
  }

  ofLevels({ levels }) {
    return levels.length ? [this.order({ action: 'escalate', team: levels[0].team, approvals: [] }, isOrdered)] : []
  }

  ofPlan({ isOptional, approvals }, action) {
    return [this.order({ action, approvals }, isOptional ? isLeft : isOrdered)]
  }

  /** What is ordered of a judgement, in the order of the program's actions, and the stance. */
  of(judgement) {
    this.meetAll(judgement)
    const { channel } = judgement.situation
    const isEnforced = this.must.some(deed => this.kinds.get(this.deeds[deed]) === 'enforce')
    const isKept = action => !(isEnforced && action === 'let_stand') && !(channel?.can && !canDo(channel, action))
    const must = this.must.filter(deed => isKept(this.deeds[deed]))
    const actions = must.map(deed => this.deeds[deed])
    const kinds = actions.map(action => this.kinds.get(action))
    const stance = this.isHeld(judgement, must, isKept) ? 'hold' : stanceOfKinds(kinds)
    if (channel?.postsWait && !isEnforced && stance !== 'hold' && !actions.includes('publish')) actions.push('publish')
    const rank = action => this.places.actions.get(action) ?? Infinity
    if (actions.length > 1) actions.sort((one, other) => rank(one) - rank(other) || 0)
    return { stance, actions }
  }

  meetAll(judgement) {
    const { answeringPlan, planPlace, chosen, standing, escalationPlaces } = judgement
    this.turn += 1
    this.met.length = this.must.length = 0
    if (answeringPlan) this.meet(this.plans[planPlace][judgement.answersInPrivate(answeringPlan) ? 1 : 0])
    this.meet(this.categories[chosen])
    if (standing?.rung) this.meet(this.rungs[standing.place][standing.taken])
    for (const place of escalationPlaces) this.meet(this.escalations[place])
  }

  meet(orders) {
    const { metIn, states } = this
    for (const order of orders) {
      const deed = order >>> 3
      if (metIn[deed] !== this.turn) {
        metIn[deed] = this.turn
        states[deed] = 0
        this.met.push(deed)
      }
      if (order & ~states[deed] & isOrdered) this.must.push(deed)
      states[deed] |= order & 7
    }
  }

  /** Whether a person is asked first: who holds what speaks, whose yes is waited for, or who is to know a fact. */
  isHeld(judgement, must, isKept) {
    const { comment, program: { brakes } } = judgement.situation
    const isBraked = place => brakes.has(place) && comment.brakes.get(place) >= brakes.get(place).atMost
    const isAwaited = deed => this.states[deed] & awaits || isBraked(this.places.actions.get(this.deeds[deed]))
    if (must.some(isAwaited)) return true
    const speaks = deed => this.kinds.get(this.deeds[deed]) === 'speak' && isKept(this.deeds[deed])
    if (judgement.isReplyHeld && this.met.some(speaks)) return true
    return judgement.questions.length > 0
  }
}
