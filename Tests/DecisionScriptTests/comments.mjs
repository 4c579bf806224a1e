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
  const all = isList ? JSON.parse(content) : content.split('\n').filter(line => line).flatMap(parsed)
  const texts = all.flatMap(each => typeof each === 'string' ? [each] : [each.text, each.original, each.base])
    .filter(text => typeof text === 'string')
  const step = Math.max(1, texts.length / most)
  return Array.from({ length: Math.min(texts.length, most) }, (_, place) => texts[Math.floor(place * step)])
}

const instants = [
  '2026-12-01T09:59:59Z', '2026-11-30', '2026-12-25 12:00', '2027-03-28T01:30', '2026-10-25T01:30:00',
  '2024-02-29T23:59Z',
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
    default: return random.one(['Bob', 'Zoë  \n Q.', 'ßig?', 'Ann\u0300 of a very long name that goes on and on',
      written()])
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

const pieces = [
  ' ', '\n', '\n>', '>', '. ', '! ', '?', '。', "'", "'s", '\u2019s', "''", '*', '**', '-', '\u2013', '"', '\u201C',
  '_', '.', '…',
  '\u0301', '\u0300\u0323', '\u0345', '\u20E3', '\uFE0F', '\uFE0E', '\u200D', '\u200B', '\u00AD', '\u0338', '\u0483',
  '\u3099',
  '\uFF9E', '\uFF21', '\uFB03', 'ß', 'ẞ', 'İ', 'ı', 'I', 'l', '1', '0', '@', '$', '!', '|', '\u0131', 'ſ', '\u212A',
  'é', 'É',
  'ё', 'а', 'о', 'ѕ', 'Ω', 'ς', 'Σ', '\u1112\u1161\u11AB', '한', 'ᄒ', '見', 'て', 'ไทย', '\u0E31', 'ကျ', '😀',
  '👩\u200D👩\u200D👧',
  '🇬🇧', '🇬', '1\uFE0F\u20E3', '#\u20E3', '👍🏽', '☺', '©', '™\uFE0F', '🏴\u{E0067}\u{E0062}\u{E007F}', '🅱', 'ⓐ', '𝐚', '𝕀',
  'http://', 'https://a.example/x?y', 'www.', 'bit.ly/', 'xn--', 'a.b:80/', '#tag', '@name', ' #', '(', ')', '[',
  '\u00A0', '\u3000',
  '\u2028', '\u0085', '\r\n', '\0', '\uFFFD', '\u{10FFFF}', '¼', 'ŉ', '\u0149', '\uFDFA', 'ǆ', '！', '？', '\u0600',
  '\u0D4E',
]

/** A text changed in some places: letters doubled, spelled out, large or small, and pieces put in. */
export function mutated(text, random) {
  let characters = Array.from(text).slice(0, 400)
  for (let left = 1 + random.below(6); left > 0; left--) {
    const place = random.below(characters.length + 1), end = Math.min(characters.length, place + 1 + random.below(8))
    const part = characters.slice(place, end)
    const changed = [
      () => [random.one(pieces), ...part], () => part.map(each => each.toUpperCase()),
      () => part.flatMap(each => [each, each]),
      () => part.flatMap(each => [each, '.']), () => part.flatMap(each => [each, ' ']), () => part.slice(1),
      () => [...part, random.one(pieces)], () => part.map(each => ({ i: '1', o: '0', a: '@', e: '3', s: '$',
      l: 'I' })[each] ?? each),
      () => part.map((each, at) => at > 0 ? '*' : each), () => part.flatMap(each => [each, random.one(pieces)]),
    ]
    characters = [...characters.slice(0, place), ...random.one(changed)(), ...characters.slice(end)]
  }
  return characters.join('')
}

/** What stands on a line; nothing where it is no JSON. */
function parsed(line) {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
