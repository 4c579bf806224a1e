// Every link leads somewhere: to a name in this page, to a file beside it, to a name in that file.

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The web and mailboxes are out of reach of a test; what else a link may be leads to a file that is there. */
const elsewhere = ['http:', 'https:', 'mailto:', 'tel:']

export async function links({ browser, address }) {
  const hrefs = await browser.run(() => [...document.querySelectorAll('a, area, link[href], [*|href]')]
    .map(element => element.getAttribute('href') ?? element.getAttribute('xlink:href')).filter(href => href !== null))
  const named = new Set(await browser.run(() => [...document.querySelectorAll('[id]')].map(element => element.id)))
  return [...new Set(hrefs)].flatMap(href => fault(href, address, named) ?? [])
}

function fault(href, address, named) {
  let target
  try {
    target = new URL(href, address)
  } catch {
    return [`“${href}” is no address`]
  }
  if (elsewhere.includes(target.protocol)) return null
  if (target.protocol !== 'file:') return [`“${href}” has the scheme ${target.protocol}`]
  const name = decodeURIComponent(target.hash.slice(1))
  target.hash = ''
  if (target.href === address.replace(/#.*/, '')) {
    return name === '' || named.has(name) ? null : [`“${href}” leads to no place in this page`]
  }
  const path = fileURLToPath(target)
  if (!existsSync(path)) return [`“${href}” leads to no file`]
  return name === '' || namesIn(path).has(name) ? null : [`“${href}” leads to no place in that file`]
}

/** The names in a page or in a Markdown document, whose own HTML has them too. */
export function namesIn(path) {
  const text = readFileSync(path, 'utf8')
  return new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(found => found[1]))
}
