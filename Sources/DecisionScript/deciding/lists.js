/** Each once, in the order in which they are first met. */
export function eachOnce(items) {
  return [...new Set(items)]
}

/** "a", "a and b", "a, b and c"; nothing where there is nothing. */
export function listText(parts, conjunction) {
  if (parts.length < 2) return parts[0]
  return `${parts.slice(0, -1).join(', ')} ${conjunction} ${parts[parts.length - 1]}`
}

/** "first", "second", …, "13th", "21st". */
export function ordinal(number) {
  const words = [
    'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh',
    'twelfth',
  ]
  const isTeen = number % 100 > 10 && number % 100 < 14
  return words[number - 1] ?? `${number}${!isTeen && ['th', 'st', 'nd', 'rd'][number % 10] || 'th'}`
}
