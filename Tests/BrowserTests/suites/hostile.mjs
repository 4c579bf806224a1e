// Playbooks with hostile texts in every place: they become pages that hold the texts, and nothing else.

import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { asRead, diagramsIn, faultOfDrawing } from '../checks/mermaid.mjs'
import { figures } from '../checks/figures.mjs'
import { links } from '../checks/links.mjs'
import { markup } from '../checks/markup.mjs'
import { names } from '../checks/names.mjs'
import { messages, requests } from '../checks/quiet.mjs'
import { width } from '../checks/width.mjs'
import { looks } from '../harness/browser.mjs'
import { Dice, seed } from '../harness/dice.mjs'
import { expectNone } from '../harness/expectations.mjs'
import { fileWith } from '../harness/hostile-playbook.mjs'
import { hostileText } from '../harness/hostile-texts.mjs'
import { withMermaid } from '../harness/mermaid-page.mjs'
import { addressOf, build, folder } from '../harness/playbooks.mjs'

const count = 200

/** Every so many public pages are looked at: they have one form and few fields. All are, where time does not matter. */
const publicStep = process.env.DECORUM_LONG ? 1 : 4

/** How many elements of the kinds that end or begin a page's own parts there are; texts change none of it. */
const skeleton = ({ browser }) => browser.run(() => Object.fromEntries(['script', 'style', 'meta', 'main', 'nav', 'h1', 'h2', 'svg',
  'form', 'input', 'textarea', 'select', 'button', 'dialog'].map(name => [name, document.querySelectorAll(name).length])))

async function canary({ browser }) {
  return await browser.run(() => 'decorumCanary' in window) ? ['a text was run as a script'] : []
}

export function hostilePlaybooksAreHarmless(open) {
  const dice = new Dice(seed), sources = join(folder, 'hostile-sources')
  console.log(`hostile playbooks: DECORUM_SEED=${seed}`)
  mkdirSync(sources)
  const source = (name, text) => {
    const path = join(sources, `${name}.yaml`)
    writeFileSync(path, fileWith(name, text))
    return path
  }
  const hostile = Array.from({ length: count }, (_, number) => source(`hostile-${number}`, () => hostileText(dice)))
  const output = build('hostile', [source('plain', key => `Word ${key.replaceAll('.', ' ')}`), ...hostile])
  const plain = kind => addressOf(join(output, `plain${kind}`))

  for (const kind of ['.html', '.house-rules.html']) {
    test(`hostile playbooks, ${kind}: no element, no attribute and no script but ours`, async () => {
      const { browser } = await open(plain(kind))
      const wanted = await skeleton({ browser })
      // The page's policy would stop what got in; here nothing but the writing itself does.
      await browser.driver.devTools('Page.setBypassCSP', { enabled: true })
      try {
        for (const number of hostile.keys()) {
          if (kind !== '.html' && number % publicStep > 0) continue
          const page = await open(addressOf(join(output, `hostile-${number}${kind}`)), looks[number % looks.length])
          await expectNone(page, [canary, messages, requests, markup, names, links, width, figures])
          assert.deepEqual(await skeleton(page), wanted, page.address)
        }
      } finally {
        await browser.driver.devTools('Page.setBypassCSP', { enabled: false })
      }
    })
  }

  test(`${count} hostile playbooks: Mermaid reads each diagram as that of a plain one, and draws it`, async () => {
    const { browser } = await open('about:blank')
    await withMermaid(browser, async () => {
      const plainly = await allRead(browser, join(output, 'plain.md'))
      assert.ok(plainly.length > 0 && plainly.every(diagram => diagram.fault === null))
      for (const number of hostile.keys()) {
        const path = join(output, `hostile-${number}.md`)
        assert.deepEqual(await allRead(browser, path), plainly, path)
        // To draw takes longer than to read.
        if (number % 10 > 0) continue
        for (const diagram of diagramsIn(path)) assert.equal(await faultOfDrawing(browser, diagram), null, diagram)
      }
      assert.deepEqual(await canary({ browser }), [])
    })
  })
}

async function allRead(browser, path) {
  const read = []
  for (const diagram of diagramsIn(path)) read.push(await asRead(browser, diagram))
  return read
}
