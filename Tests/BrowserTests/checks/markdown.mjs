// A Markdown document: every link in it resolves, and the names in it are given once.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The parts of a document that are code, in which nothing is a link. */
const withoutCode = text => text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1/gm, '').replace(/(`+)[^`][\s\S]*?\1/g, '')

export function markdownLinks(path) {
  const text = withoutCode(readFileSync(path, 'utf8'))
  const ids = [...text.matchAll(/<a id="([^"]*)">/g)].map(found => found[1]), named = new Set(ids)
  const targets = [...text.matchAll(/(?<!\\)\]\(<?([^)>\s]*)>?\)/g)].map(found => found[1])
  return [
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map(id => `the name “${id}” is given twice`),
    ...[...new Set(targets)].flatMap(target => {
      if (/^(https?:|mailto:)/i.test(target)) return []
      if (target.startsWith('#')) return named.has(decodeURIComponent(target.slice(1))) ? [] : [`“${target}” leads nowhere`]
      return existsSync(join(dirname(path), decodeURIComponent(target.replace(/#.*/, '')))) ? [] : [`“${target}” is no file`]
    }),
  ]
}
