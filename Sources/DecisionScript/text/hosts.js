import { decodedPunycode } from './punycode.js'

const separators = /[/\\?#]/

/** The hosts that a program looks for, by their names; a link to what is below one of them leads to it too. */
export class Hosts {
  constructor(cells) {
    this.termsOf = new Map()
    let at = 1
    for (let left = cells[0] ?? 0; left > 0; left--) {
      const term = cells[at], names = []
      let count = cells[at + 1]
      for (at += 2; count > 0; count--) {
        names.push(String.fromCodePoint(...cells.subarray(at + 1, at + 1 + cells[at])))
        at += 1 + cells[at]
      }
      const host = names.join('.')
      this.termsOf.set(host, [...this.termsOf.get(host) ?? [], term])
    }
  }

  /** Reports the first link to each of some hosts. */
  find(first, count, text, found) {
    for (let link = 0; link < text.links.length; link += 2) {
      const [start, end] = [text.links[link], text.links[link + 1]]
      const names = text.namesOfHost(start, end)
      for (let from = 0; from < names.length; from++) {
        for (const term of this.termsOf.get(names.slice(from).join('.')) ?? []) {
          if (term >= first && term < first + count) found.keepFirst(term, start, end, false)
        }
      }
    }
  }
}

/** The names of the host of a link, taken after any `user@`, without its port; each folded and in its own letters. */
export function namesOfHost(link, fold) {
  const scheme = link.indexOf('://')
  // Only a scheme that links have stands there: no longer than `https`.
  const rest = scheme >= 0 && Array.from(link.slice(0, scheme)).length <= 5 ? link.slice(scheme + 3) : link
  const authority = rest.split(separators)[0]
  const host = withoutPort(authority.slice(authority.lastIndexOf('@') + 1))
  const names = fold(host).split(/[.\u3002]/).map(name => ownLetters(name, fold))
  // `example.com.` is the whole name of `example.com`.
  if (names[names.length - 1] === '') names.pop()
  return names
}

function withoutPort(host) {
  const colon = host.lastIndexOf(':')
  return colon < 0 || host.endsWith(']') ? host : host.slice(0, colon)
}

function ownLetters(name, fold) {
  const decoded = name.startsWith('xn--') ? decodedPunycode(name.slice(4)) : undefined
  return decoded === undefined ? name : fold(decoded)
}
