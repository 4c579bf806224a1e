import { dot, isClosing, isLetter, isLetterOrDigit, isOfWord, isUnspaced, isWhiteSpace, letterW, slash } from './kinds.js'

const [dash, colon, bracket] = [0x2D, 0x3A, 0x5B]

/**
 * Finds the links of a text as written, in order, as starts and ends one after the other: what begins with `http://`,
 * `https://` or `www.`, and a bare host with a path. Each runs up to white space, less closing punctuation.
 */
export class Links {
  constructor(characters) {
    this.characters = characters
  }

  find(scalars, length) {
    const links = []
    this.scalars = scalars
    this.length = length
    for (let at = 0, sign = this.signFrom(0); sign < length; sign = this.signFrom(at)) {
      for (at = Math.max(at, this.startOfStretch(sign)); at <= sign;) {
        const end = this.endOfLinkFrom(at)
        if (end > at) links.push(at, end)
        at = Math.max(at + 1, end)
      }
    }
    return links
  }

  /** The next slash, or dot after a `w`: every link has one, and no white space before it. */
  signFrom(start) {
    const { scalars, length } = this
    for (let at = start; at < length; at++) {
      const scalar = scalars[at]
      if (scalar === slash || scalar === dot && at > 0 && (scalars[at - 1] | 32) === letterW) return at
    }
    return length
  }

  /** Where the characters begin that stand before a place without white space. */
  startOfStretch(place) {
    let start = place
    while (start > 0 && !(this.kind(start - 1) & isWhiteSpace)) start--
    return start
  }

  kind(at) {
    return this.characters.kind(this.scalars[at])
  }

  /** Where the link ends that begins at a place; 0 where none does. */
  endOfLinkFrom(start) {
    const scheme = this.endOf('http://', start) || this.endOf('https://', start)
    if (scheme) return this.endAfterHost(scheme)
    if (!this.isStartOfHost(start)) return 0
    const www = this.endOf('www.', start)
    if (www) return this.endAfterHost(www)
    return this.startsWithHostAndPath(start) ? this.endOfLink(start) : 0
  }

  /** A link needs a host: at the least a letter or digit, or the bracket of an address. */
  endAfterHost(host) {
    if (host >= this.length) return 0
    return this.kind(host) & isLetterOrDigit || this.scalars[host] === bracket ? this.endOfLink(host) : 0
  }

  endOfLink(start) {
    let end = start
    while (end < this.length && !(this.kind(end) & isWhiteSpace)) end++
    while (end > start + 1 && this.kind(end - 1) & isClosing) end--
    return end
  }

  /** Where a beginning ends if it stands at a place, in any case; else 0. */
  endOf(beginning, start) {
    if (start + beginning.length > this.length) return 0
    for (let at = 0; at < beginning.length; at++) {
      const scalar = this.scalars[start + at]
      const small = scalar >= 0x41 && scalar <= 0x5A ? scalar + 32 : scalar
      if (small !== beginning.charCodeAt(at)) return 0
    }
    return start + beginning.length
  }

  /** A host, perhaps with a port, and a slash: `bit.ly/x`. The last of its names is of letters, two at the least. */
  startsWithHostAndPath(start) {
    let end = start, last = start, names = 0
    for (; end < this.length; end++) {
      const isDot = this.scalars[end] === dot && end + 1 < this.length && this.isNameCharacter(end + 1)
      if (isDot) {
        if (end > last) names++
        last = end + 1
      } else if (!this.isNameCharacter(end)) break
    }
    return names > 0 && end - last >= 2 && this.isDomain(last, end) && this.isPath(end)
  }

  isDomain(start, end) {
    // `xn--…` is a name in other letters.
    if (end - start >= 4 && this.endOf('xn--', start)) return true
    for (let at = start; at < end; at++) if (!(this.kind(at) & isLetter)) return false
    return true
  }

  isPath(end) {
    let at = end
    if (this.scalars[at] === colon && at < this.length) {
      at++
      while (at < this.length && this.scalars[at] >= 0x30 && this.scalars[at] <= 0x39) at++
      if (at === end + 1) return false
    }
    return at < this.length && this.scalars[at] === slash
  }

  isStartOfHost(start) {
    if (!this.isNameCharacter(start) || this.scalars[start] === dash) return false
    if (start === 0) return true
    if (this.scalars[start - 1] === dot) return start === 1 || !this.isNameCharacter(start - 2)
    return !this.isNameCharacter(start - 1)
  }

  /** Letters of scripts without spaces are left out: `見てbit.ly/x` has the host `bit.ly`. */
  isNameCharacter(at) {
    const kind = this.kind(at)
    return this.scalars[at] === dash || (kind & isOfWord) !== 0 && !(kind & isUnspaced)
  }
}
