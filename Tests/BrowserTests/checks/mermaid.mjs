// The diagrams of a Markdown document are drawn by Mermaid itself, as GitHub does it.

import { readFileSync } from 'node:fs'

export const diagramsIn = path => [...readFileSync(path, 'utf8').matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(found => found[1])

/** What is wrong with a diagram, and of how many parts Mermaid reads it to be made: texts must not become any. */
export function asRead(browser, diagram) {
  return browser.run(async text => {
    try {
      const { db } = await window.mermaid.mermaidAPI.getDiagramFromText(text)
      return { fault: null, nodes: db.getVertices().size, edges: db.getEdges().length, groups: db.getSubGraphs().length,
        links: [...db.getVertices().values()].filter(node => node.link || node.haveCallback).length }
    } catch (error) {
      return { fault: error.message.slice(0, 300) }
    }
  }, diagram)
}

/** What is wrong with the drawing of a diagram; nothing where it is as it should be. */
export function faultOfDrawing(browser, diagram) {
  return browser.run(async text => {
    try {
      const { svg } = await window.mermaid.render(`d${window.drawn = (window.drawn ?? 0) + 1}`, text)
      const parsed = new DOMParser().parseFromString(svg, 'text/html')
      return parsed.querySelector('script, img, iframe, [onerror], [onload], [onclick]') ? 'something was injected' : null
    } catch (error) {
      return error.message.slice(0, 300)
    }
  }, diagram)
}
