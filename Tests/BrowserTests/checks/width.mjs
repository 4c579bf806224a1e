// Nothing is wider than the window, and no text is cut off at an edge.

export async function width({ browser }) {
  return browser.run(() => {
    const room = document.documentElement.clientWidth
    const named = element => `<${element.localName}> “${element.textContent.trim().slice(0, 40)}”`
    const all = [...document.body.querySelectorAll('*')].filter(element => element.checkVisibility?.() ?? true)
    const style = new Map(all.map(element => [element, getComputedStyle(element)]))
    const scrolls = element => element && (['auto', 'scroll'].includes(style.get(element)?.overflowX)
      || scrolls(element.parentElement))
    const holders = 'button, summary, label, legend, h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, blockquote, figcaption'
    // What is kept for screen readers alone is a pixel wide, and cut off for that.
    const isShown = element => element.clientWidth > 2 && element.clientHeight > 2
    // A title that ends in dots in the bar stands in full as the heading of the page.
    const standsInFull = element => style.get(element).textOverflow === 'ellipsis'
      && document.querySelector('h1')?.textContent === element.textContent
    const faults = []
    if (document.documentElement.scrollWidth > room) {
      faults.push(`the page is ${document.documentElement.scrollWidth} pixels wide in a window of ${room}`)
    }
    for (const element of all.filter(isShown)) {
      if (element.closest('svg') && element.localName !== 'svg') continue
      const { overflowX, position } = style.get(element), { left, right } = element.getBoundingClientRect()
      if (['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1
        && !standsInFull(element)) {
        faults.push(`${named(element)} is cut off`)
      }
      if (overflowX === 'visible' && element.matches(holders) && element.scrollWidth > element.clientWidth + 1) {
        faults.push(`${named(element)} runs out of its box`)
      }
      if ((right > room + 1 || left < -1) && !scrolls(element.parentElement) && position !== 'fixed') {
        faults.push(`${named(element)} stands from ${Math.round(left)} to ${Math.round(right)} in a window of ${room}`)
      }
    }
    return faults.slice(0, 10)
  })
}
