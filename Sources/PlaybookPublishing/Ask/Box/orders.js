const ofTheAuthor = ['warn', 'mute', 'block']

/** An action of a decision as it is told to somebody: what to do, on what terms, and the words to say. */
export function orderOf(action, words) {
  return { does: deed(action, words), terms: waits(action, words), say: action.say }
}

function deed({ action, to, levels, for: lengths, also_last: reach, due }, words) {
  const pieces = [words.title('action', action)]
  if (ofTheAuthor.includes(action)) pieces.push(' the author')
  if (to !== undefined) pieces.push(' ', words.link('team', to))
  if (levels) pieces.push(' ', ...handedTo(levels, words))
  if (lengths !== undefined) pieces.push(lasting(lengths))
  if (reach !== undefined) pieces.push(`, with the author’s other comments of the last ${reach}`)
  if (due !== undefined) pieces.push(words.by(due))
  return pieces
}

/** "Legal counsel by 09:30, then Duty manager by 10:00" */
function handedTo(levels, words) {
  return levels.flatMap(({ team, due }, place) =>
    [place ? ', then ' : '', words.link('team', team), due === undefined ? '' : words.by(due)])
}

function lasting(lengths) {
  const text = Array.isArray(lengths) ? lengths.join(' or ') : lengths
  return text.startsWith('until') ? ' until it is resolved' : ` for ${text}`
}

/** Who must agree first. */
function waits({ held_by: holders, awaiting }, words) {
  const teams = [...new Set([...holders ?? [], ...awaiting ?? []])]
  return teams.length ? [['Not before ', ...words.links('team', teams), teams.length > 1 ? ' agree' : ' agrees']] : []
}

/** How the comment is answered: who, where, by when, and the words of each step. */
export function replyOf(reply, words) {
  const terms = [
    reply.owner === undefined ? undefined : [words.link('team', reply.owner), ' answers'],
    [reply.in === 'private' ? 'In private' : 'In public'],
    reply.due === undefined ? undefined : [`By ${words.clock.words(reply.due)}`],
    reply.not_before === undefined ? undefined : [`Not before ${words.clock.words(reply.not_before)}`],
    ...waits(reply, words),
  ]
  const steps = (reply.steps ?? []).map(({ step, say }) => ({ title: words.title('step', step), say }))
  return { plan: words.link('response', reply.plan), terms: terms.filter(each => each), steps }
}

const sinceWords = { replied: 'the answer', resolved: 'the matter is resolved' }

/** What is to be done later: a step of the plan, or the end of an action. */
export function followUpOf(later, words) {
  const { step, end_of: ended, owner, due, after, since, until, on_request: onRequest } = later
  const pieces = [step === undefined ? `End of “${words.title('action', ended)}”` : words.title('step', step)]
  if (owner !== undefined) pieces.push(' (', words.link('team', owner), ')')
  if (due !== undefined) pieces.push(step === undefined ? `: ${words.clock.words(due)}` : words.by(due))
  if (after !== undefined) pieces.push(` ${after}`)
  if (since !== undefined) pieces.push(` after ${sinceWords[since]}`)
  if (until !== undefined) pieces.push(', until the matter is resolved')
  if (onRequest) pieces.push(', sooner if the author asks')
  return pieces
}
