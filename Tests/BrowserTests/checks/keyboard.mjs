// Whoever has no mouse comes to everything, in the order in which it is read, and sees where they are.

import { keys } from '../harness/browser.mjs'

/** How many steps of the Tab key are looked at one by one; what follows on a long page is more of the same. */
const steps = 40

export async function keyboard({ browser, address }) {
  await browser.open(address)
  return [...await stops(browser), ...await skipLink(browser, address), ...await reachable(browser)]
}

async function stops(browser) {
  await browser.run(() => { document.activeElement?.blur?.(); window.scrollTo(0, 0) })
  const faults = []
  let before = null
  for (let step = 0; step < steps; step += 1) {
    await browser.press(keys.tab)
    const stop = await browser.run(describeFocus, step)
    if (stop.isOutside) {
      // Chromium's own window has the focus before the first and after the last element.
      if (step === 0) faults.push('the Tab key comes to nothing')
      break
    }
    faults.push(...stop.faults)
    if (stop.place === before) {
      faults.push(`the Tab key does not leave ${stop.named}`)
      break
    }
    before = stop.place
  }
  return faults
}

/** Where the focus is, and whether that can be seen. Runs in the page. */
function describeFocus(step) {
  const element = document.activeElement
  if (!element || element === document.body) return { isOutside: true }
  const all = window.decorumOrder ??= [...document.querySelectorAll('*')]
  const named = `<${element.localName}> “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}”`
  const faults = [], box = element.getBoundingClientRect()
  const place = all.indexOf(element)
  if (place < (window.decorumLast ?? -1)) faults.push(`${named} comes after what is read later`)
  window.decorumLast = place
  if (box.width < 1 || box.height < 1 || box.bottom <= 0 || box.top >= innerHeight) faults.push(`${named} is out of sight`)
  const style = getComputedStyle(element)
  if ((style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) && style.boxShadow === 'none') {
    faults.push(`nothing shows that ${named} has the focus`)
  }
  const top = document.elementFromPoint(box.left + Math.min(box.width, 20) / 2, box.top + Math.min(box.height, 12) / 2)
  if (top && !element.contains(top) && !top.contains(element)) faults.push(`${named} lies under <${top.localName}>`)
  return { named, place, faults }
}

/** The first stop of a page is the way past its navigation, and it leads into the page. */
async function skipLink(browser, address) {
  await browser.open(address)
  await browser.press(keys.tab, keys.enter)
  return browser.run(() => {
    const main = document.querySelector('main')
    const name = decodeURIComponent(location.hash.slice(1))
    const target = name && document.getElementById(name)
    return main && target && (main === target || main.contains(target)) ? []
      : ['the first stop of the Tab key does not lead to <main>']
  })
}

/** What can be clicked can be reached, and nothing is moved out of its order. */
function reachable(browser) {
  return browser.run(() => [
    ...[...document.querySelectorAll('[tabindex]')].filter(element => element.tabIndex > 0)
      .map(element => `<${element.localName}> is moved in the order of the Tab key`),
    ...[...document.querySelectorAll('[onclick], [role=button], [role=link]')].filter(element => element.tabIndex < 0)
      .map(element => `<${element.localName}> can be clicked but not be reached`),
    ...[...document.querySelectorAll('main *')].filter(element => element.checkVisibility()
      && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1
      && element.tabIndex < 0).map(element => `<${element.localName}> scrolls, but not by the keyboard`),
  ])
}
