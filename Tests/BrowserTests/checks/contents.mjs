// The table of contents names every section, leads to each and shows where the reader is.

export async function contents({ browser, address }) {
  await browser.open(address)
  return browser.run(async () => {
    const links = [...document.querySelectorAll('nav.contents a')], faults = []
    const leadingTo = new Set(links.map(link => decodeURIComponent(link.hash.slice(1))))
    for (const heading of document.querySelectorAll('main h2[id], main h3[id]')) {
      if (!leadingTo.has(heading.id)) faults.push(`“${heading.textContent}” is not in the contents`)
    }
    if (links.length === 0) faults.push('there are no contents')
    const frame = () => new Promise(requestAnimationFrame)
    for (const link of links.filter((_, place) => place % Math.ceil(links.length / 25) === 0)) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      link.click()
      await frame(), await frame(), await frame()
      const top = target.getBoundingClientRect().top
      const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
      const current = document.querySelector('nav.contents [aria-current]')
      if (top < 0 || top > innerHeight) faults.push(`“${link.textContent}” leads out of sight`)
      else if (document.elementFromPoint(target.getBoundingClientRect().left + 3, top + 8)?.closest('header')) {
        faults.push(`“${link.textContent}” leads under the bar`)
      }
      if (!isAtEnd && current !== link) {
        faults.push(`at “${link.textContent}” the contents show “${current?.textContent ?? 'nothing'}”`)
      }
      const shown = current?.getBoundingClientRect()
      if (shown && (shown.top < 0 || shown.bottom > innerHeight)) faults.push(`“${current.textContent}” is out of sight`)
    }
    return faults
  })
}
