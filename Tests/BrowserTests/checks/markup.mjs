// What elements and attributes a page is made of: those that its writer writes, and no others.

import { allowed, anywhere } from './allowed-markup.mjs'

export async function markup({ browser }) {
  const written = await browser.run(() => {
    const parts = {}
    const all = [document.documentElement, ...document.documentElement.querySelectorAll('*')]
    for (const element of all) {
      const names = parts[element.localName] ??= {}
      for (const { name } of element.attributes) names[name] ??= element.outerHTML.slice(0, 80)
    }
    return parts
  })
  const schemes = await browser.run(() => [...document.querySelectorAll('[href], [src], [action], [formaction]')]
    .flatMap(element => ['href', 'src', 'action', 'formaction'].map(name => element.getAttribute(name)))
    .filter(value => value !== null && !/^(#|https?:|mailto:|[\w.-]+(#|$))/i.test(value)))
  return [
    ...Object.entries(written).flatMap(([element, attributes]) => !(element in allowed) ? [`there is a <${element}>`]
      : Object.entries(attributes).filter(([name]) => !allowed[element].includes(name) && !anywhere.includes(name))
        .map(([name, seen]) => `a <${element}> has the attribute ${name}: ${seen}`)),
    ...schemes.map(value => `something leads to “${value.slice(0, 60)}”`),
  ]
}
