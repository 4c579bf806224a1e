// Takes the pictures of the README: node Scripts/screens.mjs FOLDER-OF-PAGES FOLDER-OF-PICTURES.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Browser } from '../Tests/BrowserTests/harness/browser.mjs'

const [pages, pictures] = process.argv.slice(2).map(path => resolve(path))
const desk = { light: { width: 1440, scheme: 'light' }, dark: { width: 1440, scheme: 'dark' } }
const phone = { light: { width: 360, scheme: 'light' }, dark: { width: 360, scheme: 'dark' } }

const asked = 'you 1d10ts, my lawyer will see you in court'

/** A picture: its name, its page, how it is looked at, and the place that is shown, where it is not the top. */
const screens = [
  ['at-a-glance', 'harbour-coffee.html', desk.dark, '#at-a-glance'],
  ['ask', 'harbour-coffee.html', desk.light, '#ask'],
  ['category-on-a-phone', 'harbour-coffee.html', phone.dark, '#category.complaint'],
  ['ladder-on-a-phone', 'harbour-coffee.html', phone.light, '#ladder.conduct'],
]

mkdirSync(pictures, { recursive: true })
const browser = await Browser.start()
for (const [name, page, look, place = ''] of screens) {
  await browser.open(pathToFileURL(join(pages, page)) + place, look)
  if (place === '#ask') await ask()
  writeFileSync(join(pictures, `${name}.png`), await browser.screenshot())
}
await browser.quit()

/** Asks what the README asks, at its time, and waits for the answer. */
async function ask() {
  await browser.run(async asked => {
    const box = document.getElementById('ask:box'), answer = box.querySelector('[data-part="view"]')
    box.querySelector('[data-ask="text"]').value = asked
    box.querySelector('[data-ask="now"]').value = '2026-12-02T09:00'
    box.dispatchEvent(new Event('change', { bubbles: true }))
    for (let tries = 0; !answer.textContent && tries < 500; tries += 1) await new Promise(done => setTimeout(done, 10))
  }, asked)
}
