// axe-core 4: WCAG 2.2, levels A and AA, and what it calls best practice.

import { readFileSync } from 'node:fs'
import { axe } from '../harness/tools.mjs'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function accessibility({ browser }, { only } = {}) {
  if (!(await browser.run(() => 'axe' in window))) await browser.run(`function () { ${readFileSync(axe(), 'utf8')} }`)
  const found = await browser.run(async (tags, chosen) => {
    const runOnly = chosen ? { type: 'rule', values: chosen } : { type: 'tag', values: tags }
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] })
    return violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map(node => node.target.join(' ')),
      why: nodes[0].failureSummary }))
  }, rules, only ?? null)
  return found.map(({ id, help, places, why }) =>
    `${id}: ${help}, at ${places.length} places: ${places.slice(0, 3).join(', ')}; ${why.replaceAll('\n', ' ')}`)
}
