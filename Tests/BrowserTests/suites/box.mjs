// The box of each internal page: it answers as the command does, to eyes, hands and ears.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { accessibility, isLookOfAxe } from '../checks/accessibility.mjs'
import { answersOfBox, asCommanded, asDecided, asTested } from '../checks/asking.mjs'
import { messages } from '../checks/quiet.mjs'
import { width } from '../checks/width.mjs'
import { looks } from '../harness/browser.mjs'
import { expectNone } from '../harness/expectations.mjs'
import { addressOf, command, shipped } from '../harness/playbooks.mjs'

const long = 'WHY IS NOBODY ANSWERING? My parcel never arrived, you idiots, see you in court! '
  + 'https://prize.example/a-very-long-address-that-has-no-place-at-which-it-could-be-broken-into-two-lines '.repeat(2)

export function boxesAreAsked(open, pages) {
  for (const [place, path] of pages.entries()) {
    if (!hasBox(path)) continue
    const name = basename(path), address = addressOf(path)
    test(`${name}: the box answers every example as the command does`, async () => {
      const page = await open(address), answers = await answersOfBox(page)
      const faults = [
        ...asDecided(answers, command, programOf(path)), ...asCommanded(answers, command, programOf(path)),
        ...asTested(answers, command, folderOf(path)), ...await messages(page),
      ]
      assert.equal(faults.length, 0, faults.slice(0, 5).join('\n'))
      assert.deepEqual(spoiled(answers[0]).map(each => each(path).length > 0), [true, true, true, true, true])
    })
    for (const look of looks) {
      test(`${name}: the box and its answer, ${look.width} pixels wide, ${look.scheme}`, async () => {
        const page = await open(address, look)
        assert.ok(await page.browser.run(filled, long), 'there is no answer')
        await expectNone(page, isLookOfAxe(look, place) ? [width, messages, accessibilityOfBox] : [width, messages])
      })
    }
    test(`${name}: the box is asked with keys alone, and its answer is said`, async () => {
      const page = await open(address), { browser } = page
      await browser.run(() => document.querySelector('#ask\\:text').focus())
      await browser.type('Hello')
      assert.match(await summaryWhen(browser, text => text !== ''), /\.$/)
      assert.equal(await browser.run(() => document.querySelector('#ask\\:box [role="status"]').getClientRects().length), 1)
      assert.deepEqual(await browser.run(() => document.activeElement.id), 'ask:text')
      await browser.run(() => document.querySelector('#ask\\:box [type="reset"]').focus())
      await browser.press('\uE007')
      assert.equal(await summaryWhen(browser, text => text === ''), '')
      assert.equal(await browser.run(() => document.querySelector('#ask\\:text').value), '')
    })
  }
}

/** The rest of the page is looked at without an answer in it, in suites/pages.mjs. */
const accessibilityOfBox = page => accessibility(page, '#ask\\:box')

const hasBox = path => existsSync(programOf(path)) && !path.includes('.house-rules.')

/** Ways in which a box could answer otherwise, each with the check that has to find it. */
const spoiled = answer => [
  path => asDecided([{ ...answer, decision: answer.decision.replace('"stance"', '"sense"') }], command, programOf(path)),
  path => asDecided([{ ...answer, clause: '#category.none' }], command, programOf(path)),
  path => asDecided([{ ...answer, marked: answer.marked + 1 }], command, programOf(path)),
  path => asCommanded([{ ...answer, command: answer.command.replace(/'[^']*'$/, 'hello') }], command, programOf(path)),
  path => asTested([{ ...answer, test: answer.test.replace(/stance: .*/, 'stance: none') }], command, folderOf(path)),
]

const programOf = path => path.replace(/\.html$/, '.decorum')

/** The playbook that a page was made of. */
function folderOf(path) {
  const named = new RegExp(`^playbook: ${basename(path, '.html')}$`, 'm')
  return shipped.find(folder => named.test(readFileSync(join(folder, 'playbook.yaml'), 'utf8')))
}

/** What is said of the decision, once it is as it is waited for. */
async function summaryWhen(browser, isThere) {
  for (let tries = 0; tries < 100; tries++) {
    const text = await browser.run(() => document.querySelector('#ask\\:box [role="status"]').textContent)
    if (isThere(text)) return text
    await new Promise(done => setTimeout(done, 50))
  }
  return undefined
}

/** Within the page: asks, with all of the form and of the answer unfolded. */
async function filled(text) {
  const box = document.getElementById('ask:box')
  box.querySelector('[data-ask="text"]').value = text
  for (const field of box.querySelectorAll('[data-fact$=".id"], [data-strikes]')) field.value = '2'
  for (const details of box.querySelectorAll('details')) details.open = true
  box.dispatchEvent(new Event('change', { bubbles: true }))
  const json = box.querySelector('[data-part="json"]')
  for (let tries = 0; !json.textContent && tries < 500; tries++) await new Promise(done => setTimeout(done, 10))
  return json.textContent !== ''
}
