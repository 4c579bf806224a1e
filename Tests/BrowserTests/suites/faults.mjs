// Every check finds what it is there for, and is silent where there is nothing: a check that cannot fail is none.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessibility } from '../checks/accessibility.mjs'
import { figures } from '../checks/figures.mjs'
import { keyboard } from '../checks/keyboard.mjs'
import { links } from '../checks/links.mjs'
import { markup } from '../checks/markup.mjs'
import { names } from '../checks/names.mjs'
import { paper } from '../checks/paper.mjs'
import { messages, requests } from '../checks/quiet.mjs'
import { scriptless } from '../checks/scriptless.mjs'
import { width } from '../checks/width.mjs'
import { write } from '../harness/page.mjs'

const text = 'It says much of nothing, at length and in one line. '.repeat(60)
const drawing = inside => `<svg viewBox="0 0 200 60" role="img"><title>Steps</title>${inside}</svg>`

/** A check, what spoils a page, and what the check says of it. */
const faults = [
  [messages, '<script>console.warn("careful")</script>', /careful/],
  [messages, '<script>nothing()</script>', /nothing is not defined/],
  [messages, '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><img src="a.png" alt="">', /Security/],
  [requests, '<img src="https://decorum.example/a.png" alt="">', /asked for https:\/\/decorum.example\/a.png/],
  [requests, '<script>fetch("https://decorum.example/").catch(() => {})</script>', /asked for https:/],
  [requests, '<img src="missing.png" alt="">', /asked for file:.*missing.png/],
  [width, '<p style="width: 500px">wide</p>', /the page is \d+ pixels wide in a window of 360/],
  [width, '<p style="position: relative; left: -30px">out</p>', /“out” stands from -/],
  [width, `<p style="overflow: hidden; white-space: nowrap">${text}</p>`, /is cut off/],
  [width, '<button style="width: 20px; padding: 0">Search</button>', /“Search” runs out of its box/],
  [names, '<p id="a">a</p><p id="a">b</p>', /“a” is given twice/],
  [names, '<nav aria-labelledby="nobody"></nav>', /aria-labelledby of <nav> names “nobody”/],
  [names, drawing('<path d="M0 0h9" marker-end="url(#tip)"/>'), /marker-end of <path> names “tip”/],
  [links, '<a href="#nowhere">x</a>', /“#nowhere” leads to no place in this page/],
  [links, '<a href="other.html">x</a>', /“other.html” leads to no file/],
  [links, '<a href="page.html?#gone">x</a>', /leads to no place/],
  [links, '<a href="javascript:void(0)">x</a>', /has the scheme javascript:/],
  [accessibility, '<p style="color: #aaa; background: #fff">pale</p>', /^color-contrast/],
  [accessibility, '<button></button>', /^button-name/],
  [accessibility, '<h4>deep</h4>', /^heading-order/],
  [figures, drawing('<text x="150" y="30">a text that is too long</text>'), /is cut off/],
  [figures, drawing('<text x="9" y="30">one</text><text x="12" y="32">another</text>'), /“one” lies on “another”/],
  [figures, drawing('<rect x="NaN" y="0" width="9" height="9"/>'), /a number that is none/],
  [keyboard, '<button style="outline: none">x</button>', /nothing shows that <button> “x”/],
  [keyboard, '<button tabindex="1">x</button>', /does not lead to <main>/],
  [keyboard, '<button>x</button><div style="position: fixed; inset: 0; background: #fff"></div>', /lies under <div>/],
  [keyboard, '<button style="position: absolute; left: -10px; width: 0; padding: 0; border: 0">x</button>', /out of sight/],
  [keyboard, '<input onkeydown="event.preventDefault()">', /does not leave <input>/],
  [keyboard, '<span role="button">x</span>', /can be clicked but not be reached/],
  [paper, '<style>@page { @bottom-center { content: none } }</style><p>a</p>', /page 1 of 1 has no number/],
  [paper, '<h2 style="break-after: auto; margin-top: 235mm">Last</h2><p style="break-before: page">a</p>', /“Last” is the last/],
  [paper, '<details><summary>More</summary><p style="display: none">what nobody sees</p></details>', /“nobody” is not on paper/],
  [paper, '<p style="transform: translateX(300mm); white-space: nowrap">far out of the paper</p>', /“paper” is not on paper/],
  [scriptless, '<button>x</button>', /<button> “x” is offered/],
  [scriptless, '<p id="p">a</p><script>p.textContent = "all of it"</script>', /without scripts/],
  [markup, '<marquee>x</marquee>', /there is a <marquee>/],
  [markup, '<p onclick="x()">x</p>', /<p> has the attribute onclick/],
  [markup, '<a href="javascript:x()">x</a>', /leads to “javascript:x\(\)”/],
]

const look = { width: 360, scheme: 'light' }

export function faultsAreFound(open) {
  for (const [check, body, expected] of faults) {
    test(`${check.name} finds the fault in ${body.slice(0, 70)}`, async () => {
      const page = await open(write(body), look), found = await check(page)
      assert.ok(found.some(fault => expected.test(fault)), `found ${JSON.stringify(found)}`)
    })
  }
  for (const check of new Set(faults.map(([check]) => check))) {
    test(`${check.name} is silent where all is well`, async () => {
      const body = `<p id="a">A <a href="#a">short</a> text.</p>${drawing('<text x="9" y="30">one</text>')}`
      assert.deepEqual(await check(await open(write(body), look)), [])
    })
  }
}
