import { numberText } from '../json/numbers.js'
import { lengthText } from '../time/lengths.js'

/** `7 days`, `1 day or 7 days`, `between 30 and 90 days`, `until resolved`. */
export function durationWords({ kind, lengths }) {
  const texts = lengths.map(lengthText)
  if (kind === 'untilResolved') return 'until resolved'
  return kind === 'between' ? `between ${shortened(lengths)} and ${texts[1]}` : texts.join(' or ')
}

/** As a summary says it: "for 7 days", "for 30 to 90 days", "until it is resolved". */
export function summaryOfDuration({ kind, lengths }) {
  const texts = lengths.map(lengthText)
  if (kind === 'untilResolved') return 'until it is resolved'
  return 'for ' + (kind === 'between' ? `${shortened(lengths)} to ${texts[1]}` : texts.join(' or '))
}

/** The first of two lengths, without its unit where the second has the same. */
function shortened([first, last]) {
  return first.unit === last.unit ? numberText(first.count) : lengthText(first)
}

/** The earliest end of an action that begins at an instant; nothing where only an event ends it. */
export function earliestEnd({ lengths }, start, situation) {
  return lengths.length ? Math.min(...lengths.map(length => situation.endOf(length, start))) : undefined
}
