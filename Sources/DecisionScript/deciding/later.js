import { given } from '../json/writing.js'
import { instantText } from '../time/instants.js'
import { allowanceText } from '../time/lengths.js'
import { earliestEnd } from './durations.js'

/** What is to be done later: the steps of a plan. */
export function laterStep(rule, situation) {
  const allowance = rule.within ?? rule.after
  const isCounted = rule.since === 'post'
  return given({
    step: rule.name,
    owner: rule.owner,
    due: isCounted && allowance ? instantText(situation.due(allowance, rule.owner)) : undefined,
    after: !isCounted && allowance ? allowanceText(allowance) : undefined,
    since: isCounted ? undefined : rule.since,
    until: rule.untilResolved ? 'resolved' : undefined,
  })
}

/**
 * The end of an action that lasts a while, or until somebody lifts it; of lengths that a person picks from, the
 * shortest stands until then.
 */
export function endOfDeed(deed, situation) {
  const { duration, lift } = deed
  const start = deed.wait ? deed.due ?? situation.start : situation.start
  const due = duration && earliestEnd(duration, start, situation)
  return given({
    end_of: deed.action,
    owner: lift?.by,
    due: due === undefined ? undefined : instantText(due),
    since: duration?.kind === 'untilResolved' ? 'resolved' : undefined,
    on_request: lift?.onRequest || undefined,
  })
}
