// Every name in a page is given once, and whatever refers to a name finds it.

export async function names({ browser }) {
  return browser.run(() => {
    const ids = [...document.querySelectorAll('[id]')].map(element => element.id)
    const known = new Set(ids)
    const twice = ids.filter((id, place) => ids.indexOf(id) !== place).map(id => `the name “${id}” is given twice`)
    const lists = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers', 'for', 'list']
    const referring = lists.flatMap(name => [...document.querySelectorAll(`[${name}]`)]
      .flatMap(element => element.getAttribute(name).split(/\s+/).filter(id => !known.has(id))
        .map(id => `${name} of <${element.localName}> names “${id}”, which is nowhere`)))
    const drawn = [...document.querySelectorAll('svg *')].flatMap(element => [...element.attributes]
      .flatMap(({ name, value }) => [...value.matchAll(/url\(["']?#([^"')]*)/g)].map(found => found[1])
        .filter(id => !known.has(id)).map(id => `${name} of <${element.localName}> names “${id}”, which is nowhere`)))
    return [...new Set([...twice, ...referring, ...drawn])]
  })
}
