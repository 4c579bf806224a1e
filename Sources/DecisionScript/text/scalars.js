const encoder = new TextEncoder()

export const utf8 = text => encoder.encode(text)

/** Writes a text as UTF-8 as far as there is room; gives how many bytes it wrote. */
export const encodeInto = (text, bytes) => encoder.encodeInto(text, bytes).written

/** The length of a text in bytes of UTF-8. */
export function utf8Length(text) {
  let length = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) continue
    length += unit < 0x800 || (unit & 0xF800) === 0xD800 ? 1 : 2
  }
  return length
}

/** The text with U+FFFD in place of each surrogate that has no other half. */
export function wellFormed(text) {
  return /[\ud800-\udfff]/u.test(text) ? text.replace(/[\ud800-\udfff]/gu, '\uFFFD') : text
}

/** The text of some bytes. Of ill-formed UTF-8 each byte becomes a surrogate, which stands in no well-formed text. */
export function textOfLine(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return textOfIllFormed(bytes)
  }
}

function textOfIllFormed(bytes) {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const length = lengthOfCharacter(bytes, at)
    if (length) text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at, at + length))
    else text += String.fromCharCode(0xDC00 + bytes[at])
    at += length || 1
  }
  return text
}

/** The length of the well-formed character that begins there (Unicode, table 3-7), or 0. */
function lengthOfCharacter(bytes, at) {
  const lead = bytes[at], second = bytes[at + 1]
  if (lead < 0x80) return 1
  const length = lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0
  const least = lead === 0xE0 ? 0xA0 : lead === 0xF0 ? 0x90 : 0x80
  const most = lead === 0xED ? 0x9F : lead === 0xF4 ? 0x8F : 0xBF
  if (!length || !(second >= least && second <= most)) return 0
  for (let next = at + 2; next < at + length; next++) if ((bytes[next] & 0xC0) !== 0x80) return 0
  return length
}

/** The text of some scalars. */
export function textOf(scalars, from, to) {
  let text = ''
  for (let at = from; at < to; at++) text += String.fromCodePoint(scalars[at])
  return text
}

/** The scalar that begins at a place; U+FFFD for a surrogate that has no other half. */
export function scalarAt(text, at) {
  const scalar = text.codePointAt(at)
  return (scalar & 0x1FF800) === 0xD800 ? 0xFFFD : scalar
}

/** The order of the bytes of two texts in UTF-8: that of their scalars. */
export function compareTexts(one, other) {
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at++) {
    const unit = one.charCodeAt(at), otherUnit = other.charCodeAt(at)
    if (unit !== otherUnit) return inOrderOfScalars(unit) - inOrderOfScalars(otherUnit)
  }
  return one.length - other.length
}

/** Surrogates stand for scalars above all that one unit has. */
function inOrderOfScalars(unit) {
  return (unit & 0xF800) === 0xD800 ? unit + 0x10000 : unit
}
