// axe-core 4: WCAG 2.2, levels A and AA, and what it calls best practice.

import { readFileSync } from 'node:fs'
import { axe } from '../harness/tools.mjs'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Whether axe looks at the page of that place so. A tablet differs from a telephone in nothing that it knows; of the other
 * looks each page has two, and the pages of a kind have all of them by turns.
 */
export const isLookOfAxe = ({ width, scheme }, place) =>
  width !== 768 && (scheme === 'light') === ((width === 360) === (place % 4 < 2))

/** @param {string} within  The part of the page that is looked at; all of it where nothing else is said. */
export async function accessibility({ browser }, within = ':root') {
  if (!(await browser.run(() => 'axe' in window))) await browser.run(`function () { ${readFileSync(axe(), 'utf8')} }`)
  const found = await browser.run(async (values, within) => {
    const { violations } = await axe.run(within, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
    return violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map(node => node.target.join(' ')),
      why: nodes[0].failureSummary }))
  }, rules, within)
  return found.map(({ id, help, places, why }) =>
    `${id}: ${help}, at ${places.length} places: ${places.slice(0, 3).join(', ')}; ${why.replaceAll('\n', ' ')}`)
}
