// The page on paper: numbered pages, nothing cut off, nothing hidden in it, no heading without what it heads.

import { execFileSync } from 'node:child_process'
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
  const disclosed = await browser.run(() => [...document.querySelectorAll('main details:not([open])')]
    .map(details => [...details.children].filter(child => child.localName !== 'summary')
      .map(child => child.textContent).join(' ').trim().split(/\s+/).slice(0, 4).join(' ')))
  const path = join(folder, 'printed.pdf')
  writeFileSync(path, await browser.printed())
  return faultsOf(pagesOfPDF(path), { headings, disclosed, boxes: boxesOf(path) })
}

const plain = text => text.replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, '')

function faultsOf(pages, { headings, disclosed, boxes }) {
  const titles = new Set(headings.map(plain)), all = plain(pages.join(' '))
  const lines = pages.map(page => page.split('\n').map(line => line.trim()).filter(line => line !== ''))
  return [
    ...lines.flatMap((page, place) => new RegExp(`(^|\\D)${place + 1}(\\D|$)`).test(page.at(-1) ?? '') ? []
      : [`page ${place + 1} of ${pages.length} has no number: its last line is “${page.at(-1) ?? ''}”`]),
    ...lines.flatMap((page, place) => titles.has(plain(page.at(-2) ?? '')) && place + 1 < pages.length
      ? [`“${page.at(-2)}” is the last on page ${place + 1}`] : []),
    ...lines.flatMap((page, place) => page.length < 2 ? [`page ${place + 1} is empty`] : []),
    ...disclosed.filter(text => !all.includes(plain(text))).map(text => `“${text}…” stays hidden on paper`),
    ...boxes.map(({ page, word }) => `“${word}” stands over the edge of page ${page}`),
  ].slice(0, 10)
}

/** The words that stand outside of their paper. */
function boxesOf(path) {
  const text = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  let page = 0, wide = 0
  return [...text.matchAll(/<page width="([\d.]+)"|<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)"[^>]*>([^<]*)/g)]
    .flatMap(([, width, left, right, word]) => {
      if (width) {
        page += 1
        wide = Number(width)
        return []
      }
      return Number(left) < 0 || Number(right) > wide ? [{ page, word }] : []
    })
}
