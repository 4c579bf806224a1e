// A drawing is well-formed, has a name and words beside it, and none of its texts is cut off or lies on another.

export async function figures({ browser }) {
  return browser.run(() => {
    const faults = []
    for (const svg of document.querySelectorAll('svg')) {
      const name = svg.querySelector('title')?.textContent || svg.getAttribute('aria-label') || svg.id || 'a drawing'
      const say = fault => faults.push(`${name}: ${fault}`)
      const parsed = new DOMParser().parseFromString(new XMLSerializer().serializeToString(svg), 'image/svg+xml')
      if (parsed.querySelector('parsererror')) say('it is not well-formed')
      if (svg.querySelector('foreignObject, script, image')) say('it holds more than a drawing')
      if (!svg.checkVisibility()) continue
      const numbers = [...svg.querySelectorAll('*')].flatMap(element => [...element.attributes])
        .filter(({ name, value }) => /^(d|x|y|x1|x2|y1|y2|r|cx|cy|width|height|points|viewBox|transform)$/.test(name)
          && /NaN|Infinity|undefined|null/.test(value))
      if (numbers.length) say(`it has a number that is none: ${numbers[0].name}="${numbers[0].value}"`)
      const frame = svg.getBoundingClientRect()
      const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim() && text.checkVisibility())
        // Marks may be stacked on a letter as high as somebody likes, and a font without them sets some beside it: of those
        // the drawing shows what it has room for.
        .map(text => ({ said: text.textContent.trim().slice(0, 40), stacks: /\p{M}{2}/u.test(text.textContent),
          box: text.getBoundingClientRect() }))
      for (const { said, stacks, box } of texts) {
        const isOver = box.left < frame.left - 1 || box.right > frame.right + 1
        const isAbove = box.top < frame.top - 1 || box.bottom > frame.bottom + 1
        if (!stacks && (isOver || isAbove)) say(`“${said}” is cut off`)
      }
      texts.forEach((one, place) => texts.slice(place + 1).forEach(other => {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        // Boxes of lines that follow each other touch; those of texts that cannot be read lie on each other by more.
        if (!one.stacks && !other.stacks && wide > 2 && high > 0.4 * Math.min(one.box.height, other.box.height)) {
          say(`“${one.said}” lies on “${other.said}”`)
        }
      }))
    }
    return faults.slice(0, 12)
  })
}
