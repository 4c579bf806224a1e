const base = 36, least = 1, most = 26
const last = 0x10FFFF

/** The text of what stands behind `xn--` (RFC 3492); nothing where it is not well formed. */
export function decodedPunycode(name) {
  const dash = name.lastIndexOf('-')
  const characters = Array.from(name.slice(0, Math.max(dash, 0)), each => each.codePointAt(0))
  const digits = Array.from(name.slice(dash + 1))
  let scalar = 128, place = 0, bias = 72
  while (digits.length) {
    const distance = nextNumber(digits, bias)
    if (distance === undefined) return undefined
    const count = characters.length + 1
    bias = adapted(distance, count, place === 0)
    scalar += Math.floor((place + distance) / count)
    if (scalar > last) return undefined
    place = (place + distance) % count
    characters.splice(place++, 0, scalar)
  }
  return characters.map(textOfScalar).join('')
}

const textOfScalar = scalar => (scalar & 0x1FF800) === 0xD800 ? '\uFFFD' : String.fromCodePoint(scalar)

/** A number whose digits say themselves where it ends. */
function nextNumber(digits, bias) {
  let number = 0, weight = 1
  for (let round = base; digits.length; round += base) {
    const digit = digitOf(digits.shift())
    if (digit < 0) return undefined
    number += digit * weight
    const threshold = Math.min(Math.max(round - bias, least), most)
    if (number > 0x7FFFFFFF) return undefined
    if (digit < threshold) return number
    weight *= base - threshold
    if (weight > 0x7FFFFFFF) return undefined
  }
  return undefined
}

const digitOf = letter => 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(letter)

function adapted(start, count, isFirst) {
  let distance = Math.floor(isFirst ? start / 700 : start / 2)
  distance += Math.floor(distance / count)
  let rounds = 0
  while (distance > (base - least) * most / 2) {
    distance = Math.floor(distance / (base - least))
    rounds += base
  }
  return rounds + Math.floor((base - least + 1) * distance / (distance + 38))
}
