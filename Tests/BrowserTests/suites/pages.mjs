// Every page of every shipped playbook, as its readers have it.

import { basename } from 'node:path'
import { test } from 'node:test'
import { accessibility, isLookOfAxe } from '../checks/accessibility.mjs'
import { contents } from '../checks/contents.mjs'
import { copying } from '../checks/copying.mjs'
import { figures } from '../checks/figures.mjs'
import { keyboard } from '../checks/keyboard.mjs'
import { links } from '../checks/links.mjs'
import { markup } from '../checks/markup.mjs'
import { names } from '../checks/names.mjs'
import { paper } from '../checks/paper.mjs'
import { messages, requests } from '../checks/quiet.mjs'
import { scriptless } from '../checks/scriptless.mjs'
import { search } from '../checks/search.mjs'
import { width } from '../checks/width.mjs'
import { looks } from '../harness/browser.mjs'
import { expectNone } from '../harness/expectations.mjs'
import { addressOf } from '../harness/playbooks.mjs'

const inEveryLook = [messages, requests, width, figures]
const once = [names, links, markup, messages, requests]
const inUse = [search, contents, copying, keyboard, scriptless, paper]

export function pagesAreRead(open, pages) {
  for (const [place, path] of pages.entries()) {
    const name = basename(path), address = addressOf(path)
    for (const look of looks) {
      test(`${name}, ${look.width} pixels wide, ${look.scheme}`, async () => {
        const page = await open(address, look)
        await expectNone(page, isLookOfAxe(look, place) ? [...inEveryLook, accessibility] : inEveryLook)
      })
    }
    test(`${name}: every name and link resolves, and all of it is ours`, async () => {
      await expectNone(await open(address), once)
    })
    for (const check of inUse) {
      test(`${name}: ${check.name}`, async () => {
        const page = await open(address)
        await expectNone(page, [check, messages])
      })
    }
  }
}
