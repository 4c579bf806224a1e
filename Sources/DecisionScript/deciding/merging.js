import { deedsOf, publication } from './deeds.js'
import { earliestEnd } from './durations.js'
import { eachOnce } from './lists.js'

/** The actions that are done on a channel, and that it may lack. */
const actionsOfChannels = ['reply', 'message', 'warn', 'hide', 'remove', 'mute', 'lock', 'block', 'report']

/** What the clauses of a decision order together: one of each action, in the order of the program's actions. */
export class MergedDeeds {
  constructor(judgement) {
    this.judgement = judgement
    this.situation = judgement.situation
    const deeds = deedsOf(judgement)
    const optional = this.merged(deeds, true)
    const ordered = this.merged(deeds, false)
    // What is ordered is no longer left to anybody, but keeps the words that came with the leave.
    for (const [key, deed] of ordered) deed.say ??= optional.get(key)?.say
    this.must = [...ordered.values()]
    this.may = [...optional].filter(([key]) => !ordered.has(key)).map(([, deed]) => deed)
    this.unavailable = []
    this.settle()
  }

  settle() {
    const { judgement } = this, { channel } = this.situation
    const isEnforced = this.must.some(deed => judgement.kindOf(deed.action) === 'enforce')
    if (isEnforced) this.keep(deed => deed.action !== 'let_stand')
    for (const deed of [...this.must, ...this.may]) this.wait(deed)
    if (channel?.can) this.leaveOutWhatCannotBeDone(channel)
    this.stance = this.chooseStance()
    const isShown = channel?.postsWait && !isEnforced && this.stance !== 'hold'
    if (isShown && !this.must.some(deed => deed.action === 'publish')) this.must.push(publication())
    this.sort(this.must)
    this.sort(this.may)
  }

  /** One deed of each key, in the order in which the keys are first met; of those that are optional, or are not. */
  merged(deeds, isOptional) {
    const merged = new Map()
    for (const deed of deeds) {
      if (deed.isOptional !== isOptional) continue
      const { key } = deed, known = merged.get(key)
      if (known) this.merge(known, deed)
      else merged.set(key, deed)
    }
    return merged
  }

  /** The first words, the earlier deadlines, the longer length and every approval stay. */
  merge(deed, other) {
    deed.origins |= other.origins
    deed.say ??= other.say
    this.mergeLevels(deed, other.levels)
    if (this.lastsLonger(other, deed)) {
      deed.duration = other.duration
      deed.lift = other.lift
    }
    const known = deed.approvals.map(approvalKey)
    deed.approvals = [...deed.approvals, ...other.approvals.filter(approval => !known.includes(approvalKey(approval)))]
    mergeWait(deed, other)
    if (!deed.deadline || other.deadline?.instant < deed.deadline.instant) deed.deadline = other.deadline
    if (this.reach(other) > this.reach(deed)) deed.alsoLast = other.alsoLast
    deed.ladder ??= other.ladder
  }

  mergeLevels(deed, levels) {
    const merged = [...deed.levels]
    for (const level of levels) {
      const place = merged.findIndex(({ team }) => team === level.team)
      if (place < 0) merged.push(level)
      else merged[place] = { team: level.team, due: Math.min(merged[place].due, level.due) }
    }
    // The first level stays first: it names the team.
    const [first, ...rest] = merged
    deed.levels = first ? [first, ...rest.sort((one, other) => one.due - other.due)] : []
  }

  /** Whether a deed lasts longer than another. What has no end lasts longest, then what only an event ends. */
  lastsLonger(deed, other) {
    if (!other.duration) return false
    if (!deed.duration) return true
    const [end, otherEnd] = [deed, other].map(each => earliestEnd(each.duration, this.situation.start, this.situation))
    return otherEnd !== undefined && (end === undefined || end > otherEnd)
  }

  /** How far back it reaches, as an instant as far ahead. */
  reach(deed) {
    const { situation } = this
    return deed.alsoLast ? situation.endOf(deed.alsoLast, situation.start) : situation.start
  }

  keep(isKept) {
    this.must = this.must.filter(isKept)
    this.may = this.may.filter(isKept)
  }

  /** Gives a deed the teams whose word or yes it waits for, and the instant at which it is due. */
  wait(deed) {
    const { judgement } = this
    if (judgement.kindOf(deed.action) === 'speak') deed.heldBy = judgement.holdingTeams
    const brake = this.brakeOn(deed)
    deed.awaiting = eachOnce([...deed.approvals.flatMap(approval => approval.teams), ...brake ? [brake.team] : []])
    if (deed.levels.length === 0) deed.due ??= deed.deadline?.instant
  }

  /** The brake that an action is over. */
  brakeOn(deed) {
    const { program, comment } = this.situation
    const place = program.places.actions.get(deed.action)
    const brake = program.brakes.get(place)
    return brake && comment.brakes.get(place) >= brake.atMost ? brake : undefined
  }

  leaveOutWhatCannotBeDone(channel) {
    const lacking = [...this.must, ...this.may].filter(deed => !canDo(channel, deed.action))
    this.sort(lacking)
    this.unavailable = lacking.map(({ action }) => ({ action, fallback: channel.fallback }))
    this.keep(deed => canDo(channel, deed.action))
  }

  chooseStance() {
    const { judgement, must, may } = this
    const isHeld = [...must, ...may].some(deed => deed.heldBy.length) || must.some(deed => deed.awaiting.length)
    if (isHeld || judgement.questions.length) return 'hold'
    return stanceOfKinds(must.map(deed => judgement.kindOf(deed.action)))
  }

  sort(deeds) {
    const { actions } = this.situation.program.places
    const rank = deed => actions.get(deed.action) ?? Infinity
    deeds.sort((one, other) => rank(one) - rank(other) || 0)
  }
}

/** What is done about a comment that nobody holds, by the kinds of what is ordered. */
export const stanceOfKinds = kinds => kinds.includes('enforce') ? 'enforce' : kinds.includes('speak') ? 'respond' : 'observe'

const approvalKey = ({ teams, count }) => `${count} ${teams.join()}`

/** What one clause orders at once does not wait because another one lets it. */
function mergeWait(deed, other) {
  if (deed.due === undefined) return
  if (other.due !== undefined && other.due >= deed.due) return
  deed.due = other.due
  deed.wait = other.due === undefined ? undefined : other.wait
}

/** Whether a channel can do an action. A warning is a reply or a message; what no channel does is done elsewhere. */
export function canDo(channel, action) {
  if (!actionsOfChannels.includes(action)) return true
  const ways = action === 'warn' ? ['warn', 'reply', 'message'] : [action]
  return ways.some(way => channel.can.includes(way))
}
