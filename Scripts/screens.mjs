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
  ['playbook', 'harbour-coffee.html', desk.light],
  ['at-a-glance', 'harbour-coffee.html', desk.dark, '#at-a-glance'],
  ['ask', 'harbour-coffee.html', desk.light, '#ask'],
  ['category-on-a-phone', 'harbour-coffee.html', phone.dark, '#category.complaint'],
  ['ladder-on-a-phone', 'harbour-coffee.html', phone.light, '#ladder.conduct'],
  ['house-rules-on-a-phone', 'harbour-coffee.house-rules.html', phone.light],
]

mkdirSync(pictures, { recursive: true })
const browser = await Browser.start()
for (const [name, page, look, place = ''] of screens) {
  await browser.open(pathToFileURL(join(pages, page)) + place, look)
  if (place === '#ask') await ask()
  writeFileSync(join(pictures, `${name}.png`), await browser.screenshot())
}
await browser.quit()

/** Types the comment of the README's own example, and waits for the answer. */
async function ask() {
  await browser.click('textarea[data-ask="text"]')
  await browser.type(asked)
  await browser.run(async () => {
    const answer = document.querySelector('[data-part="view"]')
    for (let tries = 0; !answer.textContent && tries < 500; tries += 1) await new Promise(done => setTimeout(done, 10))
    document.activeElement.blur()
    document.getElementById('ask').scrollIntoView()
  })
}
