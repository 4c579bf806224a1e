// What the checkers of the formats say: Nu of HTML, pymarkdown of Markdown, Mermaid of diagrams.

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { markdownLinks } from '../checks/markdown.mjs'
import { asRead, diagramsIn, faultOfDrawing } from '../checks/mermaid.mjs'
import { withMermaid } from '../harness/mermaid-page.mjs'
import { folder } from '../harness/playbooks.mjs'
import { checkedAsHTML, lintedAsMarkdown } from '../harness/tools.mjs'

function write(name, text) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const said = message => `${basename(message.url ?? '')}:${message.lastLine}: ${message.type}: ${message.message} ${message.extract ?? ''}`

/** Two checkers are programs of their own, which work while the browser does: begin early, ask late. */
export function checkersAreAsked(html, markdown) {
  const bad = write('bad.html', '<!DOCTYPE html><html lang="en"><title>x</title><p id="a"><p id="a"><b><i>x</b></i>')
  const badText = write('bad.md', '# One\n\n## Two\n#### Four\n\n<script>x</script>\n')
  const fine = write('fine.md', '# One\n\n<a id="a"></a>\n\nSee [a](#a).\n')
  const nu = checkedAsHTML([...html, bad]), linter = lintedAsMarkdown([...markdown, badText, fine])
  // Whoever asks gets the failure; until then nobody is told of it.
  nu.catch(() => {})
  linter.catch(() => {})
  return () => {
    test('the Nu HTML checker has nothing to say of any page', async () => {
      const messages = await nu, ofBad = messages.filter(({ url }) => url.endsWith('/bad.html'))
      assert.ok(ofBad.length >= 3, 'it finds what is wrong with a bad page')
      assert.deepEqual(messages.filter(message => !ofBad.includes(message)).map(said), [])
    })
    test('the Markdown linter has nothing to say of any document', async () => {
      const lines = await linter, ofBad = lines.filter(line => line.includes('/bad.md:'))
      assert.ok(ofBad.some(line => line.includes('MD001')) && ofBad.some(line => line.includes('MD033')), ofBad.join('\n'))
      assert.deepEqual(lines.filter(line => !ofBad.includes(line)), [])
    })
    test('every link of the Markdown documents resolves', () => {
      const lost = write('lost.md', '[a](#gone) [b](gone.md) <a id="x"></a> <a id="x"></a>\n')
      assert.equal(markdownLinks(lost).length, 3)
      for (const path of markdown) assert.deepEqual(markdownLinks(path), [], basename(path))
    })
  }
}

export function diagramsAreDrawn(open, markdown) {
  test('Mermaid draws every diagram of the Markdown documents', async () => {
    const { browser } = await open('about:blank')
    await withMermaid(browser, async () => {
      assert.ok(await faultOfDrawing(browser, 'flowchart TD\n  A --> ]'), 'a broken diagram is found')
      const small = 'flowchart TD\n  A["a"] --> B["b"]\n  click A href "https://x.example"\n'
      assert.deepEqual(await asRead(browser, small), { fault: null, nodes: 2, edges: 1, groups: 0, links: 1 })
      for (const path of markdown) {
        for (const diagram of diagramsIn(path)) {
          assert.equal(await faultOfDrawing(browser, diagram), null, `${basename(path)}:\n${diagram}`)
        }
      }
    })
  })
}
