// Where a browser runs no scripts, the page says the same, and offers nothing that would not work.

/** What the page says: the words of its main part, without those of buttons and of what scripts alone can use. */
const said = () => {
  const main = document.querySelector('main')?.cloneNode(true)
  main?.querySelectorAll('button, form, noscript, script, [hidden], [role=status], [role=search]').forEach(part => part.remove())
  return main?.textContent.replace(/\s+/g, ' ').trim() ?? ''
}

export async function scriptless({ browser, address }) {
  await browser.open(address)
  const usually = await browser.run(said)
  return browser.withoutScripts(async () => {
    await browser.open(address)
    const faults = await browser.run(() => [...document.querySelectorAll('button, input, select, textarea')]
      .filter(element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0)
      .map(element => `<${element.localName}> “${(element.getAttribute('aria-label') ?? element.textContent).trim()}” `
        + 'is offered, and does nothing without scripts'))
    const now = await browser.run(said)
    if (now !== usually) faults.push(`it says ${now.length} characters without scripts, and ${usually.length} with them`)
    if (!await browser.run(() => document.querySelector('main').innerText.trim().length > 0)) faults.push('nothing is shown')
    return [...new Set(faults)].slice(0, 10)
  })
}
