// What a reader looks for is found: by titles and by words, with accents or without, by mouse and by keyboard.

import { keys } from '../harness/browser.mjs'

export async function search({ browser, address }) {
  await browser.open(address)
  if (!await browser.run(() => document.querySelector('.find')?.checkVisibility() ?? false)) return ['there is no search']
  return [...await byTitle(browser), ...await byWords(browser), ...await byKeyboard(browser, address)]
}

/** Looks for a thing of each kind by its title, which has to be among the first that are found. */
async function byTitle(browser) {
  return browser.run(() => {
    document.querySelector('.find').click()
    const box = document.querySelector('dialog input[type=search]'), kinds = new Map()
    for (const place of document.querySelectorAll('main .heading > [id], main tr[id]')) {
      const kind = place.id.split('.')[0]
      if (!kinds.has(kind)) kinds.set(kind, place)
    }
    const faults = [...kinds].flatMap(([kind, place]) => {
      const title = (place.querySelector('th') ?? place).cloneNode(true)
      title.querySelectorAll('.number, .source, button').forEach(part => part.remove())
      const words = title.textContent.trim()
      box.value = words
      box.dispatchEvent(new Event('input'))
      const found = [...document.querySelectorAll('dialog .results a')].slice(0, 5)
      return found.some(link => link.hash === `#${place.id}`) ? [] : [`“${words}” does not find ${kind}, #${place.id}`]
    })
    document.querySelector('dialog .close').click()
    return kinds.size === 0 ? ['nothing in the page can be found'] : faults
  })
}

/** Looks for words that stand in the text, in capitals too, and for what stands nowhere. */
async function byWords(browser) {
  return browser.run(() => {
    document.querySelector('.find').click()
    const box = document.querySelector('dialog input[type=search]'), links = () => document.querySelectorAll('dialog .results a')
    const look = words => {
      box.value = words
      box.dispatchEvent(new Event('input'))
      return links().length
    }
    const faults = [], texts = [...document.querySelectorAll('main section p')].map(text => text.textContent)
    const words = [...new Set(texts.flatMap(text => text.match(/\p{L}{5,}/gu) ?? []))].filter((_, place) => place % 7 === 0).slice(0, 20)
    for (const word of words) {
      if (look(word) === 0 || look(word.toUpperCase()) === 0) faults.push(`“${word}” stands in the text and is not found`)
    }
    for (const nonsense of ['xqzvwk', 'complaint xqzvwk', '*', '(', '\\']) {
      if (nonsense.length > 1 && look(nonsense) > 0) faults.push(`“${nonsense}” stands nowhere and is found`)
      look(nonsense)
    }
    look('xqzvwk')
    const said = document.querySelector('dialog [role=status]').textContent
    if (!/\bno\b/i.test(said)) faults.push(`of nothing found it says “${said}”`)
    look('')
    document.querySelector('dialog .close').click()
    return faults
  })
}

/** The way of the keyboard: `/`, some words, down to the result, and Enter leads there. */
async function byKeyboard(browser, address) {
  await browser.open(address)
  const wanted = await browser.run(() => {
    const heading = [...document.querySelectorAll('main section .heading > [id]')].at(-1).cloneNode(true)
    heading.querySelectorAll('.number, button').forEach(part => part.remove())
    return heading.textContent.replace(/[^\p{L}\p{N} ]/gu, ' ').trim()
  })
  const faults = []
  await browser.press('/')
  await browser.type(wanted)
  await browser.press(keys.down, keys.enter)
  const reached = await browser.run(() => ({
    isOpen: document.querySelector('dialog').open, name: location.hash.slice(1), focus: document.activeElement?.id,
  }))
  if (reached.isOpen || !reached.name) faults.push(`“${wanted}”, typed and entered, leads nowhere`)
  else if (reached.focus !== decodeURIComponent(reached.name)) faults.push('whoever follows a result is not where it leads')
  await browser.press('/')
  await browser.press(keys.escape)
  if (await browser.run(() => document.querySelector('dialog').open)) faults.push('Escape does not close the search')
  return faults
}
