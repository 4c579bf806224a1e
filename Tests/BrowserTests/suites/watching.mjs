// A page that is open while its playbook is written: it follows each save, and shows what is wrong above all.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { addressOf, command, folder, shipped } from '../harness/playbooks.mjs'

export function watchedPagesFollow(open) {
  test('a page that is open follows its playbook, with the findings on top while there are any', async () => {
    const { playbook, file, page, end } = await watchedPlaybook()
    try {
      const { browser } = await open(addressOf(page))
      const text = readFileSync(file, 'utf8')
      assert.equal(await until(browser, () => document.querySelector('.findings').hidden), true)

      writeFileSync(file, text.replace(/^title: .*$/m, 'title: The watched playbook'))
      assert.equal(await until(browser, () => document.querySelector('h1').textContent.includes('The watched playbook')), true)

      writeFileSync(file, text.replace(/^title: .*$/m, 'titel: The watched playbook'))
      assert.equal(await until(browser, () => {
        const banner = document.querySelector('.findings')
        return !banner.hidden && banner.textContent.includes('titel') && banner.getBoundingClientRect().top === 0
      }), true, `nothing is said of what is wrong in ${playbook}`)

      writeFileSync(file, text)
      assert.equal(await until(browser, () => document.querySelector('.findings').hidden), true)
      assert.equal(await until(browser, () => !document.querySelector('h1').textContent.includes('The watched')), true)
    } finally {
      await end()
    }
  })
}

/** A copy of a shipped playbook that is built at each save, until `end`. */
async function watchedPlaybook() {
  const playbook = join(folder, 'watched'), output = join(folder, 'watched-pages')
  cpSync(shipped.find(path => basename(path) === 'harbour-coffee'), playbook, { recursive: true })
  const builder = spawn(command, ['build', playbook, '--output', output, '--watch'], { stdio: 'ignore' })
  const ended = new Promise(done => builder.once('exit', done))
  const page = join(output, 'harbour-coffee.html')
  for (let tries = 0; !existsSync(page) && tries < 400; tries++) await pause(50)
  return {
    playbook, file: join(playbook, 'playbook.yaml'), page,
    end: () => { builder.kill('SIGINT'); return ended },
  }
}

/** Whether the page comes to be so; while it is being loaded anew nothing can be asked of it. */
async function until(browser, isSo) {
  for (let tries = 0; tries < 300; tries++) {
    if (await browser.run(isSo).catch(() => false)) return true
    await pause(50)
  }
  return false
}

const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds))
