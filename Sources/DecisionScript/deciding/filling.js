import { durationText } from '../time/lengths.js'
import { instantText } from '../time/instants.js'
import { numberText } from '../json/numbers.js'
import { utf8 } from '../text/scalars.js'

/** The value of a fact as a sentence shows it. */
export function factText(type, value) {
  switch (type) {
    case 'number': return numberText(value)
    case 'yes_no': return value ? 'yes' : 'no'
    case 'word':
    case 'words': return value.map(word => word.written).join(', ')
    case 'duration': return durationText(value)
    case 'instant': return instantText(value)
    default: return value
  }
}

/** The value of a fact as a decision gives it. Words are a list where the fact may have several. */
export function factValue(type, value) {
  if (value === undefined || type === 'number' || type === 'yes_no') return value
  return type === 'words' ? value.map(word => word.written) : factText(type, value)
}

/**
 * One of the wordings of a clause, its facts filled in; nothing where there is none.
 *
 * Which one depends on the clause, the comment and what the author was told last, so that replies vary and yet are
 * always the same. One that needs a fact which is not given is passed over; if none is left, the fact becomes a blank.
 */
export function say(wordings, anchor, situation) {
  if (wordings.length === 0) return undefined
  const { comment, text } = situation
  const isGiven = ({ fact }) => fact === undefined || situation.fact(fact) !== undefined
  const isUsable = place => wordings[place].every(isGiven)
  const usable = [...wordings.keys()].filter(isUsable)
  const choices = usable.length ? usable : [...wordings.keys()]
  const seed = comment.id ?? (text.wasCut ? text.excerpt(0, text.length) : comment.text)
  const picked = hashModulo(utf8(`${anchor}\0${seed}`), choices.length)
  const isWorn = comment.said.get(anchor) === choices[picked]
  return filled(wordings[choices[isWorn ? (picked + 1) % choices.length : picked]], situation)
}

function filled(wording, situation) {
  const { rules, places } = situation.program
  return wording.map(({ text, fact, blank }) => {
    if (text !== undefined) return text
    const value = blank === undefined ? situation.fact(fact) : undefined
    return value === undefined ? `[${blank ?? fact}]` : factText(rules.facts[places.facts.get(fact)].type, value)
  }).join('')
}

/** The remainder of the hash FNV-1a of 64 bits (Fowler, Noll and Vo), which is kept in two halves. */
export function hashModulo(bytes, divisor) {
  let high = 0xCBF29CE4, low = 0x84222325
  for (const byte of bytes) {
    // The prime is 2^40 + 0x1B3.
    low = (low ^ byte) >>> 0
    const product = low * 0x1B3
    high = high * 0x1B3 + low * 256 + Math.floor(product / 2 ** 32) >>> 0
    low = product >>> 0
  }
  return (high % divisor * (2 ** 32 % divisor) + low) % divisor
}
