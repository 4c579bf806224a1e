// The documents as their readers have them: see README.md in this folder.

import { after, before, test } from 'node:test'
import { Browser } from './harness/browser.mjs'
import { build, files, shipped } from './harness/playbooks.mjs'
import { skip } from './harness/tools.mjs'
import { boxesAreAsked } from './suites/box.mjs'
import { checkersAreAsked, diagramsAreDrawn } from './suites/checkers.mjs'
import { faultsAreFound } from './suites/faults.mjs'
import { hostilePlaybooksAreHarmless } from './suites/hostile.mjs'
import { pagesAreRead } from './suites/pages.mjs'
import { watchedPagesFollow } from './suites/watching.mjs'

/** One browser for all: to start it takes longer than to look at a page. */
let browser
const open = async (address, look = { width: 1440, scheme: 'light' }) => {
  await browser.open(address, look)
  return { browser, address, look }
}

if (skip) {
  test('the documents as their readers have them', { skip })
} else {
  before(async () => { browser = await Browser.start() })
  after(() => browser?.quit())
  faultsAreFound(open)
  const site = build('site', shipped), html = files(site, '.html'), markdown = files(site, '.md')
  const askCheckers = checkersAreAsked(html, markdown)
  pagesAreRead(open, html)
  boxesAreAsked(open, html)
  diagramsAreDrawn(open, markdown)
  watchedPagesFollow(open)
  hostilePlaybooksAreHarmless(open)
  askCheckers()
}
