// The diagrams of a Markdown document are drawn by Mermaid itself, as GitHub does it.

import { readFileSync } from 'node:fs'

export const diagramsIn = path => [...readFileSync(path, 'utf8').matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(found => found[1])

/** What is wrong with a diagram, and of how many parts its drawing is made: texts must not become any. */
export function drawn(browser, diagram) {
  return browser.run(async text => {
    try {
      const { svg } = await window.mermaid.render(`d${window.drawn = (window.drawn ?? 0) + 1}`, text)
      const parsed = new DOMParser().parseFromString(svg, 'text/html')
      const count = selector => parsed.querySelectorAll(selector).length
      const fault = parsed.querySelector('script, img, iframe, [onerror], [onload], [onclick]') ? 'something was injected' : null
      return { fault, parts: { nodes: count('.node'), edges: count('.edgePaths path'), groups: count('.cluster') } }
    } catch (error) {
      return { fault: error.message.slice(0, 300) }
    }
  }, diagram)
}
