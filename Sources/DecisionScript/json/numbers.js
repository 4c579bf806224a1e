/**
 * The one way in which Decorum prints numbers: the fewest digits that read back as the same binary64, without an
 * exponent and without a trailing `.0`. A number that is not finite, which JSON does not have, is `null`.
 */
export function numberText(number) {
  if (!Number.isFinite(number)) return 'null'
  const text = String(number || 0)
  const [mantissa, exponent] = text.split('e')
  return exponent ? withoutExponent(mantissa, Number(exponent)) : text
}

function withoutExponent(mantissa, exponent) {
  const sign = mantissa[0] === '-' ? '-' : ''
  const [whole, fraction = ''] = mantissa.slice(sign.length).split('.')
  const digits = whole + fraction
  const point = whole.length + exponent
  return sign + (point <= 0 ? '0.' + '0'.repeat(-point) + digits : digits.padEnd(point, '0'))
}
