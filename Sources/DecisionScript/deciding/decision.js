import { given } from '../json/writing.js'
import { lengthText } from '../time/lengths.js'
import { instantText } from '../time/instants.js'
import { durationWords } from './durations.js'
import { say } from './filling.js'
import { findsOf } from './finds.js'
import { endOfDeed, laterStep } from './later.js'
import { MergedDeeds } from './merging.js'
import { Summary } from './summary.js'

const version = 1

const instant = seconds => seconds === undefined ? undefined : instantText(seconds)

/** What is to be done about one comment, and why, as the members of its canonical form. */
export function decisionOf(judgement) {
  const { situation, standing, category } = judgement
  const deeds = new MergedDeeds(judgement)
  return given({
    decision: version,
    playbook: situation.program.playbook,
    comment: situation.comment.id,
    summary: new Summary(judgement, deeds).text,
    stance: deeds.stance,
    category: category.name,
    also: judgement.also.map(each => each.name),
    actions: deeds.must.map(decidedAction),
    may: deeds.may.map(decidedAction),
    reply: decidedReply(judgement),
    escalations: judgement.escalations.map(each => each.name),
    ladders: standing ? [standing.described] : [],
    follow_ups: [
      ...judgement.followUps.map(rule => laterStep(rule, situation)),
      ...deeds.must.filter(deed => deed.duration || deed.lift).map(deed => endOfDeed(deed, situation)),
    ],
    approvals: deeds.must.flatMap(({ action, approvals }) => approvals.map(approval => given({ action, ...approval }))),
    ask: judgement.questions.map(({ name, question }) => given({ fact: name, question })),
    because: reasons(judgement),
    assumed: judgement.assumed,
    unavailable: deeds.unavailable.map(given),
    shadow: shadowReasons(judgement),
    cut: situation.text.wasCut || undefined,
  })
}

/** The decision about what is no comment, or none that can be read: a person looks at it. */
export function troubleDecision(sentence, playbook, comment) {
  const summary = 'A person decides: this comment could not be read.'
  return given({ decision: version, playbook, comment, summary, stance: 'hold', trouble: sentence })
}

function decidedAction(deed) {
  const { duration } = deed
  return given({
    action: deed.action,
    // Lengths to pick from are a list; the rest is said in words.
    for: duration && (duration.kind === 'oneOf' ? duration.lengths.map(lengthText) : durationWords(duration)),
    also_last: deed.alsoLast && lengthText(deed.alsoLast),
    to: deed.to,
    levels: deed.levels.map(({ team, due }) => ({ team, due: instant(due) })),
    say: deed.say,
    ladder: deed.ladder,
    due: instant(deed.due),
    held_by: deed.heldBy,
    awaiting: deed.awaiting,
  })
}

function decidedReply(judgement) {
  const { situation, answeringPlan: plan } = judgement
  if (!plan) return undefined
  return given({
    plan: plan.name,
    owner: judgement.owner,
    in: judgement.answersInPrivate(plan) ? 'private' : 'public',
    not_before: plan.notBefore && instant(situation.endOf(plan.notBefore, situation.start)),
    due: plan.within && instant(situation.due(plan.within, plan.owner)),
    held_by: judgement.holdingTeams,
    steps: judgement.steps.map(step => given({ step: step.name, say: say(step.wordings, step.anchor, situation) })),
  })
}

/** The clauses that made the decision: the category, the rung, the escalations. */
function reasons(judgement) {
  const { evaluation, category, chosen, standing, escalationPlaces } = judgement
  const { conditions, rules } = judgement.situation.program
  return [
    reason(category.place, conditions.categories[chosen], evaluation),
    ...standing?.rung ? [reason(standing.rung.place)] : [],
    ...escalationPlaces.map(place => reason(rules.escalations[place].place, conditions.escalations[place], evaluation)),
  ]
}

function reason({ anchor, section, at }, clause, evaluation) {
  return given({ clause: anchor, section, at, found: clause ? findsOf(clause, evaluation) : [] })
}

/** What is on trial and holds: categories, the rung of a ladder, escalations. */
function shadowReasons(judgement) {
  const { evaluation, evaluations, shadowStanding } = judgement
  const { conditions, rules } = judgement.situation.program
  const holding = (isEscalation, judged) => rules.shadows.flatMap((rule, place) => {
    const clause = conditions.shadows[place]
    return rule.isEscalation === isEscalation && judged.holds(clause) ? [reason(rule.place, clause, judged)] : []
  })
  return [
    ...holding(false, evaluations.first),
    ...shadowStanding?.rung ? [reason(shadowStanding.rung.place)] : [],
    ...holding(true, evaluation),
  ]
}
