// What a check finds fails its test, and what the page looked like is kept.

import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './tools.mjs'

const kept = join(root, '.build/browser-faults')

export async function expectNone(page, checks) {
  const faults = []
  for (const check of checks) {
    faults.push(...(await check(page)).map(fault => `${check.name}: ${fault}`))
  }
  if (faults.length === 0) return
  mkdirSync(kept, { recursive: true })
  const screen = join(kept, `${basename(page.address)}-${page.look.width}-${page.look.scheme}.png`)
  writeFileSync(screen, await page.browser.screenshot())
  assert.fail(`${faults.length} faults; the page as it was is ${screen}\n${faults.join('\n')}`)
}
