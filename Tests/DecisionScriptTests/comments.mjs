// Comments for comparisons: texts from files of NDJSON, with facts, histories and modes made up for a program.

import { readFileSync } from 'node:fs'

/** Numbers from a seed (mulberry32), so that a difference can be met again. */
export function seeded(seed) {
  let state = seed
  const next = () => {
    state = state + 0x6D2B79F5 | 0
    let mixed = Math.imul(state ^ state >>> 15, 1 | state)
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32
  }
  return {
    next,
    below: count => Math.floor(next() * count),
    chance: share => next() < share,
    one: list => list[Math.floor(next() * list.length)],
  }
}

/** The texts of a file of NDJSON, or of a JSON list of texts; at most so many, spread over the file. */
export function textsOf(path, most) {
  const content = readFileSync(path, 'utf8')
  const isList = content.trimStart().startsWith('[')
  const all = isList ? JSON.parse(content) : content.split('\n').filter(line => line).map(line => JSON.parse(line))
  const texts = all.flatMap(each => typeof each === 'string' ? [each] : [each.text, each.original, each.base])
    .filter(text => typeof text === 'string')
  const step = Math.max(1, texts.length / most)
  return Array.from({ length: Math.min(texts.length, most) }, (_, place) => texts[Math.floor(place * step)])
}

const instants = [
  '2026-12-01T09:59:59Z', '2026-11-30', '2026-12-25 12:00', '2027-03-28T01:30', '2026-10-25T01:30:00', '2024-02-29T23:59Z',
  '2026-12-05T22:15:00.5+01:00', '2026-06-15T07:00:00-0930',
]

/** A comment on a text, as a caller may give it for a program. */
export function commentOn(text, id, program, random) {
  const { rules } = program
  const comment = { id: random.chance(0.8) ? `c-${id}` : undefined, text }
  const facts = {}
  for (const fact of rules.facts) if (random.chance(0.4)) facts[fact.name] = valueOf(fact, program, random)
  if (Object.keys(facts).length) comment.facts = facts
  if (random.chance(0.6)) comment.history = historyFor(rules, random)
  if (rules.modes.length && random.chance(0.5)) comment.modes = rules.modes.filter(() => random.chance(0.5))
  if (rules.brakes.length && random.chance(0.5)) {
    comment.brakes = Object.fromEntries(rules.brakes.map(brake => [brake.action, random.below(brake.atMost * 2 + 1)]))
  }
  if (random.chance(0.1)) comment.now = random.one(instants)
  return JSON.stringify(comment)
}

function valueOf({ name, type }, program, random) {
  const texts = program.rules.channels.map(channel => channel.name)
  const words = ['private', 'public', 'staff', 'moderator', 'customer', 'press', 'en', 'Private', 'É', ...texts]
  const written = () => random.chance(0.5) ? random.one(words) : program.text(random.below(program.textCount))
  switch (type) {
    case 'number': return random.one([0, 1, 2, 3, 5, 10, 12000, 0.5, 1e21, 4.25, -1])
    case 'yes_no': return random.chance(0.5)
    case 'word': return name === 'post.channel' && texts.length ? random.one(texts) : written()
    case 'words': return random.chance(0.3) ? written() : Array.from({ length: random.below(3) }, written)
    case 'duration': return random.one([0, 60, 86400, 3600.5, '3 days', '1.5 hours', '90 seconds', '2 weeks'])
    case 'instant': return random.one(instants)
    case 'identity': return random.one(['u1', 'u2', 'staff'])
    default: return random.one(['Bob', 'Zoë  \n Q.', 'ßig?', 'Ann\u0300 of a very long name that goes on and on', written()])
  }
}

function historyFor(rules, random) {
  const history = {}
  for (const { name, rungs } of rules.ladders) {
    if (random.chance(0.3)) continue
    const strikes = random.below(8), done = rungs.map(rung => rung.name).filter(() => random.chance(0.5))
    history[name] = random.chance(0.5) ? strikes : { strikes, done }
  }
  if (random.chance(0.3)) history.comments = instants.filter(() => random.chance(0.5))
  if (random.chance(0.3)) history.same_text = instants.filter(() => random.chance(0.3))
  if (random.chance(0.5)) {
    const anchors = [...rules.categories, ...rules.escalations].map(each => each.place.anchor)
    history.said = Object.fromEntries(anchors.map(anchor => [anchor, random.below(3)]))
  }
  return history
}
