import { findsIn, markedText } from './marks.js'
import { followUpOf, orderOf, replyOf } from './orders.js'
import { factTitle, reasonOf } from './reasons.js'

const stances = {
  hold: 'Hold: a person decides first', enforce: 'Enforce', respond: 'Respond', observe: 'Observe',
}

/** A decision as its reader sees it. What there is nothing of is empty; texts are pieces as `Words` makes them. */
export function answerOf(decision, text, words) {
  const { category, because = [] } = decision
  return {
    stance: { name: decision.stance, title: stances[decision.stance] },
    summary: decision.summary,
    trouble: decision.trouble,
    category: category === undefined ? undefined : words.link('category', category),
    section: because[0]?.section,
    also: (decision.also ?? []).map(name => words.link('category', name)),
    questions: (decision.ask ?? []).map(({ fact, question }) =>
      ({ fact, question: question ?? words.title('fact', fact) })),
    marked: markedText(text, findsIn(decision)).map(({ text, found }) =>
      ({ text, title: found.map(nameOfFind).join('; ') })),
    must: (decision.actions ?? []).map(action => orderOf(action, words)),
    may: (decision.may ?? []).map(action => orderOf(action, words)),
    unavailable: (decision.unavailable ?? []).map(({ action, fallback }) => unavailable(action, fallback, words)),
    reply: decision.reply && replyOf(decision.reply, words),
    escalations: (decision.escalations ?? []).map(name => [words.link('escalation', name)]),
    ladders: (decision.ladders ?? []).map(standing => standingOf(standing, words)),
    followUps: (decision.follow_ups ?? []).map(later => followUpOf(later, words)),
    reasons: because.map(reason => reasonOf(reason, words)),
    shadow: (decision.shadow ?? []).map(reason => reasonOf(reason, words)),
    unknown: (decision.assumed ?? []).map(name => ({ name, title: titleOf(factTitle(name, words)) })),
    isCut: decision.cut === true,
  }
}

const titleOf = piece => piece.text ?? piece

const nameOfFind = ({ lexicon, term, phrase, regex, link }) =>
  lexicon === undefined ? phrase ?? link ?? regex : `${lexicon}: ${term}`

function unavailable(action, fallback, words) {
  const instead = fallback === undefined ? [] : ['. Instead: ', words.title('action', fallback)]
  return [words.title('action', action), ...instead]
}

/** "Second strike on Warn, then block: Warn. Next: Block. Forgotten on 2 March." */
function standingOf({ ladder, strikes, rung, next, forgotten_at: forgotten }, words) {
  const pieces = [`Strike ${strikes} on `, words.link('ladder', ladder)]
  if (rung !== undefined) pieces.push(': ', words.link('rung', `${ladder}.${rung}`))
  if (next !== undefined) pieces.push(`. Next: ${words.title('rung', `${ladder}.${next}`)}`)
  if (forgotten !== undefined) pieces.push(`. Forgotten: ${words.clock.words(forgotten)}`)
  return pieces
}
