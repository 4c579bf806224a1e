// The page on paper: numbered pages, nothing cut off, nothing hidden in it, no heading without what it heads.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from '../harness/playbooks.mjs'
import { pagesOfPDF } from '../harness/tools.mjs'

export async function paper({ browser, address }) {
  await browser.open(address)
  const headings = await browser.run(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => {
    const words = heading.cloneNode(true)
    words.querySelectorAll('button, [aria-hidden=true], svg').forEach(element => element.remove())
    return words.textContent
  }))
  const words = await browser.run(() => {
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), words = new Set()
    // A table that is too wide for paper is written as cards, which name what they hold themselves.
    const onScreenOnly = 'thead, button, form, noscript, script, style, title, desc, [hidden], [role=status]'
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement.closest(onScreenOnly)) continue
      for (const word of texts.currentNode.data.match(/\p{L}{4,}/gu) ?? []) words.add(word)
    }
    return [...words]
  })
  const path = join(folder, 'printed.pdf')
  writeFileSync(path, await browser.printed())
  return faultsOf(pagesOfPDF(path), { headings, words })
}

const plain = text => text.replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, '')

function faultsOf(pages, { headings, words }) {
  const titles = new Set(headings.map(plain)), all = plain(pages.join(' '))
  const lines = pages.map(page => page.split('\n').map(line => line.trim()).filter(line => line !== ''))
  return [
    ...lines.flatMap((page, place) => new RegExp(`(^|\\D)${place + 1}(\\D|$)`).test(page.at(-1) ?? '') ? []
      : [`page ${place + 1} of ${pages.length} has no number: its last line is “${page.at(-1) ?? ''}”`]),
    ...lines.flatMap((page, place) => titles.has(plain(page.at(-2) ?? '')) && place + 1 < pages.length
      ? [`“${page.at(-2)}” is the last on page ${place + 1}`] : []),
    ...lines.flatMap((page, place) => page.length < 2 ? [`page ${place + 1} is empty`] : []),
    ...words.filter(word => !all.includes(word)).map(word => `“${word}” is not on paper: it is hidden, or over the edge`),
  ].slice(0, 10)
}
